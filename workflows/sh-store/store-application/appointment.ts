/** The appointment for the interview: set, moved, shown (SH-STORE-04.3, 05.7, 05.11). */
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import { nextSequence, startAppointment } from '../../engine/appointment.ts';
import type { Appointment, Interview, Application } from './contract.ts';
import { originalsToBring } from './originals.ts';

export function interviewOf(step: Application): Interview {
  const { interview } = step.facts;
  if (interview === null) throw new Error('No interview has been set.');
  return interview;
}

/** Sets the appointment and its reminders, and freezes what is to be brought; the first one has sequence 0. */
export function appoint(step: Application, appointment: Appointment): void {
  const { interview, figures } = step.facts;
  step.facts.interview = {
    ...appointment,
    originals: originalsToBring(figures, appointment.originals),
    sequence: nextSequence(interview),
  };
  startAppointment(step, 'interview', appointment.at, 'interview.at');
}

/**
 * Once the appointment has begun, whether the applicant came is recorded first: by then neither a withdrawal nor another
 * appointment of the own wish may stand in for the finding on the absence (SH-STORE-05.4).
 */
export function refuseOnceBegun(step: Application): void {
  const { interview } = step.facts;
  if (interview === null || step.now < interview.at || !isAwaited(step)) return;
  refuse(
    'NOT_NOW',
    '面审时间已到，须先由审核人员记录是否到场；未能到场的，请在记录后说明原因。',
    'The interview has begun: whether you came is recorded first. If you could not come, explain it once that is recorded.',
    { facts: { at: interview.at, requirement: 'SH-STORE-05.4' } },
  );
}

function isAwaited({ state }: Application): boolean {
  return state.stage === 'INTERVIEW_SCHEDULED' || state.stage === 'RESCHEDULED';
}

/** Counts a move that the applicant asked for or caused; moves of the Centre's own are not counted (SH-STORE-05.7). */
export function countRescheduling(step: Application): void {
  const most = step.number('interview.maxReschedulings');
  if (step.facts.reschedulings >= most) {
    refuse(
      'LIMIT_REACHED',
      `申请人一方的面审改期已达 ${most} 次上限。`,
      `The interview was moved for the applicant ${most} times already; that is the limit.`,
      { facts: { requirement: 'SH-STORE-05.7' } },
    );
  }
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
