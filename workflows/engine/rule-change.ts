/** A rule value that another version of the rules sets otherwise: in words, and told to whom it concerns. */
import { NOT_SET, type RuleScalar, type RuleValue } from '../../rules/book/rule-book.ts';
import type { ValuesChanged } from '../../rules/notices.ts';
import { inUnits } from '../../rules/book/units.ts';
import { changed, entry } from '../../rules/phrases.ts';
import { inBoth, text, type Text } from '../../rules/text.ts';
import type { ProcessContract } from './contract.ts';
import type { RuleValues } from './state.ts';
import type { Step } from './step.ts';

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

/** Tells each party of the values with these keys that were others before the case came under its rules (XC-06.2). */
export function tellValues(
  step: Pick<Step, 'now' | 'rules'> & {
    readonly contract: Pick<ProcessContract, 'kind' | 'names'>;
    notify(template: 'valuesChanged', to: never, data: ValuesChanged): void;
  },
  told: Readonly<Record<string, readonly string[]>>,
  before: RuleValues,
  reason: string,
): void {
  const { names } = step.contract;
  for (const [party, keys] of Object.entries(told)) {
    const changes = keys
      .filter((key) => before[key] !== step.rules[key])
      .map((key) => ruleChange(names?.rules?.[key], { key, from: before[key], to: step.rules[key] }));
    if (changes.length > 0) step.notify('valuesChanged', party as never, { changes, changedAt: step.now, reason });
  }
}

function valueInWords(rule: RuleValue | undefined, value: RuleScalar | undefined): Text {
  if (value === undefined) return text('无', 'none');
  if (value === null) return NOT_SET;
  if (typeof value === 'boolean') return value ? text('开', 'on') : text('关', 'off');
  if (typeof value === 'string') return rule?.words?.[value] ?? inBoth(value);
  return rule === undefined ? inBoth(String(value)) : inUnits(value, rule.unit);
}
