/** The regulations as a notice of a case cites them: a text that was adopted since stands in place of its draft (SH-STORE-17.1). */
import type { Transaction } from '../../prisma/client.ts';
import type { Citations } from '../../rules/notices/citation.ts';
import { text } from '../../rules/text.ts';
import { dayOf, type Instant } from '../../rules/time/index.ts';
import { citations, regimes } from '../../workflows/regimes.ts';

/** A text that a manager recorded as adopted. */
export interface AdoptedText {
  readonly regime: string;
  readonly title: string;
  readonly documentNumber: string;
}

/** A notice of whose clauses it is asked what they stand for. */
export interface CitingNotice {
  readonly caseId: string | null;
  readonly plannedAt: Instant;
}

/**
 * What the clauses in notices stand for, for each in the order given. The text that counts is the latest one adopted and in force when the
 * notice was planned whose rules the case is handled under, or had been when they were older; a case that keeps the rules of before cites what
 * they come from (XC-06.2).
 */
export async function citationsOf(
  database: Pick<Transaction, '$queryRaw'>,
  notices: readonly CitingNotice[],
): Promise<readonly Citations[]> {
  const asked = notices.flatMap(({ caseId, plannedAt }, nth) =>
    caseId === null ? [] : [{ nth, caseId, at: plannedAt, day: dayOf(plannedAt) }],
  );
  if (asked.length === 0) return notices.map(() => citations);
  const found = await database.$queryRaw<(AdoptedText & { nth: number })[]>`
    SELECT DISTINCT ON (asked."nth") asked."nth", t."regime", t."title", t."documentNumber"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked ("nth" int, "caseId" text, "at" timestamptz, "day" text)
      JOIN "Case" c ON c."id" = asked."caseId"
      JOIN "TextStatus" t ON t."regime" = c."regime" AND t."status" = 'ADOPTED' AND t."ruleVersion" <= c."ruleVersion"
        AND t."at" <= asked."at" AND t."from" <= asked."day"
    ORDER BY asked."nth", t."seq" DESC`;
  const adopted = new Map(found.map(({ nth, ...one }) => [nth, withAdopted(one)]));
  return notices.map((_notice, nth) => adopted.get(nth) ?? citations);
}

/** The citations with an adopted text in place of the one that the rules of its regime were written from. */
export function withAdopted({ regime, title, documentNumber }: AdoptedText): Citations {
  const code = codeOf(regime);
  const before = code === undefined ? undefined : citations[code];
  if (code === undefined || before === undefined) return citations;
  const name = text(named(title), before.name.en);
  return { ...citations, [code]: { ...before, name, edition: text(documentNumber, documentNumber) } };
}

/** The code of the regulation that the rules of a regime are: it has their title. */
function codeOf(regime: string): string | undefined {
  const found = regimes.find(({ code }) => code === regime);
  if (found === undefined) return undefined;
  const name = named(found.rules.title.zh);
  return Object.keys(found.citations).find((code) => found.citations[code]?.name.zh === name);
}

/** A title in the marks that a citation has, whether or not somebody typed them. */
function named(title: string): string {
  return `《${title.replace(/^《|》$/g, '')}》`;
}
