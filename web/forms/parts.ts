/** A long form in parts, as people fill it in: each part is shown by itself. */
import type { Text } from '../../rules/text.ts';
import { isWithin, joined } from './paths.ts';
import { meant, titleOf, type Schema } from './schema.ts';

/** Fields that are filled in together. */
export interface FormPart {
  /** The place that its fields have in common. */
  readonly path: string;
  /** Null for what belongs to no part of the form. */
  readonly title: Text | null;
  /** Paths of its fields. */
  readonly fields: readonly string[];
}

/** An object with so many parts of its own is itself no part, but these are. */
const SPLIT_FROM = 3;

/**
 * The parts of the object at a place of a form; what stands for itself comes first.
 * @param without places that are drawn elsewhere
 */
export function partsOf(schema: Schema, root: Schema, place = '', without: readonly string[] = []): FormPart[] {
  return split({ schema, root, without, title: null }, place);
}

interface Splitting {
  readonly schema: Schema;
  readonly root: Schema;
  readonly without: readonly string[];
  readonly title: Text | null;
}

function split({ schema, root, without, title }: Splitting, place: string): FormPart[] {
  const fields = Object.entries(meant(schema, root).properties ?? {})
    .map(([name, part]) => ({ name, part, path: joined(place, name) }))
    .filter(({ part, path }) => isDrawn(part, root, path, without));
  const alone = fields.filter(({ part }) => !isGroup(part, root));
  const groups = fields.filter(({ part }) => isGroup(part, root));
  return [
    ...(alone.length > 0 ? [{ path: place, title, fields: alone.map(({ path }) => path) }] : []),
    ...groups.flatMap(({ name, part, path }) => {
      const inner = meant(part, root);
      const called = titleOf(inner, name);
      const groupsInside = Object.values(inner.properties ?? {}).filter((one) => isGroup(one, root));
      if (groupsInside.length >= SPLIT_FROM && title === null)
        return split({ schema: part, root, without, title: called }, path);
      return [{ path, title: called, fields: [path] }];
    }),
  ];
}

/** An object, or several of them. */
function isGroup(part: Schema, root: Schema): boolean {
  const schema = meant(part, root);
  if (schema.type === 'object') return schema.propertyNames === undefined;
  return schema.type === 'array' && meant(schema.items ?? {}, root).type === 'object';
}

/** False if all of it is drawn elsewhere. */
function isDrawn(part: Schema, root: Schema, path: string, without: readonly string[]): boolean {
  if (without.some((place) => isWithin(path, place))) return false;
  const inside = Object.entries(meant(part, root).properties ?? {});
  return inside.length === 0 || inside.some(([name, one]) => isDrawn(one, root, joined(path, name), without));
}

/** The part in which a field stands. */
export function partWith(parts: readonly FormPart[], path: string): FormPart | undefined {
  return parts.find(({ fields }) => fields.some((field) => isWithin(path, field)));
}
