/** What must stand before something is done about the interview: each check refuses or passes (SH-STORE-05). */
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, isExceeded, startOfDay } from '../../../rules/time/index.ts';
import type { Application, Interview } from './contract.ts';

export function interviewOf(step: Application): Interview {
  const { interview } = step.facts;
  if (interview === null) throw new Error('No interview has been set.');
  return interview;
}

/**
 * Once the appointment has begun, whether the applicant came is recorded first: by then neither a withdrawal nor another
 * appointment of the own wish may stand in for the finding on the absence (SH-STORE-05.4).
 */
export function notBegun(step: Application): void {
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

export function rescheduleAsked(step: Application): void {
  if (step.task('rescheduleRequest') !== undefined) return;
  refuse('NOT_NOW', '申请人没有待处理的改期请求。', 'The applicant has no open request for another appointment.');
}

export function interviewDayCome(step: Application): void {
  const { at } = interviewOf(step);
  if (step.now >= startOfDay(dayOf(at))) return;
  refuse('NOT_NOW', '面审日未到，不能记录到场。', 'The day of the interview has not come.', { facts: { at } });
}

export function interviewTimeOver(step: Application): void {
  const { at } = interviewOf(step);
  if (isExceeded({ period: { unit: 'instant', at }, dueAt: at }, step.now)) return;
  refuse('NOT_NOW', '面审时间未过，不能记录缺席。', 'The time of the interview is not over; nobody is absent yet.', {
    facts: { at },
  });
}

/** Moves of the Centre's own are not counted, and are not limited (SH-STORE-05.7). */
export function reschedulingLeft(step: Application): void {
  const most = step.number('interview.maxReschedulings');
  if (step.facts.reschedulings < most) return;
  refuse(
    'LIMIT_REACHED',
    `申请人一方的面审改期已达 ${most} 次上限。`,
    `The interview was moved for the applicant ${most} times already; that is the limit.`,
    { facts: { requirement: 'SH-STORE-05.7' } },
  );
}

/** An absence that is excused leads to another appointment as long as there is one (SH-STORE-05.7). */
export function noReschedulingLeft(step: Application): void {
  const { reschedulings } = step.facts;
  const most = step.number('interview.maxReschedulings');
  if (reschedulings >= most) return;
  refuse(
    'NOT_NOW',
    `还可以改期（已改期 ${reschedulings} 次，上限 ${most} 次）；理由成立的，请重新安排面审。`,
    `Another appointment can still be given (${reschedulings} of ${most} are used); excuse the absence with one.`,
    { facts: { requirement: 'SH-STORE-05.7', reschedulings, most } },
  );
}

export function explanationOver(step: Application): void {
  const until = step.deadline('explanation');
  if (until === undefined) return;
  refuse(
    'NOT_NOW',
    '说明期限尚未届满，申请人也未作说明。',
    'The time to explain is still running and nothing has been explained.',
    { facts: { until: until.dueAt } },
  );
}
