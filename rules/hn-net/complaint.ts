import {
  checkFinding as checkFindingUnder,
  countsAgainst,
  type ComplaintLaw,
  type ComplaintReason,
  type Finding as FindingUnder,
} from '../disputes/complaint.ts';
import type { Issue } from '../issue.ts';
import { text, type Text } from '../text.ts';
import { duty } from './duty.ts';
import type { Network, NetworkBody } from './network.ts';
import { competentPlatform, trainingNetwork, platformOf } from './network.ts';

/** The reasons of a complaint. `OTHER` is open, since the text limits complaints to none (第十九条第三项). */
export const complaintReasons = {
  NO_VOUCHER: duty('未出具发票或服务单据', 'No invoice or voucher', '第九条第五项', '15.3'),
  NOT_AS_PROMISED: duty('未按承诺提供服务（商品）', 'Not performed as promised', '第九条第四项', '15.2'),
  INFORMATION_WITHHELD: duty('未如实告知服务信息', 'Information withheld or untrue', '第九条第四项', '15.2'),
  FALSE_PUBLICITY: duty('虚假宣传', 'False publicity', '第九条第六项', '15.4'),
  PROHIBITED_SERVICE: duty('提供禁止交易的服务（商品）', 'Prohibited services or goods', '第九条第三项', '15.1'),
  NOT_QUALIFIED: duty('无行政许可或从业资质', 'No permit or qualification', '第九条第一项', '06.3'),
  UNFAIR_TERMS: duty('格式条款不公平', 'Unfair standard terms', '第九条第七项', '15.5'),
  FORCED_TRADE: duty('强制交易', 'Forced trade', '第九条第七项', '15.5'),
  DATA_MISUSED: duty('违规收集、使用消费者信息', 'Consumer data misused', '第九条第八项', '15.6'),
  DATA_DISCLOSED: duty('泄露、出售消费者信息', 'Consumer data disclosed or sold', '第九条第八项', '15.7'),
  UNWANTED_MESSAGES: duty('拒绝后仍发送商业信息', 'Messages after refusal', '第九条第八项', '15.9'),
  UNFAIR_COMPETITION: duty('不正当竞争', 'Unfair competition', '第九条第九项', '15.10'),
  EVALUATION_REMOVED: duty('删除不利评价', 'Unfavourable evaluation deleted', '第九条第九项(四)', '19.2'),
  FEE_FOR_FREE_SERVICE: duty('对免费公共服务收费', 'Fee for a free public service', '第七条第九项', '05.9'),
  DISCRIMINATION: duty('设置限制或歧视性措施', 'Restriction or discrimination', '第七条第一项', '05.1'),
  OTHER: duty('其他损害消费者权益的情形', 'Other harm to consumer rights', '第十九条第三项', '20.1'),
} as const satisfies Readonly<Record<string, ComplaintReason>>;

export type ComplaintReasonCode = keyof typeof complaintReasons;

/** Who is responsible by the finding; `NOBODY` only where a complaint is not upheld. */
export const responsibleParties = {
  PROVIDER: text('服务商', 'Provider'),
  PLATFORM: text('服务平台', 'Platform'),
  CONSUMER: text('消费者', 'Consumer'),
  NOBODY: text('无责任方', 'Nobody'),
} as const satisfies Readonly<Record<string, Text>>;

export type ResponsibleParty = keyof typeof responsibleParties;

/** Complaints under the measures: an upheld one counts against the provider where it is to blame (HN-NET-12.1, 20.4). */
export const complaintLaw = {
  reasons: complaintReasons,
  parties: responsibleParties,
  respondent: 'PROVIDER',
  blamed: ['PROVIDER', 'PLATFORM'],
  requirement: 'HN-NET-20.4',
} as const satisfies ComplaintLaw<ComplaintReasonCode, ResponsibleParty>;

/** The finding with which every complaint ends (HN-NET-20.4). */
export type Finding = FindingUnder<ComplaintReasonCode, ResponsibleParty>;

/** All that must be put right before a finding can be given (HN-NET-20.4, XC-05.1); empty when nothing. */
export function checkFinding(finding: Finding): Issue<keyof Finding>[] {
  return checkFindingUnder(complaintLaw, finding);
}

/** Whether a finding enters the credit record and the count of the provider in this regime (HN-NET-12.1, 20.4). */
export function countsAgainstProvider(finding: Pick<Finding, 'verdict' | 'responsible'>): boolean {
  return countsAgainst(complaintLaw, finding);
}

/** Who registers a complaint, who handles it, and whether it must be transferred for that. */
export interface ComplaintRoute {
  readonly registers: NetworkBody;
  readonly handles: NetworkBody;
  readonly transfer: boolean;
}

/**
 * The way of a complaint (HN-NET-20.1, 20.2): whichever hub or window received it registers it and never sends it away;
 * the platform competent for the provider handles it. Received by an unknown body or a department, the hub registers.
 */
export function routeComplaint(
  receivedBy: string,
  broughtInBy: string | null,
  network: Network = trainingNetwork,
  disqualified: readonly string[] = [],
): ComplaintRoute {
  const registers = platformOf(receivedBy, network) ?? competentPlatform(null, network);
  const handles = competentPlatform(broughtInBy, network, disqualified);
  return { registers, handles, transfer: registers.id !== handles.id };
}
