import type { NumberKey, RuleBook, RuleScalar, ValuesOf } from '../book/rule-book.ts';
import { choice, resolveValues } from '../book/rule-book.ts';
import { timeValues } from '../book/time-values.ts';
import { text } from '../text.ts';
import { declarationValues } from './values.ts';

const effect = {
  'regime.from': choice(['2019-04-01'], 'HN-BASE', 'HN-BASE-01.1', '施行日', 'First day in force'),
} as const;

const values = { ...effect, ...declarationValues, ...timeValues };

/** Declaration of national demonstration bases for micro and small enterprises as data: every number and default. */
export const hnBaseRules = {
  regime: 'HN_BASE',
  version: 1,
  title: text(
    '关于组织申报2019年度国家小型微型企业创业创新示范基地的通知',
    'Declaration of national demonstration bases for micro and small enterprises',
  ),
  status: {
    code: 'IN_FORCE',
    on: '2019-04-01',
    from: values['regime.from'].value,
    zh: '已印发，适用于2019年度申报',
    en: 'Issued, for the declaration of 2019',
  },
  values,
} as const satisfies RuleBook<typeof values>;

/** The bare values of the HN_BASE rule book by key; plain JSON. */
export type HnBaseValues = ValuesOf<typeof values>;

/** A key of the HN_BASE rule book that holds a number. */
export type HnBaseNumberKey = NumberKey<HnBaseValues>;

/**
 * The HN_BASE values, with some set otherwise by a manager (XC-06.2).
 * @throws RuleValueError when a key does not exist or a value does not fit it.
 */
export function hnBaseValues(overrides: Readonly<Record<string, RuleScalar>> = {}): HnBaseValues {
  return resolveValues<typeof values>(hnBaseRules, overrides);
}
