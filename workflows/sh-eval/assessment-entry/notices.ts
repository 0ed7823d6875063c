/** The notices of an entry. Unless said otherwise they go to the institution. */
import type { GradeCode } from '../../../rules/sh-eval/grades.ts';
import type { CategoryCode } from '../../../rules/sh-eval/categories.ts';
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

interface InYear {
  readonly year: number;
}

interface Decided extends InYear {
  readonly reason: Phrase;
  readonly decidedAt: Instant;
}

const SUBMISSION = 'SH-EVAL 五（一）';
const DISTRICT = 'SH-EVAL 五（二）';
const COMMISSION = 'SH-EVAL 五（三）';

export const assessmentEntryNotices = {
  entryBegun: notice<InYear & { readonly category: CategoryCode }>(
    'SH-EVAL-05.5',
    '测评申报已建立',
    'Your entry is begun',
    SUBMISSION,
  ),
  entrySubmitted: notice<
    InYear & { readonly submittedAt: Instant; readonly paperAt: Instant | null; readonly points: number }
  >('SH-EVAL-05.2', '测评申报电子版已收到', 'Electronic materials received', SUBMISSION),
  paperReceived: notice<InYear & { readonly paperAt: Instant; readonly submittedAt: Instant | null }>(
    'SH-EVAL-05.2',
    '测评申报纸质材料已收到',
    'Paper materials received',
    SUBMISSION,
  ),
  entryReturned: asksFor(
    'reviseEntry',
    sentWhile(
      adverse(
        notice<Decided>('SH-EVAL-06.1', '测评申报退回补正', 'Entry returned for correction', 'SH-EVAL 填写说明'),
        'stated',
      ),
      { stages: ['ENTRY_DRAFT'], latest: true },
    ),
  ),
  entryHandedOver: notice<Decided & { readonly district: Text }>(
    'SH-EVAL-05.3',
    '测评申报已移交注册地所属区',
    'Entry handed over to the district of registration',
    SUBMISSION,
  ),
  lateRefused: adverse(
    notice<
      InYear & { readonly cutOff: Instant; readonly submittedAt: Instant | null; readonly paperAt: Instant | null }
    >('SH-EVAL-05.4', '逾期申报不予受理', 'Late entry refused', SUBMISSION),
  ),
  lateAllowed: asksFor('submitEntry', notice<Decided>('SH-EVAL-05.4', '准予逾期申报', 'Late entry let in', SUBMISSION)),
  entryRecommended: notice<InYear & { readonly decidedAt: Instant }>(
    'SH-EVAL-06.4',
    '区主管部门推荐参评',
    'Your district recommends you',
    DISTRICT,
  ),
  /** Of the district; or of the commission, where the district was late. */
  notRecommended: adverse(notice<Decided>('SH-EVAL-06.4', '未推荐参加测评', 'Not recommended', DISTRICT)),
  /** To the institution and to the department. */
  entryAdmitted: notice<InYear & { readonly decidedAt: Instant }>(
    'SH-EVAL-07.2',
    '合规性审核通过，纳入测评',
    'Admitted to the assessment',
    COMMISSION,
  ),
  /** To the institution and to the department. */
  notAdmitted: adverse(notice<Decided>('SH-EVAL-07.2', '合规性审核未通过', 'Not admitted', COMMISSION)),
  clarificationAsked: asksFor('answerClarification', {
    ...notice<InYear & { readonly question: string; readonly askedAt: Instant }>(
      'SH-EVAL-08.5',
      '请就申报材料作出说明',
      'Please clarify your materials',
      'SH-EVAL 三.3',
    ),
    holds: { deadlines: 'open' as const },
  }),
  interferenceRecorded: adverse(
    notice<Decided>('SH-EVAL-08.7', '干预测评的情况已登记', 'An interference was recorded', 'SH-EVAL 附件3 六'),
  ),
  resultPublished: notice<
    InYear & {
      readonly grade: GradeCode;
      readonly listed: boolean;
      readonly validFrom: Day;
      readonly validTo: Day;
      readonly link: string;
    }
  >('SH-EVAL-09.2', '测评结果', 'Result of the assessment', COMMISSION),
  unqualifiedPublished: adverse(
    notice<
      InYear & {
        readonly grade: GradeCode;
        readonly reason: Phrase;
        readonly link: string;
        readonly publishedAt: Instant;
      }
    >('SH-EVAL-09.2', '测评结果：不合格', 'Result of the assessment: unqualified', COMMISSION),
    'stated',
  ),
  resultUpheld: adverse(
    notice<Decided & { readonly grade: GradeCode }>('SH-EVAL-09.2', '维持测评结果', 'Result upheld', COMMISSION),
  ),
  resultChanged: adverse(
    notice<Decided & { readonly grade: GradeCode; readonly listed: boolean }>(
      'SH-EVAL-09.2',
      '测评等次已变更',
      'Your grade was changed',
      COMMISSION,
    ),
  ),
};
