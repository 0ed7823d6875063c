import { z } from 'zod';
import { daySchema, textSchema } from '../../http/schemas.ts';

/** A licence or permit as the public sees it. */
export const proofSchema = z
  .object({
    title: textSchema,
    number: z.string().nullable(),
    fileId: z.string().nullable().meta({ description: 'Fetched below the page of the provider' }),
    link: z.string().nullable(),
    validUntil: daySchema.nullable(),
    status: z.enum(['VALID', 'EXPIRED']),
  })
  .meta({ id: 'PublicProof' });
