import { text, type Text } from '../text.ts';
import type { CalendarYear } from './calendar.ts';
import { parseDayList } from './day-list.ts';
import { dayFromNumber, weekdayOfNumber } from './instant.ts';

/** Days off in every arrangement since 2004. A list without them was not typed to its end. */
const alwaysOff = '0101 0501 1001-1003';

/** One thing wrong with an arrangement, and where: the year, a list of days, or the source. */
export interface CalendarFault {
  readonly field: 'year' | 'off' | 'work' | 'source';
  readonly message: Text;
}

/**
 * What is wrong with a year's arrangement before it is loaded (XC-02.3), one sentence a fault; empty when it may be
 * used. Also faults a published year that leaves out a statutory holiday, since every deadline would silently be short.
 */
export function validateCalendarYear(year: number | string, data: CalendarYear): CalendarFault[] {
  const key = String(year);
  if (!/^\d{4}$/.test(key)) {
    return [{ field: 'year', message: text(`“${key}”不是四位数的年份。`, `"${key}" is not a year of four digits.`) }];
  }
  const off = parseDayList(key, data.off);
  const work = parseDayList(key, data.work);
  const problems: CalendarFault[] = [];
  const told = (field: CalendarFault['field'], zh: string, en: string) =>
    problems.push({ field, message: text(zh, en) });
  for (const message of off.problems) problems.push({ field: 'off', message });
  for (const message of work.problems) problems.push({ field: 'work', message });
  const offDays = new Set(off.days);

  for (const number of repeated([...offDays, ...new Set(work.days)])) {
    const day = dayFromNumber(number);
    told('work', `${day} 既列为放假又列为上班。`, `${day} is listed both as off and as working.`);
  }
  for (const [field, { days }] of [['off', off] as const, ['work', work] as const]) {
    for (const number of repeated(days)) {
      const day = dayFromNumber(number);
      told(field, `${day} 重复列出。`, `${day} is listed twice.`);
    }
  }
  for (const number of new Set(work.days)) {
    const day = weekdayOfNumber(number);
    if (day === 0 || day === 6) continue;
    const date = dayFromNumber(number);
    told(
      'work',
      `${date} 是周一至周五，不能列为调休上班日。`,
      `${date} is a weekday and cannot be a make-up working day.`,
    );
  }
  for (const number of parseDayList(key, alwaysOff).days.filter((day) => !offDays.has(day))) {
    const day = dayFromNumber(number);
    told('off', `未列出法定节假日 ${day}。`, `The statutory holiday ${day} is not listed as off.`);
  }
  if (data.source.trim() === '') {
    told('source', '请注明所依据的通知。', 'Name the notice the arrangement is taken from.');
  }
  return problems;
}

function repeated(numbers: readonly number[]): Set<number> {
  return new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index));
}
