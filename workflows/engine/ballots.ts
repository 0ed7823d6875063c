/** Who may vote in a ballot, and what the votes come to: see `BallotContract`. */
import { refuse } from '../../rules/refusal.ts';
import type { BallotContract, ProcessContract } from './contract.ts';
import type { BallotState, RecordedState } from './state.ts';

/** How many of the votes are for it, and how many against. */
export function countVotes({ votes }: Pick<BallotState, 'votes'>): {
  readonly inFavour: number;
  readonly against: number;
} {
  const inFavour = votes.filter(({ vote }) => vote === 'FOR').length;
  return { inFavour, against: votes.length - inFavour };
}

/** What the votes so far come to by the rule of the ballot. */
export function resultOf({ voters, rule }: BallotContract, ballot: BallotState): 'OPEN' | 'CARRIED' | 'LOST' {
  const { inFavour, against } = countVotes(ballot);
  const needed = rule === 'ALL' ? voters : Math.floor(voters / 2) + 1;
  if (inFavour >= needed) return 'CARRIED';
  return voters - against < needed ? 'LOST' : 'OPEN';
}

/**
 * Whether one of these accounts is kept from voting: by what it did in the case, or because it has voted already and a vote stands.
 * @throws Refusal FOUR_EYES
 */
export function refuseNoVoter(
  { ballots = {} }: Pick<ProcessContract, 'ballots'>,
  state: Pick<RecordedState, 'participants' | 'ballots'>,
  name: string,
  accounts: readonly string[],
): void {
  const { notBy = [], mayChange } = ballots[name] ?? {};
  const because = notBy.find((did) => accounts.some((id) => state.participants[did]?.includes(id)));
  if (because !== undefined) refuseVote(because);
  const ballot = state.ballots?.[name];
  if (mayChange === true || ballot?.status !== 'OPEN') return;
  if (ballot.votes.some(({ by }) => accounts.includes(by))) refuseVote('voter');
}

function refuseVote(because: string): never {
  const hasVoted = because === 'voter';
  refuse(
    'FOUR_EYES',
    hasVoted ? '您已就此事表决；须由另一人表决。' : '在本案中承担过回避事项的人员不得参加表决，请由他人表决。',
    hasVoted
      ? 'You have voted in this ballot already; somebody else must vote.'
      : 'Who did what this ballot is about may not vote in it; somebody else must.',
    { facts: { because } },
  );
}
