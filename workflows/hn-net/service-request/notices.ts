/** The notices of this process. The need and the contact are read in the case, not in the mails about it. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { clauses } from './terms.ts';

export const serviceRequestNotices = {
  /** To the consumer. */
  requestReceived: notice<{ readonly category: Text; readonly receivedAt: Instant }>(
    'HN-NET-05.3',
    '服务需求已受理',
    'Your service request has been received',
    clauses.requests,
  ),
  /** To the consumer, at each transfer. */
  requestTransferred: notice<{ readonly to: Phrase; readonly reason: Phrase; readonly transferredAt: Instant }>(
    'HN-NET-05.3',
    '服务需求已接转',
    'Your service request has been transferred',
    clauses.requests,
  ),
  /** To the provider; `deadlines[0]`: the time to accept it. */
  requestAssigned: asksFor(
    'acceptRequest',
    sentWhile(
      notice<{
        readonly category: Text;
        readonly reason: Phrase;
        readonly transferredAt: Instant;
      }>('HN-NET-05.10', '请受理服务需求', 'A service request for you to accept', clauses.handlingTime),
      { deadlines: 'open' },
    ),
  ),
  /** To the consumer and to the provider that did not accept it. */
  requestReturned: notice<{ readonly why: Phrase; readonly returnedAt: Instant }>(
    'HN-NET-05.10',
    '服务需求退回平台',
    'Service request back at the platform',
    clauses.handlingTime,
  ),
  /** To the consumer. */
  requestAccepted: notice<{ readonly fee: number; readonly acceptedAt: Instant }>(
    'HN-NET-05.3',
    '服务需求已承接',
    'Your service request has been accepted',
    clauses.requests,
  ),
  /** To both sides. */
  serviceCompleted: notice<{
    readonly orderNo: string;
    readonly completedOn: Day;
    readonly fee: number;
    readonly voucher: Text;
    /** True where a fee was paid and nothing was given for it. */
    readonly voucherMissing: boolean;
  }>('HN-NET-15.3', '服务已完成', 'Service completed', clauses.vouchers),
  /** To the consumer. */
  requestNotServed: adverse(
    notice<{ readonly reason: Phrase; readonly endedAt: Instant }>(
      'HN-NET-05.3',
      '服务需求无法满足',
      'Your service request could not be served',
      clauses.requests,
    ),
  ),
};
