/** The notices of this process. The need is read in the case, not in the mails about it. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

interface OfRequest {
  readonly centre: string;
  readonly service: Text;
}

export const centreRequestNotices = {
  /** To the enterprise and the centre. */
  requestReceived: notice<OfRequest>('EC-CENTRE-07.1', '服务需求已受理', 'Your request was received', 'EC-CENTRE 5'),
  /** To the enterprise and the provider. */
  providerAssigned: sentWhile(
    notice<OfRequest>('EC-CENTRE-07.2', '服务需求已对接服务商', 'A provider is assigned', 'EC-CENTRE 5.6'),
    { parties: ['enterprise', 'server'] },
  ),
  /** To the enterprise. */
  centreServes: sentWhile(
    notice<OfRequest>('EC-CENTRE-07.2', '中心将直接提供服务', 'The centre serves you itself', 'EC-CENTRE 5.6'),
    {
      stages: ['MATCHED'],
    },
  ),
  /** To the centre, and to the provider that was assigned. */
  serviceWithdrawn: notice<OfRequest & { readonly withdrawnAt: Instant }>(
    'EC-CENTRE-07.3',
    '服务需求已撤回',
    'A request was withdrawn',
    'EC-CENTRE 5',
  ),
  /** To the enterprise; `deadlines[0]`: until when it may evaluate. */
  serviceCompleted: asksFor(
    'evaluateService',
    sentWhile(notice<OfRequest>('EC-CENTRE-07.3', '服务已完成，请评价', 'The service is completed', 'EC-CENTRE 6'), {
      stages: ['COMPLETED'],
    }),
  ),
  /** To the enterprise; to a provider that serves where the centre has left. */
  serviceDeclined: adverse(
    notice<OfRequest & { readonly reason: Phrase }>(
      'EC-CENTRE-07.1',
      '服务需求无法满足',
      'Your request could not be served',
      'EC-CENTRE 5',
    ),
  ),
};
