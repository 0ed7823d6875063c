/** What a field of a schema is called, by the titles that stand in the schema itself (XC-05.3). */
import { z } from 'zod';
import { text, type Text } from '../../rules/text.ts';

type Part = PropertyKey;

/**
 * The field at a path in words: the titles on the way to it, and which item of a list it is. Undefined where the schema does not name it,
 * or where what it is depends on what else was sent.
 */
export function fieldTitle(schema: z.core.$ZodType, path: readonly Part[]): Text | undefined {
  const titles = titlesOn(schema, path);
  const last = path.at(-1);
  if (titles === undefined || last === undefined) return undefined;
  return text(titles.map(({ zh }) => zh).join(' '), titles.map(({ en }) => en).join(', '));
}

/** The titles of the parts that have one; undefined unless the last field has one. */
function titlesOn(schema: z.core.$ZodType, path: readonly Part[]): Text[] | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return [];
  const next = within(schema, part);
  if (next === undefined) return undefined;
  const own = typeof part === 'number' ? text(`第 ${part + 1} 项`, `item ${part + 1}`) : titleOf(next);
  if (own === undefined && rest.length === 0) return undefined;
  const others = titlesOn(next, rest);
  return others && [...(own === undefined ? [] : [own]), ...others];
}

/** The schema of a field of an object, or of the items of a list. */
function within(schema: z.core.$ZodType, part: Part): z.core.$ZodType | undefined {
  for (const one of layersOf(schema)) {
    if (one instanceof z.ZodObject) {
      const shape = one.shape as Record<Part, z.core.$ZodType>;
      return Object.hasOwn(shape, part) ? shape[part] : undefined;
    }
    if (one instanceof z.ZodArray) return one.element;
  }
  return undefined;
}

function titleOf(schema: z.core.$ZodType): Text | undefined {
  for (const one of layersOf(schema)) {
    const title = (z.globalRegistry.get(one) as { readonly 'x-title'?: Text } | undefined)?.['x-title'];
    if (title !== undefined) return title;
  }
  return undefined;
}

/** A schema, and what it wraps: what is optional, may be null or is read on. */
function layersOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, in: read } = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  const inner = innerType ?? read;
  return inner === undefined ? [schema] : [schema, ...layersOf(inner)];
}
