/** Whether the applicant was reached before a consequence is taken from its silence (XC-04.3). */
import { refuse } from '../../../rules/refusal.ts';
import type { CommonReadings } from '../../engine/types.ts';
import { interviewOf } from './interview-checks.ts';
import type { Application } from './contract.ts';
import { storeApplicationNotices } from './notices.ts';

/**
 * The finding on an absence rests on the notice of the appointment and on that of the absence. Where one of them has reached nobody of
 * the applicant, the reviewer says how the applicant learned of it all the same.
 */
export function requireService(
  step: Application,
  unreached: CommonReadings['unreached'],
  proof: string | undefined,
): void {
  const { sequence } = interviewOf(step);
  const needed = [sequence === 0 ? 'interviewNotice' : 'interviewRescheduled', 'absenceRecorded'] as const;
  const undelivered = needed.filter((template) => unreached.some((notice) => notice.template === template));
  if (undelivered.length === 0 || proof !== undefined) return;
  refuse(
    'STEP_MISSING',
    `下列通知尚未送达：${undelivered.map((template) => storeApplicationNotices[template].title.zh).join('、')}。请先另行送达并记录，或者在“送达依据”中写明申请人已知悉的证据。`,
    `These notices have not arrived: ${undelivered.map((template) => storeApplicationNotices[template].title.en).join(', ')}. ` +
      'Reach the applicant otherwise and record it, or give the proof that it knew.',
    { field: 'serviceProof', facts: { requirement: 'XC-04.3', undelivered } },
  );
}
