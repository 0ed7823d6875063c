/** Which cases would have met other conditions, or fewer, under other rules: judged again from what is recorded of them (XC-06.2). */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import type { RecordedState, RuleValues } from '../../workflows/engine/state.ts';
import { textSchema } from '../http/schemas.ts';
import { conditionsOf } from '../regimes.ts';
import { rulesOf } from './rule-values.ts';

/** So many cases are judged again, the newest first: a preview is to be answered while somebody waits for it. */
const MOST_JUDGED = 5_000;
const PAGE = 500;
/** So many are named. */
const MOST_NAMED = 200;

const changedSchema = z.object({
  caseId: z.string(),
  number: z.string(),
  caseTitle: z.string(),
  closed: z.boolean(),
  from: textSchema,
  to: textSchema,
  notMet: z.array(textSchema).meta({ description: 'What would not be met' }),
});

export const conditionsShape = {
  judged: z.int().meta({ description: 'Cases whose conditions were judged again, open and closed' }),
  changed: z.int(),
  conditions: z
    .array(changedSchema)
    .meta({ description: 'The first of those that come out otherwise, the newest first' }),
};

/** Judges the conditions of the cases of a regime under these values beside those that each was opened with. */
export async function conditionsOtherwise(database: Transaction, regime: string, values: RuleValues) {
  const judges = conditionsOf(regime);
  const conditions: z.infer<typeof changedSchema>[] = [];
  let judged = 0;
  let changed = 0;
  let after: string | undefined;
  while (judged < MOST_JUDGED) {
    const rows = await database.case.findMany({
      where: { regime, kind: { in: Object.keys(judges) }, revision: { gt: 0 } },
      select: { id: true, kind: true, number: true, title: true, closedAt: true, ruleVersion: true, state: true },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: PAGE,
      ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
    });
    for (const { id, kind, number, title, closedAt, ruleVersion, state } of rows) {
      const judge = judges[kind];
      if (judge === undefined || state === null) continue;
      const recorded = state as unknown as RecordedState;
      const before = judge(recorded, await rulesOf(database, regime, ruleVersion));
      const otherwise = judge(recorded, values);
      judged += 1;
      if (before.result === otherwise.result) continue;
      changed += 1;
      if (conditions.length < MOST_NAMED)
        conditions.push({
          ...{ caseId: id, number, caseTitle: title, closed: closedAt !== null },
          ...{ from: before.inWords, to: otherwise.inWords, notMet: [...otherwise.notMet] },
        });
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) break;
  }
  return { judged, changed, conditions };
}
