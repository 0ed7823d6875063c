/** Who may not do something in a case although their office may: four eyes, interests, tasks of others. */
import { refuse } from '../../rules/refusal.ts';
import { accountsOf } from '../../rules/roles.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import { refuseNoVoter } from './ballots.ts';
import type { ActionContract, ProcessContract } from './contract.ts';
import type { OpenCapacity } from './grants.ts';
import type { RecordedState } from './state.ts';

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
  const holder = state.tasks.find(({ name }) => name === action.task)?.assigneeId;
  if (action.task !== undefined && holder && !accounts.includes(holder)) refuseTaskOfAnother(action.task);
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

export function refuseTaskOfAnother(task: string): never {
  refuse(
    'TASK_OF_ANOTHER',
    '该待办已由他人领取；请其退回或由负责人改派后再办理。',
    `The task '${task}' is held by somebody else; ask them to give it back, or a manager to assign it to you.`,
    { facts: { task } },
  );
}
