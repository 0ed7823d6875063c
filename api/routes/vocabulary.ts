/** The words of the platform that a page needs once, whoever reads it: regulations, kinds of case, tasks, roles, bodies and regions by their codes. */
import { z } from 'zod';
import { ACCOUNT_ROLES } from '../../rules/roles.ts';
import { text, type Text } from '../../rules/text.ts';
import { bodies, citations, regimes } from '../../workflows/regimes.ts';
import { liveBodies } from '../regimes.ts';
import { route } from '../http/route.ts';
import { textSchema } from '../http/schemas.ts';
import { ROLE_TITLES } from '../../rules/role-titles.ts';

const titles = z.record(z.string(), textSchema);

const vocabularySchema = z
  .object({
    regulations: z
      .record(z.string(), z.object({ name: textSchema, short: textSchema, edition: textSchema.optional() }))
      .meta({ description: 'By the code that clauses begin with, e.g. `SH-STORE`' }),
    regimes: titles,
    kinds: z.record(
      z.string(),
      z.object({
        title: textSchema,
        regime: z.string(),
        stages: titles,
        outcomes: titles,
        tasks: titles,
        deadlines: titles,
      }),
    ),
    roles: titles,
    bodies: titles,
    regions: titles,
    training: z.boolean().meta({ description: 'Whether demonstration accounts sign in here' }),
  })
  .meta({ id: 'Vocabulary' });

/** Says what the codes are called. */
export const getVocabulary = route({
  method: 'get',
  path: '/api/vocabulary',
  ability: 'public',
  tag: 'document',
  summary: text('名称对照', 'What codes are called'),
  answers: { 200: { description: 'Titles by code', schema: vocabularySchema } },
  async handle({ context: { contracts, settings, database } }) {
    const live = await liveBodies(database);
    const since = live.flatMap(({ added }) => added.map(({ id, name }) => [id, name] as const));
    const kinds = Object.values(contracts).map(({ kind, title, regime, stages, outcomes, tasks, deadlines }) => [
      kind,
      { title, regime, stages, outcomes, tasks: mapped(tasks, titleOf), deadlines: mapped(deadlines, titleOf) },
    ]);
    return {
      status: 200,
      body: {
        regulations: mapped(citations, ({ name, short, edition }) => ({ name, short, ...(edition && { edition }) })),
        regimes: Object.fromEntries(regimes.map(({ code, title }) => [code, title])),
        kinds: Object.fromEntries(kinds) as unknown,
        roles: Object.fromEntries(ACCOUNT_ROLES.map((role) => [role, ROLE_TITLES[role]])),
        bodies: { ...Object.fromEntries(since), ...mapped(bodies, ({ name }) => name) },
        regions: Object.assign({}, ...[...live, ...regimes].map(({ regionTitles }) => regionTitles)) as Record<
          string,
          Text
        >,
        training: settings.mode === 'training',
      },
    };
  },
});

const titleOf = ({ title }: { readonly title: Text }) => title;

function mapped<T, U>(table: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
}
