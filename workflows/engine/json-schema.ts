/** The JSON Schema of what people fill in, from which forms are drawn. Not for workflow code. */
import { z } from 'zod';

const made = new WeakMap<z.ZodType, Readonly<Record<string, unknown>>>();

/** What an input must look like, as JSON Schema without the name of its dialect, with the words of its fields; made once a schema. */
export function jsonSchemaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const found = made.get(schema);
  if (found !== undefined) return found;
  const form: Record<string, unknown> = { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
  delete form['$schema'];
  made.set(schema, form);
  return form;
}
