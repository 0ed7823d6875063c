import { meant, type Schema } from '../forms/schema.ts';

/**
 * The form of an action as many cases can have it in common: files belong to one case each, so their fields are left out.
 * Undefined where the action cannot be without a file.
 */
export function withoutFiles(schema: Schema): Schema | undefined {
  const whole = { ...meant(schema, schema), ...(schema.$defs && { $defs: schema.$defs }) };
  const { properties = {}, required = [] } = whole;
  const ofFiles = Object.keys(properties).filter((name) => hasFiles(properties[name] ?? {}, schema));
  return ofFiles.some((name) => required.includes(name)) ? undefined : withoutFields(whole, ofFiles);
}

/** A form without some of its fields. */
export function withoutFields(schema: Schema, names: readonly string[]): Schema {
  const kept = Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name));
  return { ...schema, properties: Object.fromEntries(kept) };
}

function hasFiles(schema: Schema, root: Schema): boolean {
  const { properties = {}, items, anyOf = [], ...itself } = meant(schema, root);
  if (itself['x-refers'] === 'file') return true;
  const parts = [...Object.values(properties), ...anyOf, ...(items === undefined ? [] : [items])];
  return parts.some((part) => hasFiles(part, root));
}
