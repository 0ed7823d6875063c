/** The appointment for the interview: set, moved, shown (SH-STORE-04.3, 05.7, 05.11). */
import { text, type Text } from '../../../rules/text.ts';
import { nextSequence, startAppointment, type Proposed } from '../../engine/appointment.ts';
import type { Appointment, Application } from './contract.ts';
import { interviewOf, reschedulingLeft } from './interview-checks.ts';
import { originalsToBring } from './originals.ts';

/** Sets the appointment and its reminders, and freezes what is to be brought; the first one has sequence 0. */
export function appoint(step: Application, { confirmOutsideHours, ...appointment }: Appointment & Proposed): void {
  const { interview, figures } = step.facts;
  step.facts.interview = {
    ...appointment,
    originals: originalsToBring(figures, appointment.originals),
    sequence: nextSequence(interview),
  };
  startAppointment(step, 'interview', { ...appointment, confirmOutsideHours }, 'interview.');
}

/** Counts a move that the applicant asked for or caused; moves of the Centre's own are not counted (SH-STORE-05.7). */
export function countRescheduling(step: Application): void {
  reschedulingLeft(step);
  const most = step.number('interview.maxReschedulings');
  step.facts.reschedulings += 1;
  const times = step.facts.reschedulings;
  step.record(
    'RESCHEDULING_COUNTED',
    text(
      `计入申请人改期次数：第 ${times} 次，上限 ${most} 次`,
      `Counted as move ${times} of ${most} for the applicant`,
    ),
    { clause: 'SH-STORE 二.3', requirement: 'SH-STORE-05.7', detail: { times, most } },
  );
}

const usualRequirements: readonly Text[] = [
  text(
    '法定代表人或其授权代表到场，携带授权书',
    'The legal representative, or a deputy with a letter of authority, attends',
  ),
  text('现场签署店铺运营《承诺书》', 'The store-operation commitment letter is signed on the spot'),
];

/** The appointment as its notices show it. */
export function interviewView(step: Application) {
  const { at, minutes, place, requirements, originals, sequence } = interviewOf(step);
  return {
    at,
    minutes,
    place,
    sequence,
    requirements: [...usualRequirements, ...requirements],
    originals: originals.map(({ title }) => title),
  };
}

/** A cancellation is a change of its own in a calendar. */
export function nextInterviewView(step: Application) {
  return { ...interviewView(step), sequence: nextSequence(interviewOf(step)) };
}
