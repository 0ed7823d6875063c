/** The notices of this process: within the platform. The public reads the plan on its page. */
import { internal, notice, type Phrase } from '../../../rules/notices.ts';

const LAW = 'HN-NET 第八条第十二项';

export const promotionNotices = {
  /** To who drafted it. */
  promotionReturned: internal(
    notice<{ readonly reason: Phrase }>('HN-NET-13.1', '促销草案须修改', 'The draft of a promotion is returned', LAW),
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
};
