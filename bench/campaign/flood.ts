/** Institutions that hand in around a cut-off, and whether each was answered by the second at which it arrived (SH-EVAL-05.2). */
import { randomUUID } from 'node:crypto';
import type { CaseGateway } from '../../api/case-gateway-types.ts';
import type { Database } from '../../prisma/client.ts';
import { Refusal } from '../../rules/refusal.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { filing } from '../../rules/sh-eval/filing.fixture.ts';
import { epochMs, instantOf, type Instant } from '../../rules/time/index.ts';
import { ofInstitution } from './people.ts';

/** 17:00:01: what arrives from here on is late. */
export const LATE = instantOf(epochMs(campaign2020.institutionCutOff) + 1_000);

const { year } = campaign2020;

/** An entry that is handed in, and how that was answered: `IN_TIME`, or the code of the refusal. */
export interface Answer {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly answer: string;
}

/** What the entry of this institution consists of, complete, as far as its form says. */
export function completeForm(subject: string): object {
  const accounts = [year, year - 1].map((of) => ({
    year: of,
    kind: 'STATEMENTS' as const,
    fileIds: [`f-accounts-${of}`],
  }));
  const { materials, ...rest } = filing({
    overview: { recognition: 'FIRST_TIME', firstRecognisedOn: null },
    materials: { accounts },
  });
  // Names of files are looked at, and these stand for names too.
  const scanned = JSON.parse(JSON.stringify(materials).replace(/"f-([a-z0-9-]+)"/g, '"$1.jpg"')) as typeof materials;
  const named = { ...scanned, report: { ...scanned.report, pdf: 'report.pdf', word: 'report.docx' } };
  const form = JSON.stringify({ ...rest, materials: named, basis: 'NEW' });
  return JSON.parse(form.replaceAll(rest.report.overview.creditCode, subject)) as object;
}

/** Puts on file what each of these entries consists of, complete, as its intake would have: none of its files is looked into. */
export async function fileForms(database: Database, ids: readonly string[], filedAt: Date): Promise<void> {
  const cases = await database.case.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, subject: true, openedById: true },
  });
  await database.form.createMany({
    data: cases.map(({ id, subject, openedById }) => ({
      ...{ id: `${id}-1`, caseId: id, version: 1, filedById: openedById ?? '', filedAt },
      data: completeForm(subject),
    })),
  });
}

/** Codes that say that the same is to be asked again, under the same key. */
const ASK_AGAIN: readonly string[] = ['OUTCOME_UNKNOWN', 'UNAVAILABLE'];

/** Hands an entry in by the gateway of the API, and asks again until there is an answer. @throws what is no answer */
export async function handIn(
  gateway: Pick<CaseGateway, 'act'>,
  id: string,
  party: string,
  receivedAt: Instant,
): Promise<Answer> {
  const actor = ofInstitution(party);
  const request = { caseId: id, action: 'submitEntry', key: randomUUID(), actor, input: {}, receivedAt };
  for (;;) {
    try {
      await gateway.act(request);
      return { id, receivedAt, answer: 'IN_TIME' };
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      if (!ASK_AGAIN.includes(failure.code)) return { id, receivedAt, answer: failure.code };
    }
  }
}

/** What is wrong with these answers by the records, each with how often; all of it must be 0. */
export async function wrongAnswers(
  database: Database,
  answers: readonly Answer[],
): Promise<Readonly<Record<string, number>>> {
  const [counted] = await database.$queryRaw<[Record<string, number>]>`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
        AS g ("id" text, "receivedAt" timestamptz, "answer" text)),
      entry AS (SELECT g.*, (c."state" -> 'facts' ->> 'electronicAt')::timestamptz AS "at",
          (SELECT count(*) FROM "TimelineEvent" e WHERE e."caseId" = g."id" AND e."type" = 'ENTRY_SUBMITTED') AS "lines"
        FROM given g JOIN "Case" c ON c."id" = g."id")
    SELECT abs(${answers.length}::int - count(DISTINCT "id"))::int AS "answers that are of no entry",
      count(*) FILTER (WHERE "answer" NOT IN ('IN_TIME', 'NOT_NOW', 'CASE_CLOSED'))::int AS "answers for another reason",
      count(*) FILTER (WHERE "answer" = 'IN_TIME' AND "lines" <> 1)::int AS "taken and lost or doubled",
      count(*) FILTER (WHERE "answer" <> 'IN_TIME' AND "lines" <> 0)::int AS "refused and taken",
      count(*) FILTER (WHERE "answer" = 'IN_TIME' AND ("at" IS NULL OR "at" >= ${LATE}::timestamptz))::int AS "late and taken",
      count(*) FILTER (WHERE "answer" <> 'IN_TIME' AND "receivedAt" < ${LATE}::timestamptz)::int AS "in time and refused"
    FROM entry`;
  return counted;
}
