/** A step of a mediation, and what several of its handlers ask. */
import { bodyInWords, type BodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import type { MediationLevel } from '../../../rules/hn-net/mediation.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { mediation, Side } from './contract.ts';

export type Mediation = StepOf<typeof mediation>;

/** Both sides; each notice of the procedure goes to both. */
export const sides = ['consumer', 'provider'] as const satisfies readonly Side[];

/** The side that acts; null if somebody else does. */
export function actingSide({ actor }: Mediation): Side | null {
  return sides.find((side) => side === actor.role) ?? null;
}

/** The level at which the case stands. */
export function levelOf({ state }: Mediation): MediationLevel {
  return state.stage === 'DEPARTMENT_MEDIATION' || state.stage === 'DEPARTMENT_PERFORMANCE' ? 'DEPARTMENT' : 'PLATFORM';
}

/** The department to which a side may apply; undefined where there is none. */
export function departmentInWords({ state }: Mediation): BodyInWords | undefined {
  const department = state.bodies['department'];
  return department && bodyInWords(department.bodyId);
}

/** Notes who mediates. Who did so at the platform becomes its mediator once the platform has failed (see `endPlatformLevel`). */
export function mediates(step: Mediation): void {
  step.participate(levelOf(step) === 'PLATFORM' ? 'mediator' : 'departmentMediator');
}

/**
 * The platform has mediated in vain: whoever mediated there cannot mediate at the department (XC-05.5). Only now, since until now they
 * are the ones who mediate.
 */
export function endPlatformLevel(step: Mediation): void {
  for (const id of step.state.participants['mediator'] ?? []) step.participate('platformMediator', id);
}
