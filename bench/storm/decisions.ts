/** People who decide on other cases while the storm goes on, and what became of their decisions. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../prisma/client.ts';
import { atRate } from '../latency.ts';
import type { Life } from '../lives.ts';
import { quantile } from '../stats.ts';

export interface Decisions {
  readonly made: number;
  /** Refused or with an unknown outcome, by what was said, and how often. */
  readonly unanswered: Readonly<Record<string, number>>;
  /** From the moment at which a decision was meant to be made until it was answered, in ms. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** The revisions that were answered, by case. */
  readonly answered: ReadonlyMap<string, readonly number[]>;
}

/** People decide at a steady rate, each on the next of these cases, until it is over. */
export async function decideUntil(
  life: Life,
  ids: readonly string[],
  aSecond: number,
  over: () => boolean,
): Promise<Decisions> {
  const taken: number[] = [];
  const unanswered: Record<string, number> = {};
  const answered = new Map(ids.map((id) => [id, [] as number[]]));
  let next = 0;
  const oneSecond = async () => {
    taken.push(
      ...(await atRate(aSecond, 1, async () => {
        const id = ids[next++ % ids.length] ?? '';
        try {
          answered.get(id)?.push(await life.decideAgain(id));
        } catch (failure) {
          const why = failure instanceof Error ? failure.message : String(failure);
          unanswered[why] = (unanswered[why] ?? 0) + 1;
        }
      })),
    );
  };
  const running: Promise<void>[] = [];
  for (let begun = performance.now(); !over(); begun += 1_000) {
    running.push(oneSecond());
    await pause(Math.max(1, begun + 1_000 - performance.now()));
  }
  await Promise.all(running);
  return {
    made: taken.length,
    unanswered,
    p50: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
    longest: quantile(taken, 1),
    answered,
  };
}

export function countUnanswered({ unanswered }: Decisions): number {
  return Object.values(unanswered).reduce((sum, count) => sum + count, 0);
}

/** What the records say of these decisions. */
export interface DecisionsOnRecord {
  /** Answered, and not on record. */
  readonly lost: number;
  /** Two answers with one revision: one of them was not made. */
  readonly answeredTwice: number;
  /** On record without an answer: more than were left unanswered were made twice. */
  readonly unknown: number;
}

/** @param before revision of each case before the first of these decisions */
export async function decisionsOnRecord(
  database: Database,
  before: ReadonlyMap<string, number>,
  all: readonly Decisions[],
): Promise<DecisionsOnRecord> {
  let [lost, answeredTwice, unknown] = [0, 0, 0];
  for (const [caseId, from] of before) {
    const revisions = all.flatMap(({ answered }) => answered.get(caseId) ?? []);
    const events = await database.timelineEvent.findMany({
      where: { caseId, revision: { gt: from }, type: 'MATERIALS_CHECKED' },
      select: { revision: true },
    });
    const recorded = events.map(({ revision }) => revision ?? 0);
    const told = new Set(revisions);
    answeredTwice += revisions.length - told.size;
    lost += [...told].filter((revision) => !recorded.includes(revision)).length;
    unknown += recorded.filter((revision) => !told.has(revision)).length;
  }
  return { lost, answeredTwice, unknown };
}

/** The revisions at which these cases stand. */
export async function revisionsOf(database: Database, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await database.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revision: true } });
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}
