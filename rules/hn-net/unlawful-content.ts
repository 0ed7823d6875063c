/** Unlawful content of providers: what it breaches, what is done about it, how it is known (HN-NET-08, 15). */
import { duty, type Duty } from './duty.ts';
import { issue, type Issue } from './issue.ts';
import { text, type Text } from '../text.ts';
import type { Day, Instant } from '../time/index.ts';

/** What content can breach; the six kinds of online unfair competition are those of table 4.19 (第九条第九项, HN-NET-15.10). */
export const contentBreaches = {
  PROHIBITED: duty('禁止交易的服务（商品）', 'Services or goods whose trade is prohibited', '第九条第三项', '15.1'),
  UNTRUE_INFORMATION: duty('未如实提供服务信息', 'Information on the service not true', '第九条第四项', '15.2'),
  FALSE_PUBLICITY: duty('虚假宣传、虚假表示', 'False publicity', '第九条第六项', '15.4'),
  UNFAIR_TERMS: duty('格式条款不公平', 'Unfair standard terms', '第九条第七项', '15.5'),
  PERSONAL_DATA: duty('泄露、出售消费者信息', 'Consumer data disclosed or sold', '第九条第八项', '15.7'),
  CONFUSING_MARKS: duty('使用易混淆的域名、名称、标识', 'Confusing domain, name or logo', '第九条第九项(一)', '15.10'),
  FORGED_OFFICIAL_MARKS: duty(
    '擅自使用或者伪造官方电子标识',
    'Official e-marks used without right or forged',
    '第九条第九项(二)',
    '15.10',
  ),
  EXCESSIVE_PRIZES: duty(
    '以超过法定限额的虚拟奖品抽奖销售',
    'Lottery with virtual prizes above the legal limit',
    '第九条第九项(三)',
    '15.10',
  ),
  FABRICATED_TRADES: duty(
    '虚构交易、删除不利评价',
    'Fabricated trades or deleted unfavourable evaluations',
    '第九条第九项(四)',
    '15.10',
  ),
  ATTACKS: duty(
    '技术攻击、恶意评价竞争对手',
    'Technical attacks or malicious evaluations against competitors',
    '第九条第九项(五)',
    '15.10',
  ),
  OTHER_UNFAIR: duty('其他不正当竞争行为', 'Other unfair competition by law', '第九条第九项(六)', '15.10'),
  OTHER_UNLAWFUL: duty('其他违反法律法规的内容', 'Other breach of laws or rules', '第八条第六项', '08.2'),
} as const satisfies Readonly<Record<string, Duty>>;

export type ContentBreachCode = keyof typeof contentBreaches;

/** What puts an end to it (第八条第六项). */
export const contentMeasures = {
  STOP_TRADING: text('停止交易服务', 'Trading stopped'),
  DELETE: text('删除', 'Content deleted'),
  BLOCK: text('屏蔽', 'Content blocked'),
} as const satisfies Readonly<Record<string, Text>>;

export type ContentMeasure = keyof typeof contentMeasures;

/** How the platform came to know of it. */
export const contentSources = {
  MONITORING: text('平台检查监控发现', 'Found by monitoring'),
  REPORT: text('举报', 'Reported'),
  AUTHORITY: text('有关行政管理部门要求', 'Demanded by an authority'),
} as const satisfies Readonly<Record<string, Text>>;

export type ContentSource = keyof typeof contentSources;

/** How a report reaches the authority: table 4.28, N-13. */
export const reportWays = {
  LETTER: text('挂号信函', 'Recorded letter'),
  SYSTEM: text('监管系统', 'System of the authority'),
} as const satisfies Readonly<Record<string, Text>>;

/** A breach in the credit record of a provider (HN-NET-08, 12.1). */
export interface ViolationItem {
  readonly breach: ContentBreachCode;
  readonly foundOn: Day;
  /** Day on which the finding was taken back. */
  readonly liftedOn?: Day;
}

/** All that is wrong with the time at which the platform says it came to know (HN-NET-14.2); empty when nothing. */
export function checkKnownAt(knownAt: Instant, now: Instant): Issue<'knownAt'>[] {
  if (knownAt <= now) return [];
  return [issue('knownAt', '14.2', '知悉时间不能晚于现在', 'The time of knowing cannot lie in the future')];
}

/** All that is wrong with the time of a report (HN-NET-08.2): it is made after the platform knew, and not in the future. */
export function checkReportedAt(reportedAt: Instant, knownAt: Instant, now: Instant): Issue<'reportedAt'>[] {
  if (reportedAt > now) {
    return [issue('reportedAt', '08.2', '报告时间不能晚于现在', 'The time of the report cannot lie in the future')];
  }
  if (reportedAt >= knownAt) return [];
  return [issue('reportedAt', '08.2', '报告时间不能早于知悉时间', 'The report cannot be earlier than the knowledge')];
}
