import type { NumberKey, RuleBook, RuleScalar, ValuesOf } from '../book/rule-book.ts';
import { choice, resolveValues } from '../book/rule-book.ts';
import { timeValues } from '../book/time-values.ts';
import { text } from '../text.ts';
import { centreValues } from './values.ts';

const effect = {
  'regime.from': choice(['2020-01-01'], 'EC-CENTRE', 'EC-CENTRE-08.6', '施行日', 'First day in force'),
} as const;

const values = { ...effect, ...centreValues, ...timeValues };

/** Management and service standard for e-commerce public service centres as data: every number and default. */
export const ecCentreRules = {
  regime: 'EC_CENTRE',
  version: 1,
  title: text(
    '电子商务公共服务中心管理与服务规范',
    'Management and service standard for e-commerce public service centres',
  ),
  status: {
    code: 'IN_FORCE',
    on: '2020-01-01',
    from: values['regime.from'].value,
    zh: '联盟标准（推荐性）',
    en: 'Alliance standard, recommended',
  },
  values,
} as const satisfies RuleBook<typeof values>;

/** The bare values of the EC_CENTRE rule book by key; plain JSON. */
export type EcCentreValues = ValuesOf<typeof values>;

/** A key of the EC_CENTRE rule book that holds a number. */
export type EcCentreNumberKey = NumberKey<EcCentreValues>;

/**
 * The EC_CENTRE values, with some set otherwise by a manager (XC-06.2).
 * @throws RuleValueError when a key does not exist or a value does not fit it.
 */
export function ecCentreValues(overrides: Readonly<Record<string, RuleScalar>> = {}): EcCentreValues {
  return resolveValues<typeof values>(ecCentreRules, overrides);
}
