/** The notices of this process. */
import { asksFor, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';

interface OfBase {
  readonly base: string;
  readonly year: number;
}

export const baseOpinionNotices = {
  /** To the expert; `deadlines[0]`: the time to give the opinion. */
  opinionAsked: asksFor(
    'giveOpinion',
    sentWhile(notice<OfBase>('HN-BASE-03.1', '请评审示范基地申报', 'Please review a declaration', 'HN-BASE 四'), {
      stages: ['ASKED'],
    }),
  ),
  /** To the expert. */
  reviewEnded: notice<OfBase & { readonly reason: Phrase }>(
    'HN-BASE-03.1',
    '示范基地评审终止',
    'Your review is not needed any more',
    'HN-BASE 四',
  ),
};
