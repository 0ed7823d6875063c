/** A ranking as pages show it: places that follow from the scores on record, with the ties said, and what was decided of each. */
import { z } from 'zod';
import { instantSchema, textSchema } from '../http/schemas.ts';

export const rankedSchema = z
  .object({
    id: z.string().meta({ description: 'Id of the case' }),
    number: z.string().nullable(),
    name: z.string(),
    place: z.int().nullable().meta({ description: 'From 1, the same for equal scores; null without a score' }),
    isTied: z.boolean().meta({ description: 'Another one has the same score' }),
    score: z.number().nullable().meta({ description: 'From 0 to 100, with two decimals' }),
    decision: z
      .object({
        title: textSchema,
        reason: z.string().nullable().meta({ description: 'As it was given' }),
        at: instantSchema,
      })
      .nullable()
      .meta({ description: 'What was decided of it; null as long as nothing is' }),
  })
  .meta({ id: 'RankedCase' });

export type RankedCase = z.infer<typeof rankedSchema>;
