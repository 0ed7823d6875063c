/** Checks what was sent against a schema. */
import type { z } from 'zod';
import { unstorableIn } from '../../prisma/storable.ts';
import { inputFaults } from '../../workflows/engine/faults.ts';
import { fieldTitle } from './field-titles.ts';
import { InvalidInput } from './problem.ts';

export { bilingual } from '../../rules/bilingual.ts';

/**
 * Checks a value against a schema; whatever the schema says, nothing passes that the database could not keep or that nobody would see.
 * @throws InvalidInput with each field that is wrong; `under` is put before the paths.
 */
export function checked<S extends z.ZodType>(schema: S, value: unknown, under = ''): z.output<S> {
  const unstorable = unstorableIn(value);
  if (unstorable.length > 0) {
    const field = (path: readonly string[]) => [under, ...path].filter((part) => part !== '').join('.') || 'body';
    throw new InvalidInput(
      unstorable.map(({ path, message }) => ({ field: field(path), message, title: titleIn(schema, path) })),
    );
  }
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const faults = inputFaults(read.error.issues, under);
  const below = under === '' ? 0 : under.split('.').length;
  throw new InvalidInput(
    faults.map((fault) => ({ ...fault, title: titleIn(schema, fault.field.split('.').slice(below)) })),
  );
}

/** Titles are found by the places of items, which paths write as digits. */
function titleIn(schema: z.ZodType, path: readonly string[]) {
  return fieldTitle(
    schema,
    path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  );
}
