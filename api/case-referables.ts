/** What the fields of the actions of a case can name, so that nobody types the id of it (XC-05.1). */
import { z } from 'zod';
import type { Database } from '../prisma/client.ts';
import type { Case, Form } from '../prisma/generated/client.ts';
import type { Text } from '../rules/text.ts';
import type { RecordedState } from '../workflows/engine/state.ts';
import type { Referred } from '../workflows/engine/titled.ts';
import { textSchema } from './http/schemas.ts';

/** Something that a field can name: what it holds then, and what people call it. */
export interface Referable {
  readonly value: string;
  readonly label: Text;
}

export const referableSchema = z.object({ value: z.string(), label: textSchema }).meta({ id: 'Referable' });

/** The case whose actions name it, with its forms, the newest first. */
export type NamingCase = Pick<Case, 'id' | 'subject' | 'about'> & { readonly forms: readonly Pick<Form, 'data'>[] };

/** Finds what there is to name. */
export type FindReferables = (
  database: Database,
  row: NamingCase,
  state: RecordedState,
) => readonly Referable[] | Promise<readonly Referable[]>;

/** By what a field refers to; what no field of the kind of case names is left out. */
export type CaseReferables = Readonly<Partial<Record<Referred, FindReferables>>>;

/** What the fields of these inputs name, as their JSON Schema says. */
export function referredIn(inputs: unknown): readonly string[] {
  return [...new Set([...JSON.stringify(inputs).matchAll(/"x-refers":"(\w+)"/g)].map(([, kind]) => kind ?? ''))];
}
