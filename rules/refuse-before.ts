import { refuse } from './refusal.ts';
import type { Text } from './text.ts';
import { dayInWords, type Day } from './time/index.ts';

/**
 * Refuses a day before what it belongs to was there: it would count in a time in which nothing could have happened (XC-05.1).
 * @param since what began on the first day that can be given, e.g. `服务商登记之日`
 * @throws Refusal INVALID_INPUT at `field`
 */
export function refuseBefore(field: string, on: Day, first: Day, since: Text): void {
  if (on >= first) return;
  const { zh, en } = dayInWords(first);
  refuse('INVALID_INPUT', `日期不能早于${since.zh}（${zh}）。`, `The day cannot lie before ${since.en} (${en}).`, {
    field,
    facts: { first },
  });
}
