/** The notices of this process, all to who served. */
import type { EvidenceGroup } from '../../../rules/hn-net/service-record.ts';
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

const CLAUSE = 'HN-NET 第二十三条';

/** Files are still to come; one that was closed as missing is opened again by them. */
const wanted = ['RECORD_OPEN', 'MISSING'] as const;

export const serviceRecordNotices = {
  /** `deadlines`: one for each group whose basis has arisen. */
  recordOpened: asksFor(
    'recordPerformance',
    sentWhile(
      notice<{ readonly item: string; readonly openedAt: Instant }>(
        'HN-NET-23.1',
        '请录入服务记录',
        'A service record to be entered',
        CLAUSE,
      ),
      { stages: wanted },
    ),
  ),
  recordLate: asksFor(
    'uploadEvidence',
    adverse(
      sentWhile(
        notice<{ readonly of: EvidenceGroup; readonly item: string; readonly group: Text; readonly passedAt: Instant }>(
          'HN-NET-23.7',
          '服务记录逾期',
          'A service record is late',
          CLAUSE,
        ),
        { stages: wanted, fact: { at: 'groups.{of}.uploadedOn', is: 'nothing' } },
      ),
    ),
  ),
  evidenceReturned: asksFor(
    'uploadEvidence',
    sentWhile(
      adverse(
        notice<{ readonly item: string; readonly group: Text; readonly reason: Phrase; readonly returnedAt: Instant }>(
          'HN-NET-23.1',
          '服务记录资料退回补充',
          'Evidence returned for more',
          CLAUSE,
        ),
      ),
      { stages: wanted, latest: true },
    ),
  ),
  evidenceAccepted: notice<{ readonly item: string; readonly inTime: boolean; readonly acceptedAt: Instant }>(
    'HN-NET-23.1',
    '服务记录审核完成',
    'Service record examined',
    CLAUSE,
  ),
  basisCorrected: adverse(
    notice<{ readonly group: Text; readonly from: Day; readonly to: Day; readonly reason: Phrase }>(
      'HN-NET-23.7',
      '服务记录依据产生日已更正',
      'Day of a basis corrected',
      'HN-NET 第二十五条',
    ),
  ),
  recordMissing: adverse(
    notice<{ readonly item: string; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-23.7',
      '服务记录认定为未录入',
      'Service record closed as missing',
      CLAUSE,
    ),
    'stated',
  ),
};
