import { z } from 'zod';
import type { Form } from '../../prisma/generated/client.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { instantSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import { recordedForm } from '../regimes.ts';
import type { FoundCase } from './read-case.ts';

export const formSchema = z
  .object({
    version: z.int(),
    filedAt: instantSchema,
    data: z.record(z.string(), z.unknown()),
    schema: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'JSON Schema of `data`, with what its fields are called; null for a kind that is gone' }),
  })
  .meta({ id: 'Form' });

/** The versions of what was filed in a case as its reader sees them, the newest first. */
export function formsOf(
  contract: Pick<ProcessContract, 'intake'> | undefined,
  { row, standing: { seesAll, takesPart } }: FoundCase,
  reader: Reader,
): z.infer<typeof formSchema>[] {
  return row.forms.map((form) =>
    formView(
      row.kind,
      form,
      takesPart,
      seesAll || form.filedById === reader.person.id ? [] : contract?.intake?.conceals,
    ),
  );
}

/**
 * A version of the form of a case of this kind. Who neither filed it nor handles it does not see the contact person (ASVS 8.2.3).
 * @param concealed names of fields that the reader does not see
 */
export function formView(
  kind: string,
  { version, filedAt, data }: Form,
  withContact: boolean,
  concealed: readonly string[] = [],
): z.infer<typeof formSchema> {
  const seen = Object.fromEntries(Object.entries(data as object).filter(([field]) => !concealed.includes(field)));
  const { institution, ...rest } = seen as { institution?: Record<string, unknown> };
  const recorded = recordedForm(kind);
  const { contactName, contactPhone, contactEmail, ...named } = institution ?? {};
  const shown = withContact ? { ...named, contactName, contactPhone, contactEmail } : named;
  return {
    version,
    filedAt: instantOf(filedAt.getTime()),
    data: { ...(institution && { institution: shown }), ...rest },
    schema: recorded === undefined ? null : jsonSchemaOf(recorded),
  };
}
