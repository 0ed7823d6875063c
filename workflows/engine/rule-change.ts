/** A rule value that another version of the rules sets otherwise, in words. */
import type { RuleScalar, RuleUnit, RuleValue } from '../../rules/book/rule-book.ts';
import { changed, entry } from '../../rules/phrases.ts';
import { inBoth, text, type Text } from '../../rules/text.ts';

const UNITS: Readonly<Record<Exclude<RuleUnit, 'switch' | 'choice' | 'clock time'>, Text>> = {
  hour: text('时', 'hours'),
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
};

/** What a unit is called after a number; empty for one that speaks for itself. */
export function unitInWords(unit: RuleUnit): Text {
  return (UNITS as Partial<Record<RuleUnit, Text>>)[unit] ?? text('', '');
}

/** Its name with both values: 试运行订单数：由 100 改为 120. A value that the book does not name stands under its key. */
export function ruleChange(
  rule: RuleValue | undefined,
  {
    key,
    from,
    to,
  }: { readonly key: string; readonly from?: RuleScalar | undefined; readonly to?: RuleScalar | undefined },
): Text {
  const name = rule === undefined ? inBoth(key) : text(rule.zh, rule.en);
  return entry(name, changed(valueInWords(rule, from), valueInWords(rule, to)));
}

function valueInWords(rule: RuleValue | undefined, value: RuleScalar | undefined): Text {
  if (value === undefined) return text('无', 'none');
  if (typeof value === 'boolean') return value ? text('开', 'on') : text('关', 'off');
  if (typeof value === 'string') return rule?.words?.[value] ?? inBoth(value);
  const unit = rule === undefined ? inBoth('') : unitInWords(rule.unit);
  return text(`${value} ${unit.zh}`.trim(), `${value} ${unit.en}`.trim());
}
