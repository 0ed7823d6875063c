/** The notices of this process. */
import type { Difference } from '../../../rules/ah/figures.ts';
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { ReportPeriod } from '../../../rules/ah/reports.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';

const CLAUSE = 'AH-EVAL 附件1(服务数据上传)';

/** The report that it speaks of is missing still; others may be, too. */
const missing = { stages: ['OVERDUE'], fact: { at: 'reports.{of}.status', is: ['MISSING'] } } as const;

interface OfPeriod {
  readonly of: ReportPeriod;
  readonly period: Text;
  /** Last day on which it was in time. */
  readonly dueOn: Day;
}

export const periodicReportNotices = {
  /** To the member. */
  reportLate: asksFor(
    'submitReport',
    adverse(sentWhile(notice<OfPeriod>('AH-EVAL-04.6', '报告逾期未报', 'Your report is overdue', CLAUSE), missing)),
  ),
  /** To the managers of the provincial platform. */
  reportMissing: sentWhile(
    notice<OfPeriod>('AH-EVAL-04.1', '成员报告逾期未报', 'A member has not reported', CLAUSE),
    missing,
  ),
  /** To the member. */
  reportReturned: asksFor(
    'submitReport',
    sentWhile(
      adverse(
        notice<{
          readonly of: ReportPeriod;
          readonly period: Text;
          readonly reason: Phrase;
          readonly differences: readonly Difference[];
        }>('AH-EVAL-04.3', '报告退回补充', 'Your report was returned', CLAUSE),
      ),
      { stages: ['DUE', 'OVERDUE'], fact: { at: 'reports.{of}.examined', is: ['RETURNED'] } },
    ),
  ),
};
