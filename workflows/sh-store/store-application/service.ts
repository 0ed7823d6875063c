/** Whether the applicant was reached before a consequence is taken from its absence (XC-04.3). */
import { refuseUnserved } from '../../engine/service.ts';
import type { CommonReadings } from '../../engine/types.ts';
import { interviewOf } from './interview-checks.ts';
import type { Application } from './contract.ts';

/** The finding on an absence rests on the notice of the appointment and on that of the absence. */
export function requireService(
  step: Application,
  unreached: CommonReadings['unreached'],
  proof: string | undefined,
): void {
  const { sequence } = interviewOf(step);
  const invitation = sequence === 0 ? 'interviewNotice' : 'interviewRescheduled';
  refuseUnserved(step, [invitation, 'absenceRecorded'], unreached, proof);
}
