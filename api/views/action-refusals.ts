/** What each action of a case would be refused with if a reader did it now: asked once, for what is open and for why the rest is not. */
import { Refusal } from '../../rules/refusal.ts';
import type { Person } from '../../rules/roles.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { checkAction } from '../../workflows/engine/engine.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';

/** By the name of the action; an action that is open is not named. */
export type ActionRefusals = ReadonlyMap<string, Refusal>;

/** @param state null before the case is open: then there is nothing to do yet, and nothing that is refused */
export function actionRefusals(contract: ProcessContract, state: RecordedState | null, person: Person): ActionRefusals {
  const refusals = new Map<string, Refusal>();
  if (state === null) return refusals;
  for (const name of Object.keys(contract.actions)) {
    try {
      checkAction({ contract }, state, name, person);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      refusals.set(name, refusal);
    }
  }
  return refusals;
}
