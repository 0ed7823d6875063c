/** The queues of an inbox: what is over, ends today, soon or later, by the clock and the calendar of the platform in Asia/Shanghai. */
import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { dayOf, endOfDay, nextWorkingDay, type CalendarData, type Instant } from '../../rules/time/index.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { instantSchema } from '../http/schemas.ts';

/** Working days after today of which the last ends what is soon. */
const SOON_WORKING_DAYS = 3;

const QUEUES = {
  overdue: text('已逾期', 'overdue'),
  today: text('今日到期', 'due today'),
  soon: text('三个工作日内到期', 'due within three working days'),
  later: text('此后到期', 'due later'),
  undated: text('无期限', 'without a day'),
};

export type Queue = keyof typeof QUEUES;
export const queueNames = Object.keys(QUEUES) as readonly Queue[];
export const queueInput = choice(QUEUES);

/** Ends of the queues, each the last instant in it. */
export interface QueueEnds {
  readonly overdue: Instant;
  readonly today: Instant;
  readonly soon: Instant;
}

/** Where the queues end at an instant. A day ends at 24:00, which is the instant at which a deadline of that day is over (XC-01.4). */
export function queueEnds(calendar: CalendarData, now: Instant): QueueEnds {
  const today = dayOf(now);
  let last = today;
  for (let days = 0; days < SOON_WORKING_DAYS; days += 1) last = nextWorkingDay(calendar, last);
  return { overdue: now, today: endOfDay(today), soon: endOfDay(last) };
}

/** The due dates of a queue as a condition on the column. */
export function dueIn(queue: Exclude<Queue, 'undated'>, ends: QueueEnds): { gt?: Date; lte?: Date } {
  const [overdue, today, soon] = [ends.overdue, ends.today, ends.soon].map((instant) => new Date(instant)) as [
    Date,
    Date,
    Date,
  ];
  return {
    overdue: { lte: overdue },
    today: { gt: overdue, lte: today },
    soon: { gt: today, lte: soon },
    later: { gt: soon },
  }[queue];
}

/** How many there are in each queue, and where the queues end. */
export const queueCountsSchema = z
  .object({
    total: z.int(),
    queues: z.object({ overdue: z.int(), today: z.int(), soon: z.int(), later: z.int(), undated: z.int() }),
    ends: z
      .object({ overdue: instantSchema, today: instantSchema, soon: instantSchema })
      .meta({ description: 'The last instant of each of these queues; soon is three working days after today' }),
  })
  .meta({ id: 'QueueCounts' });

/** {@link queueCountsSchema}, each queue counted by itself; the total is their sum. */
export async function countQueues(
  ends: QueueEnds,
  count: (queue: Queue) => Promise<number>,
): Promise<z.infer<typeof queueCountsSchema>> {
  const counted = await Promise.all(queueNames.map(async (queue) => [queue, await count(queue)] as const));
  const queues = Object.fromEntries(counted) as Record<Queue, number>;
  return { total: counted.reduce((sum, [, number]) => sum + number, 0), queues, ends };
}
