/** Complaints about members of the network (AH-EVAL-08): one counts only if the provincial platform received it and found the member responsible. */
import type { ComplaintLaw, ComplaintReason } from '../disputes/complaint.ts';
import { text, type Text } from '../text.ts';
import { dayOf, type Day, type Instant } from '../time/index.ts';
import { PLATFORM } from './bodies.ts';

/** What can be complained of: the duties of members, and dissatisfaction with a service at large. */
export const complaintReasons = {
  POOR_SERVICE: reason('服务质量不满意', 'Dissatisfied with the service', 'AH-EVAL 附件1(减分项)', 'AH-EVAL-02.17'),
  NOT_TARGETED: reason('未按约定开展服务', 'Not served as agreed', 'AH-OPS 第八条', 'AH-OPS-01.5'),
  NOT_OPEN: reason('收费标准、流程或者时限未公开', 'Fees, flow or time not open', 'AH-OPS 第十二条', 'AH-OPS-03.2'),
  DISHONEST: reason('不诚信服务', 'Dishonest service', 'AH-OPS 第十四条', 'AH-OPS-04.3'),
  OTHER: reason('其他服务问题', 'Another problem with the service', 'AH-EVAL 附件1(减分项)', 'AH-EVAL-02.17'),
} as const satisfies Readonly<Record<string, ComplaintReason>>;

export type ComplaintReasonCode = keyof typeof complaintReasons;

export const responsibleParties = {
  MEMBER: text('服务机构', 'Member'),
  PLATFORM: text('平台', 'Platform'),
  CONSUMER: text('投诉企业', 'Complainant'),
  NOBODY: text('无责任方', 'Nobody'),
} as const satisfies Readonly<Record<string, Text>>;

export type ResponsibleParty = keyof typeof responsibleParties;

export const complaintLaw = {
  reasons: complaintReasons,
  parties: responsibleParties,
  respondent: 'MEMBER',
  blamed: ['MEMBER', 'PLATFORM'],
  requirement: 'AH-EVAL-08.1',
} as const satisfies ComplaintLaw<ComplaintReasonCode, ResponsibleParty>;

/** The day under which a verified complaint counts: that of its receipt, or of its verification if the rules say so. */
export function countsOn(rule: string, receivedAt: Instant, verifiedAt: Instant): Day {
  return dayOf(rule === 'VERIFIED' ? verifiedAt : receivedAt);
}

/** True for a complaint that the provincial platform received: those handled by a city platform alone do not count (AH-EVAL-08.1). */
export function isReceivedByProvince(bodyId: string): boolean {
  return bodyId === PLATFORM;
}

function reason(zh: string, en: string, clause: string, requirement: string): ComplaintReason {
  return { title: text(zh, en), clause, requirement };
}
