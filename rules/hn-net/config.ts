import type { NumberKey, RuleBook, RuleScalar, SwitchKey, ValuesOf } from '../book/rule-book.ts';
import { choice, resolveValues, rule } from '../book/rule-book.ts';
import { timeValues } from '../book/time-values.ts';
import { text, type Text } from '../text.ts';
import { dataBreaches } from './values/breach.ts';
import { networkValues } from './values/network.ts';
import { contentAndSupervision } from './values/content.ts';
import { operation } from './values/operation.ts';
import { retention } from './values/retention.ts';
import { services } from './values/services.ts';
import { tradingPlatform } from './values/trading-platform.ts';

/** The names of the statutes of `statute.infringement`, as a notice cites them (HN-NET-09.1). */
export const statutes = {
  CIVIL_CODE: text('《中华人民共和国民法典》', 'Civil Code of the PRC'),
  TORT_LIABILITY_LAW: text('《中华人民共和国侵权责任法》', 'Tort Liability Law of the PRC'),
} as const satisfies Readonly<Record<string, Text>>;

const effect = {
  'regime.from': choice(
    ['2015-01-23', '2015-05-26'],
    'A-67',
    'HN-NET-27.2',
    '施行日（印发日或网上发布日）',
    'First day in force: day of the document or of its posting on the web',
  ),
  'statute.infringement': choice(
    ['CIVIL_CODE', 'TORT_LIABILITY_LAW'],
    'HN-NET 第八条第七项',
    'HN-NET-09.1',
    '侵权通知引用的法律（《侵权责任法》自2021年1月1日起由《民法典》取代）',
    'Statute that infringement notices cite (the Tort Liability Law gave way to the Civil Code on 2021-01-01)',
    statutes,
  ),
  'infringement.answerWithin': rule(
    10,
    'working day',
    'HN-NET 第八条第七项',
    'HN-NET-09.2',
    '服务商答复侵权通知的期限',
    'Time for the provider to answer a notice of infringement',
  ),
} as const;

const provider = {
  'provider.verifyEvery': rule(
    12,
    'month',
    'A-63',
    'HN-NET-06.1',
    '登记信息定期核实的间隔',
    'Time between two verifications of a registration',
  ),
  'time.rollForward.verification': rule(
    true,
    'switch',
    'A-02',
    'HN-NET-06.1',
    '核实期末遇非工作日顺延',
    'The day on which a verification is due moves past days off',
  ),
  'provider.suspendAfter': rule(
    10,
    'working day',
    'HN-NET 第八条第二项',
    'HN-NET-06.7',
    '核实逾期后暂停展示的期限',
    'Time after the due day until the listing is suspended',
  ),
  'sla.registrationReview': rule(
    5,
    'working day',
    'A-08',
    'HN-NET-06.1',
    '登记审查内部时限',
    'Internal target for the review of a registration',
  ),
  'sla.verificationReview': rule(
    5,
    'working day',
    'A-08',
    'HN-NET-06.1',
    '核实材料审查内部时限',
    'Internal target for the review of a verification',
  ),
} as const;

const consumerProtection = {
  'evaluation.satisfiedFrom': rule(
    4,
    'count',
    'HN-NET 第二十三条',
    'HN-NET-24.1',
    '计为满意的最低评分（1至5分）',
    'Least score, of 1 to 5, that counts as satisfied',
  ),
  'sla.evaluationReview': rule(
    3,
    'working day',
    'A-08',
    'HN-NET-19.1',
    '评价内容核查内部时限',
    'Internal target for the review of an evaluation reported as unlawful',
  ),
  'complaint.registerWithin': rule(
    1,
    'working day',
    'A-62',
    'HN-NET-20.2',
    '投诉登记期限',
    'Time to register a complaint',
  ),
  'complaint.handleWithin': rule(
    15,
    'working day',
    'A-62',
    'HN-NET-20.3',
    '投诉处理期限（自登记起）',
    'Time to handle a complaint, from its registration',
  ),
  'mediation.level': rule(
    20,
    'working day',
    'A-62',
    'HN-NET-21.5',
    '每级调解期限',
    'Length of the mediation at each level',
  ),
  'mediation.reapplyWithin': rule(
    20,
    'working day',
    'HN-NET 第十九条第四项',
    'HN-NET-21.3',
    '平台调解未果后案卷等待向主管部门申请的期限（逾期结案，申请权不受影响）',
    'How long the file of a failed mediation waits for an application to the department (the right to apply outlasts it)',
  ),
  'mediation.department': choice(
    ['PLATFORM', 'PROVIDER', 'CONSUMER'],
    'A-64',
    'HN-NET-21.3',
    '“当地”指调解平台、服务商或消费者所在地',
    'Whose place "local" means: that of the mediating platform, the provider or the consumer',
    {
      PLATFORM: text('调解平台所在地', 'that of the platform'),
      PROVIDER: text('服务商所在地', 'that of the provider'),
      CONSUMER: text('消费者所在地', 'that of the consumer'),
    },
  ),
  'settlement.remindBefore': rule(
    1,
    'working day',
    'XC-03.1',
    'HN-NET-21.6',
    '履行日前最后一次提醒的工作日数',
    'Last reminder so many working days before the day of performance',
  ),
} as const;

const values = {
  ...effect,
  ...provider,
  ...consumerProtection,
  ...networkValues,
  ...contentAndSupervision,
  ...dataBreaches,
  ...retention,
  ...services,
  ...operation,
  ...tradingPlatform,
  ...timeValues,
};

/** The Hunan network measures as data: every number and default of registration, evaluation, complaint and mediation. */
export const hnNetRules = {
  regime: 'HN_NET',
  version: 1,
  title: text(
    '湖南省中小企业公共服务平台网络运行管理办法',
    'Hunan SME public service platform network operation measures',
  ),
  status: { code: 'IN_FORCE', on: '2015-01-23', from: values['regime.from'].value, zh: '现行有效', en: 'In force' },
  values,
} as const satisfies RuleBook<typeof values>;

/** The bare values of the HN_NET rule book by key; plain JSON. */
export type HnNetValues = ValuesOf<typeof values>;

/** A key of the HN_NET rule book that holds a number, e.g. the length of a period. */
export type HnNetNumberKey = NumberKey<HnNetValues>;

/** A key of the HN_NET rule book that holds a switch. */
export type HnNetSwitchKey = SwitchKey<HnNetValues>;

/**
 * The HN_NET values, with some set otherwise by a manager (XC-06.2).
 * @throws RuleValueError when a key does not exist or a value does not fit it.
 */
export function hnNetValues(overrides: Readonly<Record<string, RuleScalar>> = {}): HnNetValues {
  return resolveValues<typeof values>(hnNetRules, overrides);
}
