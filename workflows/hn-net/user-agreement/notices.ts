/** The notices of this process: within the platform. Providers are told in the cases in which they sign. */
import { asksFor, internal, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';

export const userAgreementNotices = {
  /** To who drafted it. */
  termsReturned: asksFor(
    'reviseDraft',
    internal(
      sentWhile(
        notice<{
          readonly version: number;
          readonly prominent: boolean;
          readonly fair: boolean;
          readonly reason: Phrase;
        }>('HN-NET-15.5', '格式条款须修改', 'Standard terms are to be changed', 'HN-NET 第九条第七项'),
        { stages: ['DRAFT'] },
      ),
    ),
  ),
};
