/** A rule value that another version of the rules sets otherwise, in words. */
import { NOT_SET, type RuleScalar, type RuleValue } from '../../rules/book/rule-book.ts';
import { UNIT_TITLES } from '../../rules/book/units.ts';
import { changed, entry } from '../../rules/phrases.ts';
import { inBoth, text, type Text } from '../../rules/text.ts';

/** `undefined` where one of the two versions does not have it. */
export interface ChangedValue {
  readonly key: string;
  readonly from?: RuleScalar | undefined;
  readonly to?: RuleScalar | undefined;
}

/** Its name with both values: 试运行订单数：由 100 改为 120. A value that the book does not name stands under its key. */
export function ruleChange(rule: RuleValue | undefined, { key, from, to }: ChangedValue): Text {
  const name = rule === undefined ? inBoth(key) : text(rule.zh, rule.en);
  return entry(name, changed(valueInWords(rule, from), valueInWords(rule, to)));
}

function valueInWords(rule: RuleValue | undefined, value: RuleScalar | undefined): Text {
  if (value === undefined) return text('无', 'none');
  if (value === null) return NOT_SET;
  if (typeof value === 'boolean') return value ? text('开', 'on') : text('关', 'off');
  if (typeof value === 'string') return rule?.words?.[value] ?? inBoth(value);
  const unit = rule === undefined ? inBoth('') : UNIT_TITLES[rule.unit];
  return text(`${value} ${unit.zh}`.trim(), `${value} ${unit.en}`.trim());
}
