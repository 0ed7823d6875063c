/** The ballots of a case, for the bodies that handle it alone. */
import { z } from 'zod';
import { countVotes } from '../../workflows/engine/ballots.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import type { RecordedState, VoteState } from '../../workflows/engine/state.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { namedSchema } from './people.ts';

export const ballotSchema = z
  .object({
    name: z.string(),
    title: textSchema,
    entry: z.int().meta({ description: 'Which time it was opened in the case' }),
    status: z.enum(['OPEN', 'CARRIED', 'LOST', 'WITHDRAWN']),
    rule: z.enum(['ALL', 'MAJORITY']),
    voters: z.int().meta({ description: 'How many persons take part in it' }),
    openedAt: instantSchema,
    voted: z.array(namedSchema).meta({ description: 'Who has voted so far' }),
    votes: z
      .array(
        z.object({
          voter: namedSchema,
          vote: z.enum(['FOR', 'AGAINST']),
          reason: z.string().nullable(),
          at: instantSchema,
        }),
      )
      .nullable()
      .meta({ description: 'Null for a secret ballot that is not decided' }),
    count: z.object({ inFavour: z.int(), against: z.int() }).nullable(),
  })
  .meta({ id: 'Ballot' });

type Ballot = z.infer<typeof ballotSchema>;

/** The accounts that have voted in a case. */
export function votersOf(state: RecordedState | null): string[] {
  return Object.values(state?.ballots ?? {}).flatMap(({ votes }) => votes.map(({ by }) => by));
}

/** {@link ballotSchema} of every ballot of the case. */
export function ballotViews(
  { ballots: specs = {} }: Pick<ProcessContract, 'ballots'>,
  state: RecordedState | null,
  names: ReadonlyMap<string, string>,
): Ballot[] {
  return Object.entries(state?.ballots ?? {}).flatMap(([name, ballot]) => {
    const spec = specs[name];
    if (spec === undefined) return [];
    const { entry, status, openedAt, votes } = ballot;
    const isShown = spec.secret !== true || status === 'CARRIED' || status === 'LOST';
    const voterOf = ({ by }: VoteState) => ({ id: by, name: names.get(by) ?? null });
    return {
      ...{ name, title: spec.title, entry, status, rule: spec.rule, voters: spec.voters, openedAt },
      voted: votes.map(voterOf),
      votes: isShown
        ? votes.map((one) => ({ voter: voterOf(one), vote: one.vote, reason: one.reason, at: one.at }))
        : null,
      count: isShown ? countVotes(ballot) : null,
    };
  });
}
