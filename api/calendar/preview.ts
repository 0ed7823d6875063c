/** What another calendar would do to the open deadlines (XC-02.3): which move, how far, which flip to late, which mails would go. */
import type { Transaction } from '../../prisma/client.ts';
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
import type { CaseState } from '../../workflows/engine/state.ts';
import type { ApiContext } from '../context.ts';
import { rulesOf } from '../views/rule-values.ts';

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

export interface Preview {
  /** Open deadlines that were reckoned again. */
  readonly examined: number;
  readonly moves: readonly Move[];
}

const PAGE = 1_000;

/** Reckons every open deadline again under this calendar; the records stay as they are. */
export async function previewCalendar(
  { database, contracts }: { readonly database: Transaction; readonly contracts: ApiContext['contracts'] },
  calendar: CalendarData,
  now: Instant,
): Promise<Preview> {
  const moves: Move[] = [];
  let examined = 0;
  for await (const rows of openDeadlines(database)) {
    examined += rows.length;
    const states = await statesOf(
      database,
      rows.map(({ caseId }) => caseId),
    );
    for (const row of rows) {
      const period = row.period as unknown as Period;
      const pauses = row.pauses as unknown as Pause[];
      const startedAt = instantOf(row.startedAt.getTime());
      const reckoned = reckon({ period, startedAt, pauses, calendar });
      const from = row.dueAt === null ? null : instantOf(row.dueAt.getTime());
      const settles = row.provisional && !reckoned.provisional;
      if (reckoned.dueAt === from && !settles) continue;
      const { title = inBoth(row.name), ladder = [] } = contracts[row.case.kind]?.deadlines[row.name] ?? {};
      const rules = await rulesOf(database, row.case.regime, row.case.ruleVersion);
      const spent = states.get(row.caseId)?.find(({ name }) => name === row.name)?.spent ?? [];
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
        reminders: planned.filter(({ key, at }) => at > now && !spent.includes(key)),
      });
    }
  }
  return { examined, moves };
}

async function* openDeadlines(database: Transaction) {
  let after: { caseId: string; name: string; entry: number } | undefined;
  for (;;) {
    const rows = await database.deadline.findMany({
      where: { status: { in: ['OPEN', 'PAUSED'] }, case: { closedAt: null } },
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
