import { text, type Text } from '../text.ts';
import { statusOfNumber } from './calendar.ts';
import { dayFromNumber, dayNumber, dayOf, type Day, type Instant } from './instant.ts';
import { standstillOn, type Standstill } from './pauses.ts';
import type { CountedPeriod, ReckonInput } from './period.ts';
import { correspondingDay, measure, type Measured } from './reckon.ts';
import { clockOf, momentInWords, periodInWords } from './words.ts';

/** What became of one day in a count. */
export interface ExplainedDay {
  readonly day: Day;
  readonly counted: boolean;
  /** 1 for the first day that counts; null for a day that does not, and where days are not numbered (months, dates). */
  readonly ordinal: number | null;
  readonly provisional: boolean;
  readonly why: Text;
}

/**
 * How `reckon` came to its answer, day by day from the day of the event; for months and years only the days that
 * decide. Ends with the last day, with the moment a pause let the period run out, or where the clock stands still.
 */
export function explain(input: ReckonInput): ExplainedDay[] {
  const { period } = input;
  if (period.unit === 'date') {
    return [
      counted(
        dayNumber(period.day),
        text('指定日期，含当日，不因放假顺延', 'named date, included, not moved by holidays'),
      ),
    ];
  }
  if (period.unit === 'instant') {
    const moment = momentInWords(period.at);
    return [counted(dayNumber(dayOf(period.at)), text(`指定时刻 ${moment.zh}`, `named time, ${moment.en}`))];
  }
  const measured = measure(input);
  const start = dayNumber(dayOf(input.startedAt));
  const lines = [skipped(start, text('事由发生当日，不计入', 'day of the event, not counted'))];
  if (period.unit === 'months' || period.unit === 'years') lines.push(...decidingDays(period, measured, start));
  else lines.push(...everyDay(input, measured, start));
  if (measured.countEnd === null) return lines;
  if (measured.lastDay !== null) lines.push(...rolledDays(input, measured.countEnd, dayNumber(measured.lastDay)));
  if (measured.dueAt !== null && measured.releasedBy) lines.push(lateDay(measured.dueAt, measured.releasedBy));
  const open = stillOpen(measured);
  if (measured.paused && open) lines.push(pausedDay(open.firstDay, open));
  return lines;
}

/** Every day up to the one on which the count was full, or the first day of a pause that still lasts. */
function everyDay(input: ReckonInput, measured: Measured, start: number): ExplainedDay[] {
  const { standstills, countEnd } = measured;
  const end = countEnd ?? Math.max(stillOpen(measured)?.firstDay ?? 0, start + 1);
  const lines: ExplainedDay[] = [];
  let ordinal = 0;
  for (let number = start + 1; number <= end; number += 1) {
    const standstill = standstillOn(standstills, number);
    const status = statusOfNumber(input.calendar, number);
    if (standstill) lines.push(pausedDay(number, standstill));
    else if (input.period.unit === 'calendarDays')
      lines.push(counted(number, text('自然日', 'calendar day'), ++ordinal));
    else if (status.working) lines.push({ ...counted(number, status.why, ++ordinal), provisional: status.provisional });
    else lines.push({ ...skipped(number, status.why), provisional: status.provisional });
  }
  return lines;
}

/** The corresponding day of the last month, and each pause that put it off. */
function decidingDays(
  period: Exclude<CountedPeriod, { unit: 'workingDays' }>,
  { standstills, countEnd }: Measured,
  start: number,
): ExplainedDay[] {
  const corresponding = dayNumber(correspondingDay(period, dayFromNumber(start)));
  const length = periodInWords(period);
  const sameDate = dayFromNumber(corresponding).slice(8) === dayFromNumber(start).slice(8);
  const found = sameDate
    ? text(`满${length.zh}的对应日`, `corresponding day after ${length.en}`)
    : text(`满${length.zh}，当月无对应日，取月末日`, `last day of the month after ${length.en}, which has no such day`);
  const lost = standstills.filter(
    ({ firstDay, lastDay }) => lastDay > start && firstDay <= lastDay && (countEnd === null || firstDay <= countEnd),
  );
  const lines = lost.map((standstill) => pausedStretch(standstill, start));
  if (countEnd === null) return lines;
  lines.push(counted(corresponding, found));
  if (countEnd !== corresponding) {
    const days = countEnd - corresponding;
    lines.push(counted(countEnd, text(`因计时暂停顺延 ${days} 日`, `put off by the ${days} days lost to pauses`)));
  }
  return lines.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** Why the end moved on from a day that is not worked, and where it came to rest (XC-01.5). */
function rolledDays(input: ReckonInput, countEnd: number, last: number): ExplainedDay[] {
  const lines: ExplainedDay[] = [];
  for (let number = countEnd; number <= last && last !== countEnd; number += 1) {
    const { why, provisional } = statusOfNumber(input.calendar, number);
    const moved = text(`${why.zh}，期间末日顺延`, `${why.en}, so the last day moves on`);
    const rests = text(`${why.zh}，顺延至此为末日`, `${why.en}, so the period ends here`);
    lines.push({ ...(number === last ? counted(number, rests) : skipped(number, moved)), provisional });
  }
  return lines;
}

function stillOpen({ standstills }: Measured): Standstill | undefined {
  return standstills.find(({ to }) => to === Infinity);
}

function pausedDay(number: number, { cause, lastDay, to }: Standstill): ExplainedDay {
  if (to === Infinity)
    return skipped(number, text(`自本日起计时暂停：${cause.zh}`, `clock stands still from this day: ${cause.en}`));
  if (number === lastDay)
    return skipped(number, text(`计时暂停结束当日：${cause.zh}`, `day on which the pause ended: ${cause.en}`));
  return skipped(number, text(`计时暂停：${cause.zh}`, `clock paused: ${cause.en}`));
}

function pausedStretch(standstill: Standstill, start: number): ExplainedDay {
  const first = Math.max(standstill.firstDay, start + 1);
  if (standstill.to === Infinity) return pausedDay(first, standstill);
  const days = standstill.lastDay - first + 1;
  return skipped(
    first,
    text(`计时暂停 ${days} 日：${standstill.cause.zh}`, `clock paused for ${days} days: ${standstill.cause.en}`),
  );
}

function lateDay(dueAt: Instant, { cause }: Standstill): ExplainedDay {
  const clock = clockOf(dueAt);
  return skipped(
    dayNumber(dayOf(dueAt)),
    text(
      `${clock} 计时恢复时已无剩余日，即时逾期：${cause.zh}`,
      `no day was left when the pause ended at ${clock}, late from then: ${cause.en}`,
    ),
  );
}

function counted(number: number, why: Text, ordinal: number | null = null): ExplainedDay {
  return { day: dayFromNumber(number), counted: true, ordinal, provisional: false, why };
}

function skipped(number: number, why: Text): ExplainedDay {
  return { day: dayFromNumber(number), counted: false, ordinal: null, provisional: false, why };
}
