/** The notices of this process, all to the member. */
import type { FigureName } from '../../../rules/ah/figures.ts';
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

interface OfYear {
  readonly year: number;
}

interface Result extends OfYear {
  readonly grade: Text;
  readonly total: number;
  readonly place: number;
  readonly of: number;
  readonly reason: Phrase;
  readonly notifiedAt: Instant;
}

export const annualEvaluationNotices = {
  /** `deadlines[0]`: by when the summary is due. */
  summaryAsked: asksFor(
    'submitSummary',
    sentWhile(notice<OfYear>('AH-EVAL-06.2', '请报送年度工作总结', 'Your yearly summary is due', 'AH-EVAL 附件3'), {
      stages: ['SUMMARY_DUE'],
    }),
  ),
  /** `deadlines[0]`: until when comments are taken. */
  dataForComment: asksFor(
    'commentData',
    sentWhile(
      notice<
        OfYear & {
          readonly figures: readonly { readonly figure: FigureName; readonly n: number }[];
          readonly inTime: number;
          readonly due: number;
        }
      >('AH-EVAL-06.4', '请核对年度评价数据', 'Check the data of your evaluation', 'AH-EVAL 第六条第二项'),
      { stages: ['DATA_COLLECTION'] },
    ),
  ),
  /** A figure is another one than it was sent to it for comment. */
  dataCorrected: adverse(
    notice<
      OfYear & {
        readonly figure: FigureName;
        readonly from: number;
        readonly to: number;
        readonly reason: Phrase;
        readonly correctedAt: Instant;
      }
    >('AH-EVAL-06.4', '年度评价数据已更正', 'A figure of your evaluation was corrected', 'AH-EVAL 第六条第二项'),
  ),
  commentsAnswered: notice<OfYear & { readonly answer: string; readonly answeredAt: Instant }>(
    'AH-EVAL-06.4',
    '您对年度评价数据的意见已答复',
    'Your comments on the data are answered',
    'AH-EVAL 第六条第二项',
  ),
  /** To the managers of the department: a complaint that was deducted counts no more, and the member has its result already. */
  deductionLifted: notice<OfYear & { readonly grade: Text; readonly total: number; readonly liftedAt: Instant }>(
    'AH-EVAL-08.1',
    '已计减分的投诉认定被撤销',
    'A complaint that was deducted counts no more',
    'AH-EVAL 附件1(减分项)',
  ),
  resultRetained: notice<Result & { readonly consequence: Text }>(
    'AH-EVAL-07.2',
    '年度综合评价结果',
    'Result of the annual evaluation',
    'AH-EVAL 第八条',
  ),
  membershipCancelled: adverse(
    notice<Result & { readonly consequence: Text }>(
      'AH-EVAL-07.3',
      '年度综合评价不合格的决定',
      'Unqualified in the annual evaluation',
      'AH-EVAL 第八条',
    ),
  ),
};
