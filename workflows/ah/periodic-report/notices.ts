/** The notices of this process. */
import type { Difference } from '../../../rules/ah/figures.ts';
import { adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';

const CLAUSE = 'AH-EVAL 附件1(服务数据上传)';

interface OfPeriod {
  readonly period: Text;
  /** Last day on which it was in time. */
  readonly dueOn: Day;
}

export const periodicReportNotices = {
  /** To the member. */
  reportLate: notice<OfPeriod>('AH-EVAL-04.6', '报告逾期未报', 'Your report is overdue', CLAUSE),
  /** To the managers of the provincial platform. */
  reportMissing: notice<OfPeriod>('AH-EVAL-04.1', '成员报告逾期未报', 'A member has not reported', CLAUSE),
  /** To the member. */
  reportReturned: adverse(
    notice<{ readonly period: Text; readonly reason: Phrase; readonly differences: readonly Difference[] }>(
      'AH-EVAL-04.3',
      '报告退回补充',
      'Your report was returned',
      CLAUSE,
    ),
  ),
};
