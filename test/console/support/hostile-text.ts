/** Texts that would run as a script, or as a link, where a page takes what people typed for markup. */
import { ProblemError } from '../../../dev/rehearsal/api-client.ts';
import { withValueAt } from '../../../web/forms/paths.ts';
import { isObject, meant, type Schema } from '../../../web/forms/schema.ts';

/** Set in the window of a page that has run one of them. */
const FLAG = 'typedTextHasRun';

export const HOSTILE = [
  `<img src=x onerror="${FLAG}=1">`,
  `"><script>${FLAG}=1</script>`,
  `javascript:${FLAG}=1//`,
] as const;

/** What a page has that ran or would run one of them; nothing where all of them are text. Evaluated in the page. */
export const WHAT_RUNS = `[
  ...(typeof ${FLAG} === 'undefined' ? [] : ['${FLAG}']),
  ...[...document.querySelectorAll('img[src="x"], [onerror], a[href^="javascript" i], [src^="javascript" i]')].map((one) => one.outerHTML),
  ...[...document.scripts].filter((one) => one.textContent.includes('${FLAG}')).map((one) => one.outerHTML),
]`;

/** Paths of the fields of a form that hold free text in this sample. */
function freeTexts(given: Schema, value: unknown, root: Schema, path = ''): string[] {
  const schema = meant(given, root);
  const below = (step: string | number) => (path === '' ? String(step) : `${path}.${step}`);
  if (Array.isArray(value))
    return value.flatMap((one: unknown, at) => freeTexts(schema.items ?? {}, one, root, below(at)));
  if (isObject(value))
    return Object.entries(value).flatMap(([name, part]) =>
      freeTexts(schema.properties?.[name] ?? {}, part, root, below(name)),
    );
  const isFree =
    schema.type === 'string' &&
    !('pattern' in schema) &&
    [schema.enum, schema.format, schema['x-refers']].every((one) => one === undefined);
  return isFree && typeof value === 'string' ? [path] : [];
}

/**
 * Sends a form with one of the texts in each field that takes it; a field that refuses it, such as a telephone number, keeps what it has in the sample.
 * @returns what was answered, and the paths of the fields that hold them
 */
export async function sentHostile<Answer>(
  schema: Schema,
  sample: Record<string, unknown>,
  send: (form: Record<string, unknown>) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly fields: readonly string[] }> {
  let fields = freeTexts(schema, sample, schema);
  for (;;) {
    const form = fields.reduce<unknown>(
      (held, path, at) => withValueAt(held, path, HOSTILE[at % HOSTILE.length]),
      sample,
    );
    try {
      return { answer: await send(form as Record<string, unknown>), fields };
    } catch (error) {
      const refused = error instanceof ProblemError ? (error.problem.errors ?? []).map(({ field }) => field) : [];
      const left = fields.filter((path) => !refused.some((field) => field.endsWith(path)));
      if (left.length === fields.length) throw error;
      fields = left;
    }
  }
}
