/** Who may not do something in a case although their office may: four eyes, interests, tasks of others. */
import { Refusal, refuse } from '../../rules/refusal.ts';
import { accountsOf, type Actor } from '../../rules/roles.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import { accountsOfVote, refuseNoVoter } from './ballots.ts';
import type { ActionContract, ProcessContract } from './contract.ts';
import type { OpenCapacity } from './grants.ts';
import { isWithDelegate, type RecordedState, type TaskState } from './state.ts';

type Parties = Pick<ProcessContract, 'parties'>;

/**
 * Whether somebody is kept from an action in one of their capacities. Who covers for somebody is kept by what either of the two has done.
 * @throws Refusal FOUR_EYES, CONFLICT_OF_INTEREST, TASK_OF_ANOTHER
 */
export function refuseInCapacity(
  contract: Pick<ProcessContract, 'parties' | 'ballots'>,
  state: RecordedState,
  action: ActionContract,
  capacity: OpenCapacity,
): void {
  const accounts = accountsOf(capacity.actor);
  refuseParticipants(state, action.notBy ?? [], accounts);
  refuseInterested(contract, state, capacity);
  if (action.ballot !== undefined) refuseNoVoter(contract, state, action.ballot, capacity.actor);
  const task = state.tasks.find(({ name }) => name === action.task);
  if (task !== undefined) refuseNotTheirTask(task, capacity.actor);
}

/**
 * Whether one of these accounts is kept from the actions that work on a task: a task that somebody holds who may not do it would wait for
 * ever (XC-05.5).
 * @throws Refusal FOUR_EYES
 */
export function refuseTask(
  { actions, ballots }: Pick<ProcessContract, 'actions' | 'ballots'>,
  state: Pick<RecordedState, 'participants' | 'ballots'>,
  task: string,
  accounts: readonly string[],
): void {
  for (const action of Object.values(actions)) {
    if (action.task !== task) continue;
    refuseParticipants(state, action.notBy ?? [], accounts);
    const { ballot } = action;
    if (ballot !== undefined) for (const id of accounts) refuseNoVoter({ ballots }, state, ballot, { id });
  }
}

/** The accounts that are kept from a task by what they did in the case; see {@link refuseTask}. */
export function keptFromTask(
  contract: Pick<ProcessContract, 'actions' | 'ballots'>,
  state: Pick<RecordedState, 'participants' | 'ballots'>,
  task: string,
): string[] {
  const voters = Object.values(state.ballots ?? {}).flatMap(({ votes }) => votes.flatMap(accountsOfVote));
  return [...new Set([...Object.values(state.participants).flat(), ...voters])].filter((id) => {
    try {
      refuseTask(contract, state, task, [id]);
      return false;
    } catch (refusal) {
      if (refusal instanceof Refusal) return true;
      throw refusal;
    }
  });
}

/** @throws Refusal FOUR_EYES if one of the accounts did one of these things in the case (XC-05.5) */
export function refuseParticipants(
  { participants }: Pick<RecordedState, 'participants'>,
  notBy: readonly string[],
  accounts: readonly string[],
): void {
  const because = notBy.find((did) => accounts.some((id) => participants[did]?.includes(id)));
  if (because !== undefined) refuseFourEyes(because);
}

/**
 * Whoever handles a case has no interest in a party of it: acts for it, has filed for it or recommended it, or has declared an interest.
 * Who acts for the party in the case itself is not handling it.
 * @throws Refusal CONFLICT_OF_INTEREST
 */
export function refuseInterested(
  contract: Parties,
  state: Pick<RecordedState, 'parties'>,
  { handles, interests }: OpenCapacity,
): void {
  const party = handles ? interestIn(contract, state, interests) : undefined;
  if (party === undefined) return;
  refuse(
    'CONFLICT_OF_INTEREST',
    '您与本案当事人存在利益关系，应当回避；请由他人办理。',
    'You have an interest in a party of this case and may not handle it; somebody else must.',
    { facts: { party } },
  );
}

/** The party of a case that is among these; one that only follows it does not count. */
export function interestIn(
  { parties }: Parties,
  state: Pick<RecordedState, 'parties'>,
  interests: readonly PartyKey[],
): PartyKey | undefined {
  const taking = Object.entries(state.parties).filter(([name]) => parties[name]?.follows !== true);
  return interests.find((key) => taking.some(([, keys]) => keys.includes(key)));
}

/** Who recommended or filed decides nothing in the case (XC-05.5). */
function refuseFourEyes(because: string): never {
  refuse(
    'FOUR_EYES',
    '在本案中承担过回避事项的人员不得办理此事，请由他人办理。',
    'Who recommended or filed in this case may not do this; somebody else must.',
    { facts: { because } },
  );
}

/**
 * What is held is done by its holder, or by who acts in the holder's office; a delegate prepares it and does not decide.
 * @throws Refusal TASK_OF_ANOTHER
 */
export function refuseNotTheirTask(task: TaskState, actor: Actor): void {
  const { name, assigneeId } = task;
  const accounts = accountsOf(actor);
  if (assigneeId === null || accounts.includes(assigneeId)) return;
  if (isWithDelegate(task) && accounts.includes(task.delegation.to)) refuseDelegated(name);
  refuse(
    'TASK_OF_ANOTHER',
    '该待办已由他人领取；请其退回或由负责人改派后再办理。',
    `The task '${name}' is held by somebody else; ask them to give it back, or a manager to assign it to you.`,
    { facts: { task: name } },
  );
}

function refuseDelegated(task: string): never {
  refuse(
    'TASK_OF_ANOTHER',
    '该待办委派给您准备意见，由承办人决定：请交回意见；不能代为决定，也不能转委派。',
    `The task '${task}' is delegated to you to prepare; its holder decides. Hand it back with your opinion: you cannot decide or delegate it on.`,
    { facts: { task, delegated: true } },
  );
}
