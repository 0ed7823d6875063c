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

/**
 * What the clauses in a notice stand for. The text that counts is the latest one adopted and in force when the notice was planned whose rules
 * the case is handled under, or had been when they were older; a case that keeps the rules of before cites what they come from (XC-06.2).
 */
export async function citationsOf(
  database: Pick<Transaction, '$queryRaw'>,
  caseId: string | null,
  plannedAt: Instant,
): Promise<Citations> {
  if (caseId === null) return citations;
  const [adopted] = await database.$queryRaw<AdoptedText[]>`
    SELECT t."regime", t."title", t."documentNumber"
    FROM "Case" c JOIN "TextStatus" t ON t."regime" = c."regime" AND t."status" = 'ADOPTED' AND t."ruleVersion" <= c."ruleVersion"
      AND t."at" <= ${new Date(plannedAt)} AND t."from" <= ${dayOf(plannedAt)}
    WHERE c."id" = ${caseId}
    ORDER BY t."seq" DESC LIMIT 1`;
  return adopted === undefined ? citations : withAdopted(adopted);
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
