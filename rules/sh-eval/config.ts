import type { NumberKey, RuleBook, RuleScalar, ValuesOf } from '../book/rule-book.ts';
import { choice, resolveValues } from '../book/rule-book.ts';
import { timeValues } from '../book/time-values.ts';
import { text } from '../text.ts';
import { assessmentValues } from './values/assessment.ts';
import { campaignValues } from './values/campaign.ts';
import { entryValues } from './values/entry.ts';

const effect = {
  'regime.from': choice(['2020-11-10'], 'SH-EVAL', 'SH-EVAL-01.5', '施行日', 'First day in force'),
} as const;

const values = { ...effect, ...entryValues, ...assessmentValues, ...campaignValues, ...timeValues };

/** Shanghai third-party assessment of SME service quality as data: every number and default. */
export const shEvalRules = {
  regime: 'SH_EVAL',
  version: 1,
  title: text('上海市2020年中小企业服务质量第三方测评通知', 'Shanghai third-party assessment of SME service quality'),
  status: {
    code: 'IN_FORCE',
    on: '2020-11-10',
    from: values['regime.from'].value,
    zh: '已印发，适用于2020年度测评',
    en: 'Issued, for the assessment of 2020',
  },
  values,
  above: [['assessment.limits.excellent', 'assessment.limits.good']],
} as const satisfies RuleBook<typeof values>;

/** The bare values of the SH_EVAL rule book by key; plain JSON. */
export type ShEvalValues = ValuesOf<typeof values>;

/** A key of the SH_EVAL rule book that holds a number. */
export type ShEvalNumberKey = NumberKey<ShEvalValues>;

/**
 * The SH_EVAL values, with some set otherwise by a manager (XC-06.2).
 * @throws RuleValueError when a key does not exist or a value does not fit it.
 */
export function shEvalValues(overrides: Readonly<Record<string, RuleScalar>> = {}): ShEvalValues {
  return resolveValues<typeof values>(shEvalRules, overrides);
}
