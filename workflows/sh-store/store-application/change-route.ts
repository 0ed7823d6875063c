/** Another route for an application under review (SH-STORE-02, 07.1). */
import { isFilled } from '../../../rules/text.ts';
import { refuse } from '../../../rules/refusal.ts';
import { recommendationCheck } from '../../../rules/sh-store/routes.ts';
import type { Letter, Application } from './contract.ts';
import { clauseOfRoute } from './grounds.ts';

/** There is another route to change to: none for an invitation, and the trial only for who could have taken it. */
export function anotherRoute(step: Application): void {
  const { route } = step.facts;
  if (route === 'INVITED') {
    refuse('NOT_ALLOWED', '邀约途径的申请不能变更途径。', 'An application on an invitation keeps its route.', {
      field: 'route',
    });
  }
  if (route === 'STANDARD') requireTrial(step);
}

/**
 * To the trial where something is missing and a letter was on file, to the standard route where nothing is missing after all.
 * What was judged, waived and overridden stays; the check of the new route decides what of it holds.
 */
export function changeRoute(step: Application, route: 'STANDARD' | 'TRIAL', reason: string): void {
  const { route: before } = step.facts;
  if (before === route) {
    refuse('ALREADY_DONE', '申请已在该途径。', 'The application is on this route already.', { field: 'route' });
  }
  if (route === 'TRIAL') relyOnLetter(step);
  step.facts.route = route;
  step.notify('routeChanged', 'applicant', {
    from: before,
    to: route,
    reason,
    changedAt: step.now,
    clause: clauseOfRoute(route),
  });
}

function requireTrial(step: Application): void {
  const { figures } = step.facts;
  const letter = letterOf(step);
  const check = recommendationCheck(letter);
  if (letter === null || check.status !== 'MET') {
    refuse('ROUTE_NOT_OFFERED', check.reason.zh, check.reason.en, { field: 'route', facts: { checks: [check] } });
  }
  if (!isFilled(figures.contribution)) {
    refuse(
      'STEP_MISSING',
      '申请人尚未说明对中小企业服务工作的贡献，请先退回补正。',
      'The applicant has not described its contribution to the SME departments; return the application for it first.',
      { facts: { requirement: 'SH-STORE-07.1' } },
    );
  }
}

function letterOf({ facts: { recommendation, onFile } }: Application): Letter | null {
  return recommendation ?? onFile ?? null;
}

function relyOnLetter(step: Application): void {
  const letter = letterOf(step);
  if (step.facts.recommendation === null && letter !== null) relyOn(step, letter);
}

/** From now on the application rests on this letter: who recommended follows it and decides nothing in it (XC-05.5). */
export function relyOn(step: Application, letter: Letter): void {
  const { recommenderId, department, documentNumber, receivedAt } = letter;
  step.facts.recommendation = letter;
  step.participate('recommender', recommenderId);
  step.addParty('recommender', letter.recommendingParty);
  step.notify('recommendationReceived', 'recommender', {
    department,
    documentNumber,
    receivedAt: receivedAt ?? step.now,
    relatedAt: step.now,
  });
}
