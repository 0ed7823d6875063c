/** The notices of service activities, and what they are told with. */
import type { EvidencePiece } from '../../../rules/cooperation/activity.ts';
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import type { ActivityTerms, EvidenceTerms } from './terms.ts';

/** Stages of an activity that is ahead, or of which nobody has entered how it was held. */
const AHEAD = ['PLANNED', 'PUBLISHED', 'SIGN_UP'];

/** The notices of an activity under these terms. */
export function activityNotices({ held }: ActivityTerms) {
  const { requirement, clause } = held;
  return {
    /** To the organiser: the planned day is over, and nobody has entered how it went. */
    heldAsked: asksFor(
      'recordHeld',
      sentWhile(
        notice<{ readonly name: string; readonly plannedOn: Day }>(
          requirement,
          '请登记服务活动举办情况',
          'Please enter how the activity was held',
          clause,
        ),
        { stages: AHEAD },
      ),
    ),
    /** To a body that takes part. */
    partnerAdded: notice<{ readonly name: string; readonly plannedOn: Day; readonly mode: Text }>(
      requirement,
      '已登记为服务活动参与单位',
      'You take part in a service activity',
      clause,
    ),
    /** To those who take part. */
    activityMoved: sentWhile(
      notice<{ readonly name: string; readonly from: Day; readonly to: Day; readonly reason: Phrase }>(
        requirement,
        '服务活动改期',
        'A service activity is moved',
        clause,
      ),
      { stages: AHEAD, latest: true },
    ),
    activityCancelled: notice<{ readonly name: string; readonly reason: Phrase; readonly cancelledAt: Instant }>(
      requirement,
      '服务活动取消',
      'A service activity is cancelled',
      clause,
    ),
  };
}

/** The notices of the evidence, all to the organiser. */
export function evidenceNotices({ evidence: { requirement, clause } }: EvidenceTerms) {
  return {
    /** `deadlines[0]`: the time for the evidence. */
    evidenceAsked: asksFor(
      'uploadEvidence',
      sentWhile(
        notice<{ readonly name: string; readonly heldOn: Day }>(
          requirement,
          '请上传服务活动材料',
          'Please upload the evidence of the activity',
          clause,
        ),
        { deadlines: 'open' },
      ),
    ),
    evidenceLate: asksFor(
      'uploadEvidence',
      adverse(
        sentWhile(
          notice<{
            readonly name: string;
            readonly missing: readonly EvidencePiece[];
            readonly passedAt: Instant;
          }>(requirement, '服务活动材料逾期', 'The evidence of an activity is late', clause),
          { stages: ['MISSING'], tasks: ['followUp'] },
        ),
      ),
    ),
    evidenceReturned: asksFor(
      'uploadEvidence',
      sentWhile(
        adverse(
          notice<{
            readonly name: string;
            readonly pieces: readonly EvidencePiece[];
            readonly reason: Phrase;
            readonly returnedAt: Instant;
          }>(requirement, '服务活动材料退回补充', 'The evidence of an activity is returned', clause),
        ),
        { stages: ['EVIDENCE_DUE'], latest: true },
      ),
    ),
    evidenceAccepted: notice<{ readonly name: string; readonly inTime: boolean; readonly acceptedAt: Instant }>(
      requirement,
      '服务活动材料核验完成',
      'The evidence of an activity is in order',
      clause,
    ),
    evidenceMissing: adverse(
      notice<{ readonly name: string; readonly reason: Phrase; readonly decidedAt: Instant }>(
        requirement,
        '认定服务活动材料未上传',
        'The evidence of an activity is missing',
        clause,
      ),
    ),
  };
}
