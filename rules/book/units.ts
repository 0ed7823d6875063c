/** What the units of rule values are called, behind a number of them. */
import { text, type Text } from '../text.ts';
import type { RuleUnit } from './rule-book.ts';

/** A switch, a word of a list and a time of day speak for themselves. */
export const UNIT_TITLES: Readonly<Record<RuleUnit, Text>> = {
  hour: text('时', 'o’clock'),
  'clock time': text('', ''),
  'working day': text('个工作日', 'working days'),
  'calendar day': text('个自然日', 'calendar days'),
  month: text('个月', 'months'),
  year: text('年', 'years'),
  quarter: text('个季度', 'quarters'),
  'RMB yuan': text('元', 'RMB yuan'),
  'square metre': text('平方米', 'square metres'),
  percent: text('%', '%'),
  point: text('分', 'points'),
  count: text('', ''),
  switch: text('', ''),
  choice: text('', ''),
};

/** The unit behind a value: 个工作日, working days; of one in the singular. */
export function unitOf(value: unknown, unit: RuleUnit): Text {
  const { zh, en } = UNIT_TITLES[unit];
  return text(zh, value === 1 && en === `${unit}s` ? unit : en);
}

/** A value with its unit: 5 个工作日, 5 working days. */
export function inUnits(value: number, unit: RuleUnit): Text {
  const { zh, en } = unitOf(value, unit);
  return text(`${value} ${zh}`.trim(), `${value} ${en}`.trim());
}
