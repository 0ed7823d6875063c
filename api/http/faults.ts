/** Turns what zod found wrong into faults of fields, in both languages. */
import { z } from 'zod';
import { unstorableIn } from '../../prisma/storable.ts';
import { inBothLanguages } from '../../rules/bilingual.ts';
import { text, type Text } from '../../rules/text.ts';
import { InvalidInput, type FieldFault } from './problem.ts';

const inEnglish = z.locales.en().localeError;
const inChinese = z.locales.zhCN().localeError;
export { bilingual } from '../../rules/bilingual.ts';

/**
 * Checks a value against a schema; whatever the schema says, nothing passes that the database could not keep.
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
  throw new InvalidInput(read.error.issues.flatMap((issue) => faultsOf(issue, under)));
}

/** Faults of one issue: an issue about unknown keys names each of them. */
function faultsOf(issue: z.core.$ZodIssue, under: string): FieldFault[] {
  const path = [under, ...issue.path.map(String)].filter((part) => part !== '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      message: text('没有这一项，请删除。', 'is not known here; remove it'),
    }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that came furthest is the one the caller meant.
    const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
    if (best !== undefined && depth(best) > 0) return best.flatMap((inner) => faultsOf(inner, path.join('.')));
  }
  return [{ field: path.join('.') || 'body', message: wording(issue) }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function wording(issue: z.core.$ZodIssue): Text {
  const raw = issue as z.core.$ZodRawIssue;
  if (issue.code === 'invalid_type' && raw.input === undefined) return text('必填。', 'is required');
  const both = inBothLanguages(issue.message);
  if (both !== null) return text(...both);
  const english = phrase(inEnglish(raw));
  // A message the schema's author wrote stands as it is, in either language.
  if (english !== issue.message) return text(issue.message, issue.message);
  return text(phrase(inChinese(raw)), english);
}

function phrase(found: string | { message: string } | undefined | null): string {
  return typeof found === 'string' ? found : (found?.message ?? '');
}
