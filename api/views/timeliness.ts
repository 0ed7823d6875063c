/** Whether deadlines were kept, as a condition on cases; the figures count by the same words (api/figures/on-time.ts, tested against it). */
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import { addDays, endOfDay, startOfDay, type Day, type Instant } from '../../rules/time/index.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { sidedDeadlines, type SidedDeadline } from './deadline-sides.ts';

/**
 * `inTime`: done before its end. `doneLate`: its end had passed, and the platform has done since what was wanted by it. `openLate`: its end
 * has passed, and that is still to be done. `missed`: it passed, and what the rules attach to that has followed.
 */
export const TIMELINESS = {
  inTime: text('按期完成', 'done in time'),
  doneLate: text('逾期完成', 'done late'),
  openLate: text('逾期未完成', 'overdue and still open'),
  missed: text('届满未履行', 'passed without being done'),
};

export type Timeliness = keyof typeof TIMELINESS;

/** Days in Asia/Shanghai, both included; open where left out. */
export interface Days {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Instants on these days, as a condition on a column. */
export function onDays({ from, to }: Days): { gte?: Date; lt?: Date } {
  return {
    ...(from !== undefined && { gte: new Date(startOfDay(from)) }),
    ...(to !== undefined && { lt: new Date(startOfDay(addDays(to, 1))) }),
  };
}

/** Cases with a deadline of this name that was kept so; it counts on the day it ended, or, still open, came due. */
export function casesByTimeliness(
  contracts: Readonly<Record<string, ProcessContract>>,
  { deadline, timeliness, days, now }: { deadline: string; timeliness: Timeliness; days: Days; now: Instant },
): Prisma.CaseWhereInput {
  const named = sidedDeadlines(contracts).filter(({ name, side }) => name === deadline && side !== 'nobody');
  // An empty OR within another condition would say nothing instead of no.
  return named.length === 0 ? { id: { in: [] } } : { OR: named.map((one) => keptSo(one, timeliness, days, now)) };
}

function keptSo({ kind, name, side, tasks }: SidedDeadline, timeliness: Timeliness, days: Days, now: Instant) {
  const ended = (status: string): Prisma.CaseWhereInput => ({
    deadlines: { some: { name, status, endedAt: onDays(days) } },
  });
  const wanted = { closedAt: null, name: { in: [...tasks] } };
  const late = { ...ended('PASSED'), tasks: { some: wanted } };
  const due = { AND: [{ dueAt: { lte: new Date(now) } }, { dueAt: onDays(days) }] };
  const conditions: Readonly<Record<Timeliness, readonly Prisma.CaseWhereInput[]>> = {
    inTime: [ended('MET')],
    doneLate: side === 'platform' ? [{ ...ended('PASSED'), tasks: { none: wanted } }] : [],
    openLate: [{ deadlines: { some: { name, status: 'OPEN', ...due } } }, ...(side === 'platform' ? [late] : [])],
    missed: side === 'party' ? [ended('PASSED')] : [],
  };
  const either = conditions[timeliness];
  return { kind, ...(either.length === 0 ? { id: { in: [] } } : { OR: [...either] }) };
}

/** Cases with an open deadline that ends on this day, at its last midnight included; those that run out of themselves left out. */
export function casesDueOn(contracts: Readonly<Record<string, ProcessContract>>, day: Day): Prisma.CaseWhereInput {
  const ofItself = sidedDeadlines(contracts)
    .filter(({ side }) => side === 'nobody')
    .map(({ kind, name }) => ({ name, case: { kind } }));
  const dueAt = { gt: new Date(startOfDay(day)), lte: new Date(endOfDay(day)) };
  return { deadlines: { some: { status: 'OPEN', dueAt, NOT: { OR: ofItself } } } };
}
