import type { NumberKey, RuleBook, RuleScalar, ValuesOf } from '../book/rule-book.ts';
import { choice, resolveValues } from '../book/rule-book.ts';
import { timeValues } from '../book/time-values.ts';
import { text } from '../text.ts';
import { evaluationValues } from './values/evaluation.ts';
import { operationValues } from './values/operation.ts';

const effect = {
  'regime.from': choice(['2019-01-01'], 'AH-OPS 第二十条', 'AH-OPS-07.1', '施行日', 'First day in force'),
} as const;

const values = { ...effect, ...operationValues, ...evaluationValues, ...timeValues };

/** Anhui 1+16+X SME public service platform network as data: every number and default. */
export const ahRules = {
  regime: 'AH',
  version: 1,
  title: text(
    '安徽省“1+16+X”中小企业公共服务平台网络运营管理办法（试行）',
    'Anhui 1+16+X SME public service platform network',
  ),
  status: { code: 'IN_FORCE', on: '2019-01-01', from: values['regime.from'].value, zh: '试行', en: 'Trial' },
  values,
  above: [['evaluation.limits.excellent', 'evaluation.limits.qualified']],
} as const satisfies RuleBook<typeof values>;

/** The bare values of the AH rule book by key; plain JSON. */
export type AhValues = ValuesOf<typeof values>;

/** A key of the AH rule book that holds a number. */
export type AhNumberKey = NumberKey<AhValues>;

/**
 * The AH values, with some set otherwise by a manager (XC-06.2).
 * @throws RuleValueError when a key does not exist or a value does not fit it.
 */
export function ahValues(overrides: Readonly<Record<string, RuleScalar>> = {}): AhValues {
  return resolveValues<typeof values>(ahRules, overrides);
}
