import type { ComplaintLaw, ComplaintReason } from '../disputes/complaint.ts';
import { text, type Text } from '../text.ts';

/** What can be complained of: the duties of stores under 一, 三 and 四. `OTHER` is open, since 四.5(2) limits complaints to none. */
export const complaintReasons = {
  NOT_AS_PROMISED: reason('未按约定提供服务', 'Not performed as agreed', '一.3', '01.19'),
  POOR_QUALITY: reason('服务质量不合格', 'Poor quality of the service', '一.1(4)', '01.15'),
  UNFAIR_PRICE: reason('收费不合理，未保持高性价比', 'Price out of proportion to the service', '一.3', '01.19'),
  OUT_OF_SCOPE: reason('超出营业执照经营范围', 'Outside the scope of the licence', '三.1', '08.1'),
  FALSE_EFFECT: reason('对服务效果虚假宣传', 'False claims about the effect of a service', '三.1', '08.2'),
  FALSE_SALES: reason('对销售状况虚假宣传', 'False claims about sales', '三.1', '08.2'),
  FALSE_RATINGS: reason('对用户评价虚假宣传', 'False claims about ratings by users', '三.1', '08.2'),
  FALSE_HONOURS: reason('对曾获荣誉虚假宣传', 'False claims about past honours', '三.1', '08.2'),
  IP_INFRINGED: reason('侵犯知识产权', 'Intellectual property infringed', '三.2', '08.3'),
  TRADE_SECRET_INFRINGED: reason('侵犯商业秘密', 'Trade secret infringed', '三.2', '08.3'),
  ORDER_NOT_HANDLED: reason('不处理订单', 'Order not handled', '四.1', '08.5'),
  EVALUATION_DISTORTED: reason('干扰用户评价', 'Evaluations interfered with', '四.1', '08.5'),
  MISAPPROPRIATED: reason('盗用他人产品或信息', 'Products or information misappropriated', '四.4', '08.7'),
  PRODUCTS_SPLIT: reason('拆分产品骗取积分', 'Products split for points', '四.4', '08.7'),
  PROHIBITED_CONTENT: reason('发布禁止发布的信息', 'Prohibited content published', '四.5(8)', '10.8'),
  ORDERS_BRUSHED: reason('欺骗性刷单', 'Deceptive order brushing', '四.5(8)', '10.8'),
  FEE_OF_PLATFORM: reason('平台向交易双方收取费用', 'A fee charged by the platform', '一.3', '01.18'),
  OTHER: reason('其他损害消费者权益的情形', 'Other harm to consumer rights', '四.5(2)', '14.1'),
} as const satisfies Readonly<Record<string, ComplaintReason>>;

export type ComplaintReasonCode = keyof typeof complaintReasons;

/** Who is responsible by the finding; `NOBODY` only where a complaint is not upheld. */
export const responsibleParties = {
  STORE: text('店铺', 'Store'),
  PLATFORM: text('平台', 'Platform'),
  CONSUMER: text('投诉人（消费者）', 'Complainant (consumer)'),
  NOBODY: text('无责任方', 'Nobody'),
} as const satisfies Readonly<Record<string, Text>>;

export type ResponsibleParty = keyof typeof responsibleParties;

/** Complaints under the store measures: one counts only if the store is found responsible (四.5(2), SH-STORE-14.1). */
export const complaintLaw = {
  reasons: complaintReasons,
  parties: responsibleParties,
  respondent: 'STORE',
  blamed: ['STORE', 'PLATFORM'],
  requirement: 'SH-STORE-14.2',
} as const satisfies ComplaintLaw<ComplaintReasonCode, ResponsibleParty>;

function reason(zh: string, en: string, passage: string, requirement: string): ComplaintReason {
  return { title: text(zh, en), clause: `SH-STORE ${passage}`, requirement: `SH-STORE-${requirement}` };
}
