/** Places of a form: what stands at a path, and what its schema is. A path is `a.b.0.c`; the empty one is the whole. */
import { isObject, meant, type Schema } from './schema.ts';

export function stepsOf(path: string): readonly string[] {
  return path === '' ? [] : path.split('.');
}

export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

/** True if the path is that place or lies within it. */
export function isWithin(path: string, place: string): boolean {
  return place === '' || path === place || path.startsWith(`${place}.`);
}

export function valueAt(value: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>((held, step) => {
    if (Array.isArray(held)) return (held as readonly unknown[])[Number(step)];
    return isObject(held) ? held[step] : undefined;
  }, value);
}

/** The value with another one at the path; objects on the way are made. */
export function withValueAt(value: unknown, path: string, next: unknown): unknown {
  const [step, ...others] = stepsOf(path);
  if (step === undefined) return next;
  const inside = withValueAt(valueAt(value, step), others.join('.'), next);
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === step ? inside : one));
  return { ...(isObject(value) ? value : {}), [step]: inside };
}

/** The schema of a field, and whether it has to be there; null if the form has no such field. */
export function fieldAt(
  schema: Schema,
  path: string,
  root: Schema,
): { readonly schema: Schema; readonly isRequired: boolean } | null {
  let found = { schema, isRequired: true };
  for (const step of stepsOf(path)) {
    const { properties = {}, required = [] } = meant(found.schema, root);
    const part = properties[step];
    if (part === undefined) return null;
    found = { schema: part, isRequired: required.includes(step) && part.default === undefined };
  }
  return found;
}
