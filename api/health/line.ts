import { z } from 'zod';
import type { Text } from '../../rules/text.ts';
import { textSchema } from '../http/schemas.ts';

/** One thing that an administrator looks after: how it stands, in words, and what is to be done if it does not stand well. */
export interface HealthLine {
  readonly part: 'workers' | 'queues' | 'mail' | 'deadlines' | 'database' | 'files' | 'disk';
  readonly state: 'GOOD' | 'WARNING' | 'BAD';
  readonly summary: Text;
  readonly todo: Text | null;
}

export const healthLineSchema = z
  .object({
    part: z.enum(['workers', 'queues', 'mail', 'deadlines', 'database', 'files', 'disk']),
    state: z.enum(['GOOD', 'WARNING', 'BAD']),
    summary: textSchema,
    todo: textSchema.nullable().meta({ description: 'What to do; null where it stands well' }),
  })
  .meta({ id: 'HealthLine' });
