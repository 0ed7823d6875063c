import type { RuleScalar } from '../book/rule-book.ts';
import type { Period } from './period.ts';

/** The period with the length its rule value has, and the end of day that the rules set. */
export function underRules(period: Period, rules: Readonly<Record<string, RuleScalar>>): Period {
  if (period.unit === 'instant') return period;
  const ruled: Record<string, unknown> = { ...period };
  delete ruled['closesAt'];
  const endOfDay = rules['time.endOfDay'];
  if (endOfDay !== undefined && endOfDay !== '24:00') ruled['closesAt'] = endOfDay;
  const n = period.unit === 'date' || period.rule === undefined ? undefined : rules[period.rule];
  if (typeof n === 'number') ruled['n'] = n;
  const rolls = 'rollForwardRule' in period ? rules[period.rollForwardRule ?? ''] : undefined;
  if (typeof rolls === 'boolean') ruled['rollForward'] = rolls;
  return ruled as unknown as Period;
}
