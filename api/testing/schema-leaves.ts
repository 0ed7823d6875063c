/** Walks through schemas, for tests of what holds of every field. */
import type { z } from 'zod';

/** A field that holds a value itself, and where it stands. */
export interface Leaf {
  readonly path: string;
  readonly kind: string;
  readonly schema: z.ZodType;
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
}

/** The fields of a schema that hold values themselves: texts, numbers, choices. */
export function leavesOf(schema: z.ZodType, path = ''): Leaf[] {
  const definition = schema._zod.def as unknown as Definition;
  const within = (inner: z.ZodType | undefined, step: string) =>
    inner === undefined ? [] : leavesOf(inner, path === '' ? step : `${path}.${step}`);
  switch (definition.type) {
    case 'object':
      return Object.entries(definition.shape ?? {}).flatMap(([name, inner]) => within(inner, name));
    case 'array':
      return within(definition.element, '0');
    case 'union':
      return (definition.options ?? []).flatMap((option) => leavesOf(option, path));
    case 'tuple':
      return (definition.items ?? []).flatMap((item, index) => within(item, String(index)));
    case 'record':
      // What is free in its values is free in its names: it is checked by another schema later.
      return kindOf(definition.valueType) === 'unknown'
        ? []
        : [...within(definition.keyType, '<name>'), ...within(definition.valueType, '<value>')];
    case 'pipe':
      return kindOf(definition.in) === 'string' ? [{ path, kind: 'string', schema }] : leavesOf(definition.in!, path);
    default:
      return definition.innerType === undefined
        ? [{ path, kind: definition.type, schema }]
        : leavesOf(definition.innerType, path);
  }
}

function kindOf(schema: z.ZodType | undefined): string | undefined {
  return schema === undefined ? undefined : (schema._zod.def as unknown as Definition).type;
}
