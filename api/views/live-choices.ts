/** Choices that stand in the records, e.g. the platforms of a network as it is now: forms show them as they show those that are fixed. */
import type { Database } from '../../prisma/client.ts';
import { choicesOf, type LiveChoices } from '../regimes.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Lays choices into the JSON Schema of a form: wherever a field names such a thing, it gets the ids and their titles. */
export type Lay = <S extends Schema>(schema: S) => S;

/** The choices of a regime: `now` for what can be chosen, `ever` for a form of earlier, which may name what is there no more. */
export async function layingChoices(
  database: Database,
  regime: string,
): Promise<Readonly<Record<'now' | 'ever', Lay>>> {
  const choices = await choicesOf(database, regime);
  const lay =
    (of: LiveChoices | undefined): Lay =>
    (schema) =>
      of === undefined ? schema : laid(schema, of);
  return { now: lay(choices?.now), ever: lay(choices?.ever) };
}

function laid<N>(node: N, choices: LiveChoices): N {
  if (Array.isArray(node)) return node.map((item: unknown) => laid(item, choices)) as N;
  if (typeof node !== 'object' || node === null) return node;
  const within = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, laid<unknown>(value, choices)]));
  const refers = within['x-refers'];
  const titles = typeof refers === 'string' && !('enum' in within) ? choices[refers] : undefined;
  if (titles === undefined) return within as N;
  return { ...within, 'x-choices': titles, ...(within['type'] === 'string' && { enum: Object.keys(titles) }) } as N;
}
