/** What the console reads of the JSON Schema of an input: its shape, and the words and references that the API adds as `x-` keys. */
import type { Text } from '../../rules/text.ts';

/** What a text refers to, where it is no text of its own. */
export type Refers =
  | 'account'
  | 'bar'
  | 'body'
  | 'case'
  | 'centre'
  | 'colleague'
  | 'creditCode'
  | 'creditEntry'
  | 'creditHit'
  | 'draft'
  | 'everPlatform'
  | 'expert'
  | 'file'
  | 'finding'
  | 'letter'
  | 'liaisonPoint'
  | 'material'
  | 'member'
  | 'networkBody'
  | 'notice'
  | 'order'
  | 'party'
  | 'platform'
  | 'product'
  | 'provider'
  | 'recommendation'
  | 'region'
  | 'service'
  | 'shareholder'
  | 'store'
  | 'task';

/** A schema as the API writes it: see `input` of an action, `form` of an intake. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly (string | number)[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly 'x-title'?: Text;
  readonly 'x-help'?: Text;
  readonly 'x-choices'?: Readonly<Record<string, Text>>;
  readonly 'x-refers'?: Refers;
  /** Of a text that names a case: the kinds that it can be of. */
  readonly 'x-kinds'?: readonly string[];
  /** The roles that fill it in; left out, everybody does. */
  readonly 'x-by'?: readonly string[];
  readonly 'x-lines'?: boolean;
  readonly 'x-money'?: string;
  readonly 'x-unit'?: Text;
  /** Needed in some cases: its help says in which. */
  readonly 'x-conditional'?: boolean;
}

/** The schema that is meant: a reference followed, and of "this or nothing" the one that is something. */
export function meant(schema: Schema, root: Schema): Schema {
  const named = schema.$ref?.split('/').at(-1);
  const target = named === undefined ? undefined : root.$defs?.[named];
  if (target !== undefined) return { ...meant(target, root), ...wordsOf(schema) };
  const [only, ...others] = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  return only === undefined || others.length > 0 ? schema : { ...meant(only, root), ...wordsOf(schema) };
}

/** True where nothing may stand in the place of a value. */
export function isNullable(schema: Schema): boolean {
  return schema.anyOf?.some(({ type }) => type === 'null') === true;
}

const wordsOf = (schema: Schema) => Object.fromEntries(Object.entries(schema).filter(([key]) => key.startsWith('x-')));

/** Words that an object or an array has in common with its parts are not repeated above each of them. */
export function titleOf(schema: Schema, name: string): Text {
  return schema['x-title'] ?? { zh: name, en: name };
}

/** The value a form begins with: what the schema gives, and the parts that have to be there. */
export function initialOf(schema: Schema, root: Schema = schema): unknown {
  const { type, properties = {}, required = [], default: given, const: only } = meant(schema, root);
  if (given !== undefined) return given;
  if (only !== undefined && type !== 'boolean') return only;
  if (isNullable(schema)) return null;
  if (type === 'array') return [];
  if (type !== 'object') return undefined;
  const parts = Object.entries(properties)
    .map(([name, part]) => [
      name,
      required.includes(name) || part.default !== undefined ? initialOf(part, root) : undefined,
    ])
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(parts) as unknown;
}

/** What is sent: without the parts that were left empty and need not be there. */
export function filled(value: unknown, schema: Schema, root: Schema = schema): unknown {
  const { type, properties = {}, items } = meant(schema, root);
  if (type === 'object' && isObject(value)) {
    const parts = Object.entries(value)
      .map(([name, part]) => [name, properties[name] === undefined ? part : filled(part, properties[name], root)])
      .filter(([, part]) => part !== undefined);
    return Object.fromEntries(parts) as unknown;
  }
  if (type === 'array' && Array.isArray(value) && items !== undefined)
    return value.map((part: unknown) => filled(part, items, root)).filter((part) => part !== undefined);
  if (value === '' || (type === 'object' && value === undefined)) return isNullable(schema) ? null : undefined;
  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
