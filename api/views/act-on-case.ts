/** An action of a person on a case: what the API asks before the case itself is asked. */
import type { Access } from '../abilities.ts';
import { actingFor } from '../acting-for.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Person } from '../../rules/roles.ts';
import type { ActionContract, ProcessContract } from '../../workflows/engine/contract.ts';
import { commonActions, type CommonInputs } from '../../workflows/engine/common-contract.ts';
import { capacityOf, partiesToActFor, type Granted } from '../../workflows/engine/grants.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import type { ApiContext } from '../context.ts';
import { requireAssignee } from './assignee.ts';
import { SCOPED } from './case-scope.ts';
import type { CaseRow } from './case-view.ts';
import { findCase, type FoundCase } from './read-case.ts';
import { refuseSealedCase } from './sealed-case.ts';

/** An action of a case that somebody may see, by the contract of its kind. */
export interface FoundAction extends FoundCase {
  readonly contract: ProcessContract;
  readonly action: ActionContract;
}

/**
 * The case and the action of its contract.
 * @throws Refusal NOT_FOUND, OUT_OF_SCOPE if the case is not the reader's to see, or its kind has no such action
 */
export async function findAction(context: ApiContext, id: string, name: string, access: Access): Promise<FoundAction> {
  const { row, standing } = await findCase(context, id, access);
  const contract = context.contracts[row.kind];
  const action = contract !== undefined && Object.hasOwn(contract.actions, name) ? contract.actions[name] : undefined;
  if (contract === undefined || action === undefined) {
    return refuse('NOT_FOUND', `此类案件没有操作“${name}”。`, `Cases of this kind have no action '${name}'.`);
  }
  return { row, standing, contract, action };
}

/**
 * The person as they may do the action by the records; the case itself is asked again.
 * @param named the party it is done for, where the person acts for several sides of the case
 * @throws Refusal NOT_ALLOWED, OUT_OF_SCOPE; INVALID_INPUT with the choices, if it is not said for which side
 */
export function requireCapacity({ row, contract, action }: FoundAction, person: Person, named?: string): Person {
  const granted = grantedIn(row);
  capacityOf(contract, granted, action.by, person);
  return actingFor(person, partiesToActFor(contract, granted, action.by, person), named);
}

/**
 * Nobody changes what is sealed. What every case has, e.g. letters that are still under way, goes on.
 * @throws Refusal NOT_ALLOWED
 */
export async function refuseIfSealed(context: ApiContext, { row }: FoundAction, name: string): Promise<void> {
  if (!Object.hasOwn(commonActions, name)) await refuseSealedCase(context, row);
}

/** What the records say of who may act in a case. */
function grantedIn({ state, parties, bodyId, region }: CaseRow): Granted {
  if (state !== null) return state as unknown as RecordedState;
  const names = [...new Set(parties.map(({ name }) => name))];
  const keysOf = (name: string) => parties.filter((one) => one.name === name).map(({ party }) => party);
  return { bodyId, region, parties: Object.fromEntries(names.map((name) => [name, keysOf(name)])) };
}

/** Common actions that give a task to somebody. */
const GIVING: readonly string[] = ['assignTask', 'delegateTask'] satisfies (keyof CommonInputs)[];

/** Whoever is named by an action that gives a task to somebody must be able to do the work. */
export async function requireTaskAssignee(
  { database, clock }: ApiContext,
  caseId: string,
  action: string,
  given: unknown,
): Promise<void> {
  if (!GIVING.includes(action)) return;
  const input = given as CommonInputs['assignTask'];
  const task = await database.task.findFirst({
    where: { caseId, name: input.task, closedAt: null },
    select: { role: true, case: { select: { bodyId: true, region: true, ...SCOPED } } },
  });
  if (task !== null) await requireAssignee(database, task, input.to, await clock.now());
}
