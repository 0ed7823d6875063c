/** What another calendar or other rules would do to the open deadlines (XC-02.3, XC-06.2): which move, how far, which flip to late, which mails would go. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import {
  instantOf,
  planRungs,
  reckon,
  type CalendarData,
  type Instant,
  type Pause,
  type Period,
} from '../../rules/time/index.ts';
import { inBoth, type Text } from '../../rules/text.ts';
import { underRules } from '../../rules/time/under-rules.ts';
import type { CaseState, RuleValues } from '../../workflows/engine/state.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { calendarOf } from './calendars.ts';
import { rulesOf } from './rule-values.ts';

/** One deadline that would stand otherwise. */
export interface Move {
  readonly caseId: string;
  readonly kind: string;
  readonly number: string;
  readonly caseTitle: string;
  readonly deadline: string;
  readonly title: Text;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly lastDay: string | null;
  /** It would be late at once, though it is not now. */
  readonly becomesLate: boolean;
  /** It was reckoned from an unpublished year and is settled now. */
  readonly settles: boolean;
  /** Reminders that would still go out, none of them a second time. */
  readonly reminders: readonly { readonly key: string; readonly at: Instant }[];
}

export interface Moves {
  /** Open deadlines that were reckoned again. */
  readonly examined: number;
  readonly moves: readonly Move[];
}

const moveSchema = z.object({
  caseId: z.string(),
  kind: z.string(),
  number: z.string(),
  caseTitle: z.string(),
  deadline: z.string(),
  title: textSchema,
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  lastDay: z.string().nullable(),
  becomesLate: z.boolean(),
  settles: z.boolean(),
  reminders: z.array(z.object({ key: z.string(), at: instantSchema })),
});

/** {@link Moves} as the API tells them. */
export const movesShape = {
  examined: z.int(),
  moved: z.int(),
  late: z.int(),
  settled: z.int(),
  moves: z.array(moveSchema).meta({ description: 'The first 1,000 deadlines that would stand otherwise' }),
};

/** Of {@link movesShape}. */
export function movesTold({ examined, moves }: Moves) {
  return {
    examined,
    moved: moves.filter(({ from, to }) => from !== to).length,
    late: moves.filter(({ becomesLate }) => becomesLate).length,
    settled: moves.filter(({ settles }) => settles).length,
    moves: moves.slice(0, 1_000).map((move) => ({ ...move, reminders: [...move.reminders] })),
  };
}

interface Otherwise {
  /** In place of the calendar of each case. */
  readonly calendar?: CalendarData;
  /** In place of the rules of each case of this regime; the cases of others are left out then. */
  readonly rules?: { readonly regime: string; readonly values: RuleValues };
}

const PAGE = 1_000;

/** Reckons open deadlines again as if something were otherwise; the records stay as they are. */
export async function deadlineMoves(
  { database, contracts }: { readonly database: Transaction; readonly contracts: ApiContext['contracts'] },
  otherwise: Otherwise,
  now: Instant,
): Promise<Moves> {
  const moves: Move[] = [];
  let examined = 0;
  const among = otherwise.rules === undefined ? {} : { regime: otherwise.rules.regime };
  for await (const rows of openDeadlines(database, among)) {
    examined += rows.length;
    const states = await statesOf(
      database,
      rows.map(({ caseId }) => caseId),
    );
    for (const row of rows) {
      const state = states.get(row.caseId)?.find(({ name }) => name === row.name);
      // One that follows moves with the clock it follows.
      if (otherwise.rules !== undefined && state?.follows === true) continue;
      const rules = otherwise.rules?.values ?? (await rulesOf(database, row.case.regime, row.case.ruleVersion));
      const calendar = otherwise.calendar ?? (await calendarOf(database, row.calendarVersion));
      const asSet = row.period as unknown as Period;
      const period = otherwise.rules === undefined ? asSet : underRules(asSet, rules);
      const pauses = row.pauses as unknown as Pause[];
      const startedAt = instantOf(row.startedAt.getTime());
      const reckoned = reckon({ period, startedAt, pauses, calendar });
      const from = row.dueAt === null ? null : instantOf(row.dueAt.getTime());
      const settles = row.provisional && !reckoned.provisional;
      if (reckoned.dueAt === from && !settles) continue;
      const { title = inBoth(row.name), ladder = [] } = contracts[row.case.kind]?.deadlines[row.name] ?? {};
      const planned =
        reckoned.dueAt === null ? [] : planRungs({ ladder, reckoned, startedAt, calendar, pauses, rules });
      moves.push({
        caseId: row.caseId,
        kind: row.case.kind,
        number: row.case.number,
        caseTitle: row.case.title,
        deadline: row.name,
        title,
        from,
        to: reckoned.dueAt,
        lastDay: reckoned.lastDay,
        becomesLate: reckoned.dueAt !== null && reckoned.dueAt <= now && (from === null || from > now),
        settles,
        reminders: planned.filter(({ key, at }) => at > now && !(state?.spent ?? []).includes(key)),
      });
    }
  }
  return { examined, moves };
}

async function* openDeadlines(database: Transaction, among: Prisma.CaseWhereInput) {
  let after: { caseId: string; name: string; entry: number } | undefined;
  for (;;) {
    const rows = await database.deadline.findMany({
      where: { status: { in: ['OPEN', 'PAUSED'] }, case: { closedAt: null, ...among } },
      include: { case: { select: { kind: true, number: true, title: true, regime: true, ruleVersion: true } } },
      orderBy: [{ caseId: 'asc' }, { name: 'asc' }, { entry: 'asc' }],
      take: PAGE,
      ...(after && { cursor: { caseId_name_entry: after }, skip: 1 }),
    });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = { caseId: last.caseId, name: last.name, entry: last.entry };
  }
}

/** The open deadlines as the states of their cases have them, with the rungs that were sent or passed over. */
async function statesOf(database: Transaction, caseIds: readonly string[]) {
  const rows = await database.$queryRaw<{ id: string; deadlines: CaseState['deadlines'] | null }[]>`
    SELECT "id", "state"->'deadlines' AS "deadlines" FROM "Case" WHERE "id" = ANY(${[...new Set(caseIds)]})`;
  return new Map(rows.map(({ id, deadlines }) => [id, deadlines ?? []]));
}
