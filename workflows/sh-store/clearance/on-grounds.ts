/** The grounds of a clearance: found, chosen, dismissed, withdrawn (SH-STORE-10). */
import { refuse } from '../../../rules/refusal.ts';
import { listed } from '../../../rules/phrases.ts';
import type { Ground } from '../../engine/contract.ts';
import { groundsTogether } from '../../engine/grounds-together.ts';
import { rectification } from '../rectification/contract.ts';
import { storeSetup } from '../store-setup/contract.ts';
import { storeSupervision } from '../store-supervision/contract.ts';
import { trialOperation } from '../trial-operation/contract.ts';
import type { GroundState } from './contract.ts';
import { groundOf, groundTitles, type ClearanceGround } from './grounds.ts';
import type { ToldGround } from './notices.ts';
import type { Clearance } from './step.ts';

type Status = GroundState['status'];

export function groundsOf({ facts: { grounds } }: Clearance, status: Status): readonly GroundState[] {
  return grounds.filter((one) => one.status === status);
}

/** The grounds named that are to be decided; all of them if none is named. */
export function chosen(step: Clearance, named: readonly ClearanceGround[] | undefined): readonly GroundState[] {
  const open = groundsOf(step, 'DETECTED');
  const missing = (named ?? []).filter((ground) => open.every((one) => one.ground !== ground));
  if (missing.length > 0) {
    const which = listed(missing.map((ground) => groundTitles[ground]));
    refuse(
      'INVALID_INPUT',
      `本案没有待确认的清退情形：${which.zh}。`,
      `The case has no such ground to decide: ${which.en}.`,
      {
        field: 'grounds',
      },
    );
  }
  return named === undefined ? open : open.filter(({ ground }) => named.includes(ground));
}

export function setStatus(step: Clearance, which: readonly GroundState[], status: Status): void {
  step.facts.grounds = step.facts.grounds.map((one) =>
    which.some((other) => isSame(one, other)) ? { ...one, status } : one,
  );
}

/** What somebody is told of grounds. */
export function told(grounds: readonly GroundState[]): ToldGround[] {
  return grounds.map(({ ground, facts }) => {
    const { title, clause } = groundOf(ground);
    return { title, clause, facts };
  });
}

/** What the line of a decision on the detected grounds cites: all those that it is about. */
export function restingOn(
  { grounds }: Pick<Clearance['facts'], 'grounds'>,
  named: readonly ClearanceGround[] | undefined,
): Ground | undefined {
  const decided = grounds.filter(
    ({ status, ground }) => status === 'DETECTED' && (named === undefined || named.includes(ground)),
  );
  return groundsTogether(decided.map(({ ground }) => groundOf(ground)));
}

/** A ground was found again by the same case, or by another one. */
export function isSame(
  a: Pick<GroundState, 'ground' | 'originCaseId'>,
  b: Pick<GroundState, 'ground' | 'originCaseId'>,
) {
  return a.ground === b.ground && a.originCaseId === b.originCaseId;
}

/** The case that found a ground hears that it was dismissed. */
export function tellOrigin(step: Clearance, { origin, originCaseId, ground }: GroundState): void {
  const dismissed = { clearanceCaseId: step.state.id, ground };
  const origins = { storeSetup, trialOperation, rectification, storeSupervision } as const;
  step.tell(originCaseId, origins[origin], 'clearanceDismissed', dismissed);
}
