/** The notices of this process. The standard knows no grades and no consequences: neither do they (EC-CENTRE-08.5). */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';

interface OfYear {
  readonly year: number;
  readonly name: string;
}

export const centreReviewNotices = {
  /** To the centre; `deadlines[0]`: the end of the year. */
  reviewOpened: asksFor(
    'prepareMaterial',
    sentWhile(
      notice<OfYear>('EC-CENTRE-08.1', '请准备年度考评材料', 'Prepare the review of the year', 'EC-CENTRE 7.2.1'),
      { deadlines: 'open' },
    ),
  ),
  /** To the centre. */
  materialOverdue: asksFor(
    'prepareMaterial',
    adverse(
      sentWhile(
        notice<OfYear>(
          'EC-CENTRE-08.1',
          '年度考评材料逾期',
          'Your material for the review is overdue',
          'EC-CENTRE 7.2.1',
        ),
        { tasks: ['decideOverdue'] },
      ),
    ),
  ),
  /** To the centre. */
  reviewNotHeld: adverse(
    notice<OfYear & { readonly reason: Phrase }>(
      'EC-CENTRE-08.1',
      '年度考评未进行',
      'The review of the year was not held',
      'EC-CENTRE 7.2.1',
    ),
  ),
  /** To the centre. */
  reviewScored: notice<
    OfYear & {
      readonly score: number;
      readonly fullMark: number;
      readonly self: number;
      readonly authorities: readonly number[];
      readonly province: number;
    }
  >('EC-CENTRE-08.5', '年度考评得分', 'Your score of the year', 'EC-CENTRE 7.2.2'),
};
