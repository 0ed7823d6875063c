import { counted, text, type Text } from '../text.ts';
import { addDays, dayOf, startOfDay, weekday, type Day, type Instant } from './instant.ts';
import type { Period, Reckoned } from './period.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A period as a sentence names it: 5 个工作日 / 5 working days, 2 个月 / 2 months. */
export function periodInWords(period: Period): Text {
  switch (period.unit) {
    case 'workingDays':
      return text(`${period.n} 个工作日`, counted(period.n, 'working day'));
    case 'calendarDays':
      return text(`${period.n} 个自然日`, counted(period.n, 'calendar day'));
    case 'months':
      return text(`${period.n} 个月`, counted(period.n, 'month'));
    case 'years':
      return text(`${period.n} 年`, counted(period.n, 'year'));
    case 'date':
      return dayInWords(period.day);
    case 'instant':
      return momentInWords(period.at);
  }
}

/** A day: 2025年10月10日 / Friday 10 October 2025. */
export function dayInWords(day: Day): Text {
  const [year = '', month = '', date = ''] = day.split('-');
  return text(
    `${year}年${Number(month)}月${Number(date)}日`,
    `${weekdays[weekday(day)]} ${Number(date)} ${months[Number(month) - 1]} ${year}`,
  );
}

/** A month, written `2025-10`: 2025年10月 / October 2025. */
export function monthInWords(month: string): Text {
  const [year = '', nth = ''] = month.split('-');
  return text(`${year}年${Number(nth)}月`, `${months[Number(nth) - 1]} ${year}`);
}

/** A moment in Shanghai, to the minute: 2020年12月11日 17:00 / 17:00 on Friday 11 December 2020. */
export function momentInWords(instant: Instant): Text {
  return clockOnDay(dayOf(instant), clockOf(instant));
}

/** The end of a period: a midnight is the 24:00 of the day before (XC-01.4), any other moment is itself. */
export function endInWords(instant: Instant): Text {
  const day = dayOf(instant);
  return instant === startOfDay(day) ? clockOnDay(addDays(day, -1), '24:00') : momentInWords(instant);
}

/** The same words with the zone they are in (XC-01.1). */
export function inZone({ zh, en }: Text): Text {
  return text(`${zh}（北京时间 UTC+8）`, `${en} (UTC+8)`);
}

/**
 * A deadline with date, time and zone (XC-01.1, XC-03.2), e.g. 2025年10月10日 24:00（北京时间 UTC+8） / 24:00 on Friday
 * 10 October 2025 (UTC+8). A provisional one says so (XC-02.2); a clock that stands still has no date.
 */
export function deadlineInWords(
  deadline: Pick<Reckoned, 'lastDay' | 'dueAt' | 'provisional'> & { readonly period: Period },
): Text {
  if (deadline.dueAt === null) return text('计时已暂停，恢复后确定', 'clock paused; set when it runs again');
  // A named clock time of 00:00 stays as it was named.
  const moment = deadline.period.unit === 'instant' ? momentInWords(deadline.dueAt) : endInWords(deadline.dueAt);
  if (!deadline.provisional) return inZone(moment);
  return text(
    `${moment.zh}（北京时间 UTC+8；暂定，放假安排尚未公布）`,
    `${moment.en} (UTC+8; provisional, the holiday arrangement is not yet published)`,
  );
}

function clockOnDay(day: Day, clock: string): Text {
  const date = dayInWords(day);
  return text(`${date.zh} ${clock}`, `${clock} on ${date.en}`);
}

/** The clock time of an instant, to the minute: `HH:MM`. */
export function clockOf(instant: Instant): string {
  return instant.slice(11, 16);
}
