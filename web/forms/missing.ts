/** The required parts of a form that are still empty. */
import type { Text } from '../../rules/text.ts';
import { isNullable, isObject, meant, titleOf, type Schema } from './schema.ts';

/** A part that is missing: where it stands, and what it and the part around it are called. */
export interface Missing {
  readonly path: string;
  readonly title: Text;
  readonly within: Text | null;
}

export function missingIn(value: unknown, schema: Schema, root: Schema = schema): readonly Missing[] {
  return partsMissing(value, schema, root, '', null);
}

function partsMissing(
  value: unknown,
  given: Schema,
  root: Schema,
  path: string,
  within: Text | null,
): readonly Missing[] {
  const { properties = {}, required = [] } = meant(given, root);
  const held = isObject(value) ? value : {};
  return Object.entries(properties).flatMap(([name, part]) => {
    const schema = meant(part, root);
    const at = path === '' ? name : `${path}.${name}`;
    const title = titleOf(schema, name);
    const own = held[name];
    const isRequired = required.includes(name) && schema.default === undefined && !isNullable(part);
    if (schema.type === 'object' && schema.propertyNames === undefined)
      return isRequired || own !== undefined ? partsMissing(own, part, root, at, title) : [];
    if (schema.type === 'array' && Array.isArray(own) && schema.items !== undefined) {
      const { items } = schema;
      return own.flatMap((one, index) => partsMissing(one, items, root, `${at}.${index}`, title));
    }
    return isRequired && isEmpty(own) && schema.type !== 'array' ? [{ path: at, title, within }] : [];
  });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
