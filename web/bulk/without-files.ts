import { meant, type Schema } from '../forms/schema.ts';

/**
 * The form of an action as many cases can have it in common: files belong to one case each, so their fields are left out.
 * Undefined where the action cannot be without a file.
 */
export function withoutFiles(schema: Schema): Schema | undefined {
  const { properties = {}, required = [] } = meant(schema, schema);
  const ofFiles = Object.keys(properties).filter((name) => hasFiles(properties[name] ?? {}, schema));
  if (ofFiles.some((name) => required.includes(name))) return undefined;
  const kept = Object.entries(properties).filter(([name]) => !ofFiles.includes(name));
  return {
    ...meant(schema, schema),
    ...(schema.$defs && { $defs: schema.$defs }),
    properties: Object.fromEntries(kept),
  };
}

function hasFiles(schema: Schema, root: Schema): boolean {
  const { properties = {}, items, anyOf = [], ...itself } = meant(schema, root);
  if (itself['x-refers'] === 'file') return true;
  const parts = [...Object.values(properties), ...anyOf, ...(items === undefined ? [] : [items])];
  return parts.some((part) => hasFiles(part, root));
}
