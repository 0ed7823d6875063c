/** The ballots of a step: opened, voted in, decided, withdrawn. */
import { refuse } from '../../rules/refusal.ts';
import { countVotes, isVoteOf, refuseNoVoter, resultOf } from './ballots.ts';
import { DelegationDraft } from './delegation-draft.ts';
import { phrases } from './phrases.ts';
import type { BallotState, BallotStatus, Vote } from './state.ts';

export abstract class BallotDraft extends DelegationDraft {
  /** Opens a ballot of the contract, without any vote. One that is open already is a fault of the process. */
  openBallot(name: string): void {
    const { title, voters } = this.#contractOf(name);
    if (this.ballot(name)?.status === 'OPEN') throw new Error(`Ballot '${name}' is open already.`);
    const entry = this.nextEntry(`ballot:${name}`);
    this.#keep(name, { entry, status: 'OPEN', openedAt: this.now, votes: [] });
    this.record('BALLOT_OPENED', phrases.ballotOpened(title, voters), { detail: { ballot: name, entry } });
  }

  /**
   * The actor votes; a vote that may be changed replaces the earlier one. When the rule of the ballot is met it is decided, and its votes
   * stand on the timeline.
   * @returns how the ballot stands now: OPEN, CARRIED or LOST
   * @throws Refusal NOT_NOW if no ballot of this name is open; FOUR_EYES if the actor may not vote
   */
  vote(name: string, vote: Vote, reason: string | null = null): BallotStatus {
    const spec = this.#contractOf(name);
    const ballot = this.ballot(name);
    if (ballot?.status !== 'OPEN') {
      refuse('NOT_NOW', `目前没有进行中的表决“${spec.title.zh}”。`, `No ballot '${spec.title.en}' is open now.`);
    }
    const { id: by, covering } = this.actor;
    refuseNoVoter(this.contract, this.state, name, this.actor);
    const others = ballot.votes.filter((one) => !isVoteOf(one, this.actor));
    const mine = { by, ...(covering && { inOfficeOf: covering.id }), vote, reason, at: this.now };
    const voted = { ...ballot, votes: [...others, mine] };
    const status = resultOf(spec, voted);
    this.#keep(name, { ...voted, status });
    if (status !== 'OPEN') {
      const { inFavour, against } = countVotes(voted);
      this.record('BALLOT_DECIDED', phrases.ballotDecided(spec.title, status, phrases.votes(inFavour, against)), {
        detail: { ballot: name, entry: ballot.entry, result: status, votes: voted.votes },
        requirement: 'XC-05.5',
      });
    }
    return status;
  }

  /** What was voted on has changed or is given up: the votes are void. Nothing happens if no such ballot is open. */
  withdrawBallot(name: string): void {
    const ballot = this.ballot(name);
    if (ballot?.status !== 'OPEN') return;
    this.#keep(name, { ...ballot, status: 'WITHDRAWN' });
    this.record('BALLOT_WITHDRAWN', phrases.ballotWithdrawn(this.#contractOf(name).title), {
      detail: { ballot: name, entry: ballot.entry },
    });
  }

  /** The latest ballot of this name. */
  ballot(name: string): BallotState | undefined {
    return this.state.ballots?.[name];
  }

  /** Nothing is voted on in a closed case. */
  protected withdrawOpenBallots(): void {
    for (const name of Object.keys(this.state.ballots ?? {})) this.withdrawBallot(name);
  }

  #keep(name: string, ballot: BallotState): void {
    this.state.ballots = { ...this.state.ballots, [name]: ballot };
  }

  #contractOf(name: string) {
    const found = this.contract.ballots?.[name];
    if (found === undefined) throw new Error(`${this.contract.kind} has no ballot '${name}'.`);
    return found;
  }
}
