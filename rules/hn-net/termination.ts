/** When a platform may end (第八条第十项), and what protects the parties before it does. */
import { text, type Text } from '../text.ts';
import { addDays, addMonths, startOfDay, type Day, type Instant } from '../time/instant.ts';

/**
 * The first moment at which a platform may end: whole months have passed since the day of the notice, to their 24:00 (HN-NET-11.1). The
 * day is that of the public notice or of the last personal one, whichever is later. Shanghai time.
 */
export function earliestEnd(noticeDay: Day, months: number): Instant {
  return startOfDay(addDays(addMonths(noticeDay, months), 1));
}

/** What must be done for the parties before the end (HN-NET-11.3); each is recorded by itself. */
export const protectiveMeasures = {
  OPEN_ORDERS: text('未完成的服务需求和订单已办结或移交', 'Open requests and orders finished or handed over'),
  DEPOSITS: text('消费者权益保证金已结清', 'Guarantee deposits settled'),
  DATA_COPIES: text('已向当事人提供其数据副本', 'Copies of their data given to the parties'),
  RETENTION: text('登记和交易记录的保存已落实', 'Retention of registrations and trade records provided for'),
} as const satisfies Readonly<Record<string, Text>>;

export type ProtectiveMeasure = keyof typeof protectiveMeasures;

export const protectiveMeasureCodes = Object.keys(protectiveMeasures) as readonly ProtectiveMeasure[];

/** Kinds of cases that must be over before the platform ends, by what people call them. */
export const mattersOfParties = {
  serviceRequest: text('服务需求', 'service requests'),
  complaint: text('投诉', 'complaints'),
  mediation: text('调解', 'mediations'),
  guaranteeDeposit: text('保证金', 'guarantee deposits'),
} as const satisfies Readonly<Record<string, Text>>;

export type MatterKind = keyof typeof mattersOfParties;
