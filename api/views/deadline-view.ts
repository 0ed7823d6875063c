import { inBoth } from '../../rules/text.ts';
import { z } from 'zod';
import type { Deadline } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import {
  deadlineInWords,
  explain,
  instantOf,
  isExceeded,
  periodInWords,
  remainingWorkingDays,
  type Instant,
  type Pause,
  type Period,
} from '../../rules/time/index.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { calendarOf } from './calendars.ts';

/** A deadline of a case: when, by which convention, counted how, and what follows if it passes. */
export const deadlineSchema = z
  .object({
    name: z.string(),
    entry: z.int().meta({ description: 'Which time it was opened in this case, from 1' }),
    title: textSchema,
    status: z.enum(['OPEN', 'PAUSED', 'MET', 'PASSED', 'CANCELLED']),
    dueAt: instantSchema
      .nullable()
      .meta({ description: 'The moment from which it is exceeded; null while the clock stands still' }),
    lastDay: z.string().nullable(),
    startedAt: instantSchema,
    provisional: z
      .boolean()
      .meta({ description: 'True while it rests on a year whose arrangement is not published (XC-02.2)' }),
    period: textSchema,
    words: textSchema,
    workingDaysLeft: z.int().nullable().meta({ description: '0 on the last day, negative when overdue' }),
    overdue: z.boolean(),
    legalEffect: z.boolean(),
    consequence: textSchema,
    clause: z.string(),
    requirement: z.string(),
    explanation: z
      .array(
        z.object({
          day: z.string(),
          counted: z.boolean(),
          ordinal: z.int().nullable(),
          provisional: z.boolean(),
          why: textSchema,
        }),
      )
      .meta({ description: 'Day by day: counted or not, and why' }),
    pauses: z.array(z.object({ from: instantSchema, to: instantSchema.nullable(), cause: textSchema })),
  })
  .meta({ id: 'Deadline' });

/** {@link deadlineSchema} of a row; counted with the calendar the deadline was set under. */
export async function deadlineView(
  database: Database,
  contract: ProcessContract,
  row: Deadline,
  now: Instant,
): Promise<z.infer<typeof deadlineSchema>> {
  const calendar = await calendarOf(database, row.calendarVersion);
  const period = row.period as unknown as Period;
  const pauses = row.pauses as unknown as Pause[];
  const startedAt = instantOf(row.startedAt.getTime());
  const dueAt = row.dueAt === null ? null : instantOf(row.dueAt.getTime());
  const { name, entry, lastDay, provisional, legalEffect } = row;
  const { title, consequence, clause, requirement } = contract.deadlines[name] ?? unknownDeadline(name);
  return {
    name,
    entry,
    title,
    status: row.status as 'OPEN',
    dueAt,
    lastDay,
    startedAt,
    provisional,
    period: periodInWords(period),
    words: deadlineInWords({ dueAt, lastDay, provisional, period }),
    workingDaysLeft: dueAt === null ? null : remainingWorkingDays(calendar, now, dueAt),
    overdue: dueAt !== null && row.status === 'OPEN' && isExceeded({ period, dueAt }, now),
    legalEffect,
    consequence,
    clause,
    requirement,
    explanation: explain({ period, startedAt, pauses, calendar }),
    pauses: pauses.map(({ from, to, cause }) => ({ from, to, cause })),
  };
}

/** A deadline of a release that has since dropped it is still shown, under its bare name. */
function unknownDeadline(name: string): ProcessContract['deadlines'][string] {
  return { title: inBoth(name), consequence: { zh: '', en: '' }, clause: '—', requirement: '—', ladder: [] };
}
