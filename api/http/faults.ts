/** Checks what was sent against a schema. */
import type { z } from 'zod';
import { unstorableIn } from '../../prisma/storable.ts';
import { inputFaults } from '../../workflows/engine/faults.ts';
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
    throw new InvalidInput(unstorable.map(({ path, message }) => ({ field: field(path), message })));
  }
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  throw new InvalidInput(inputFaults(read.error.issues, under));
}
