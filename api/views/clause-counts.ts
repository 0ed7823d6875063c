/** In how many cases of a reader a clause is cited, and what was decided under it there. */
import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import { text, type Text } from '../../rules/text.ts';
import { doneTitle, type ActionContract } from '../../workflows/engine/contract.ts';
import type { Regime } from '../../workflows/engine/regime.ts';
import type { Access } from '../abilities.ts';
import { textSchema } from '../http/schemas.ts';
import { casesWithin } from './case-scope.ts';
import { citationsIn } from './clause-carriers.ts';

/** The type that stands for lines of any type, in the records of what cases cite. */
export const ANY_LINE = '*';

const EFFECTS = {
  DECIDED: text('办理、认定', 'dealt with or decided'),
  WAIVED: text('放宽、免除', 'waived'),
  REVERSED: text('推翻、撤回', 'reversed'),
} as const satisfies Readonly<Record<string, Text>>;

type Effect = keyof typeof EFFECTS;

/** How often one clause was cited. */
export const clauseCountSchema = z
  .object({
    clause: z.string(),
    cases: z.int().meta({ description: 'Cases within the reader’s reach whose timeline cites it' }),
    acts: z
      .array(
        z.object({
          event: z.string().meta({ description: 'The type of the line, by which the list of cases can be narrowed' }),
          title: textSchema,
          effect: z.enum(Object.keys(EFFECTS) as [Effect, ...Effect[]]),
          effectTitle: textSchema,
          cases: z.int(),
        }),
      )
      .meta({ description: 'What the bodies did under it' }),
  })
  .meta({ id: 'ClauseCount' });

/** {@link clauseCountSchema} of every clause that some case within the access cites. */
export async function clauseCounts(
  database: Database,
  regime: Regime,
  access: Access,
): Promise<z.infer<typeof clauseCountSchema>[]> {
  const acts = actsOf(regime);
  const clauses = citationsIn(regime.code);
  const rows = await database.caseClause.groupBy({
    by: ['clause', 'event'],
    where: { clause: { in: clauses }, event: { in: [ANY_LINE, ...acts.keys()] }, case: casesWithin(access) },
    _count: true,
  });
  return clauses.flatMap((clause) => {
    const own = rows.filter((row) => row.clause === clause);
    const all = own.find(({ event }) => event === ANY_LINE);
    if (all === undefined) return [];
    return [
      {
        ...{ clause, cases: all._count },
        acts: [...acts].flatMap(([event, act]) => {
          const counted = own.find((row) => row.event === event);
          return counted === undefined ? [] : [{ event, ...act, cases: counted._count }];
        }),
      },
    ];
  });
}

/** What the bodies of a regime do in its cases, by the type of the line. How somebody votes is nobody's to count. */
function actsOf({ processes }: Regime): ReadonlyMap<string, { title: Text; effect: Effect; effectTitle: Text }> {
  const actions: readonly ActionContract[] = processes.flatMap(({ contract }) => Object.values(contract.actions));
  const ofBodies = actions.filter(
    ({ by, ballot, clause }) =>
      clause !== '—' &&
      ballot === undefined &&
      by.some((grant) => typeof grant === 'object' && ('handling' in grant || 'office' in grant)),
  );
  return new Map(
    ofBodies.map((action) => {
      const effect = effectOf(action);
      return [action.event, { title: { ...doneTitle(action) }, effect, effectTitle: { ...EFFECTS[effect] } }];
    }),
  );
}

function effectOf({ effect }: ActionContract): Effect {
  if (effect === 'waives') return 'WAIVED';
  return effect === 'reverses' ? 'REVERSED' : 'DECIDED';
}
