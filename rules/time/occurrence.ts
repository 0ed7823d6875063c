import { addMonths, dayOf, type Day, type Instant } from './instant.ts';

/**
 * How many months after `anchor` the next end of a period that comes again every `everyMonths` months lies: the first multiple whose day
 * is not over at `now`. From an anchor on the last day of a year these are the ends of the months, quarters or years themselves.
 * @throws RangeError unless `everyMonths` is a whole number of 1 or more
 */
export function occurrenceAfter(anchor: Day, everyMonths: number, now: Instant): number {
  if (!Number.isInteger(everyMonths) || everyMonths < 1)
    throw new RangeError(`A period that comes again needs a whole number of months; it was given ${everyMonths}.`);
  const today = dayOf(now);
  let months = everyMonths;
  while (addMonths(anchor, months) <= today) months += everyMonths;
  return months;
}
