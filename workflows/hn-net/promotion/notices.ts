/** The notices of this process: within the platform, and the mailing to consumers. The public reads the plan on its page. */
import {
  asksFor,
  commercial,
  internal,
  leadsTo,
  notice,
  sentWhile,
  toMany,
  type Phrase,
} from '../../../rules/notices.ts';
import type { Day } from '../../../rules/time/index.ts';

const LAW = 'HN-NET 第八条第十二项';

export const promotionNotices = {
  /** To who drafted it. */
  promotionReturned: asksFor(
    'reviseDraft',
    sentWhile(
      internal(
        notice<{ readonly reason: Phrase }>(
          'HN-NET-13.1',
          '促销草案须修改',
          'The draft of a promotion is returned',
          LAW,
        ),
      ),
      { stages: ['DRAFT'], latest: true },
    ),
  ),
  /** To who proposed it. */
  changeRejected: internal(
    notice<{ readonly reason: Phrase }>(
      'HN-NET-13.3',
      '促销方案不予变更',
      'The plan of a promotion is not changed',
      LAW,
    ),
  ),
  /** To every registered consumer who does not refuse commercial mail, and as long as the promotion is one. */
  promotionAdvertised: sentWhile(
    toMany(
      leadsTo(
        '/promotions',
        commercial(
          notice<{ readonly name: string; readonly from: Day; readonly to: Day }>(
            'HN-NET-15.9',
            '促销活动推广',
            'A promotion of the platform',
            'HN-NET 第九条第八项',
          ),
        ),
      ),
    ),
    { stages: ['PUBLISHED', 'RUNNING', 'CHANGED_FORCE_MAJEURE'] },
  ),
};
