/** Who may vote in a ballot, and what the votes come to: see `BallotContract`. */
import { refuse } from '../../rules/refusal.ts';
import { accountsOf, type Actor } from '../../rules/roles.ts';
import type { BallotContract, ProcessContract } from './contract.ts';
import type { BallotState, RecordedState, VoteState } from './state.ts';

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
 * Whether somebody is kept from voting: by what they did in the case, or because they have voted already and a vote stands.
 * @throws Refusal FOUR_EYES
 */
export function refuseNoVoter(
  { ballots = {} }: Pick<ProcessContract, 'ballots'>,
  state: Pick<RecordedState, 'participants' | 'ballots'>,
  name: string,
  actor: Pick<Actor, 'id' | 'covering'>,
): void {
  const accounts = accountsOf(actor);
  const { notBy = [], mayChange = false } = ballots[name] ?? {};
  const because = notBy.find((did) => accounts.some((id) => state.participants[did]?.includes(id)));
  if (because !== undefined) refuseVote(because);
  const ballot = state.ballots?.[name];
  if (ballot?.status !== 'OPEN') return;
  // A vote in somebody's office is that one's vote too: neither of the two votes again.
  const votes = ballot.votes.filter((vote) => accountsOfVote(vote).some((id) => accounts.includes(id)));
  if (votes.some((vote) => !mayChange || !isVoteOf(vote, actor))) refuseVote('voter');
}

/** Whether a vote was cast by this person in this capacity. */
export function isVoteOf(vote: VoteState, { id, covering }: Pick<Actor, 'id' | 'covering'>): boolean {
  return vote.by === id && vote.inOfficeOf === covering?.id;
}

/** The accounts that a vote stands for. */
export function accountsOfVote({ by, inOfficeOf }: VoteState): string[] {
  return inOfficeOf === undefined ? [by] : [by, inOfficeOf];
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
