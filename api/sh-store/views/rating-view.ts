import { z } from 'zod';
import type { ShStoreValues } from '../../../rules/sh-store/config.ts';
import { nextLevel, ratingOf } from '../../../rules/sh-store/rating.ts';
import { textSchema } from '../../http/schemas.ts';

export const ratingSchema = z
  .object({
    level: z.string(),
    title: textSchema,
    from: z.int().meta({ description: 'The least points of the level' }),
    to: z.int().nullable().meta({ description: 'The most; null at the top' }),
    next: z
      .object({ level: z.string(), title: textSchema, missing: z.int().meta({ description: 'Points missing to it' }) })
      .nullable()
      .meta({ description: 'The level above; null at the top' }),
  })
  .meta({ id: 'Rating' });

/** The level of a number of points, and what is missing to the next (SH-EVAL-11). */
export function ratingView(points: number, values: ShStoreValues): z.infer<typeof ratingSchema> {
  const { level, title, from, to } = ratingOf(points, values);
  const above = nextLevel(points, values);
  const next = above === null ? null : { level: above.band.level, title: above.band.title, missing: above.missing };
  return { level, title, from, to, next };
}
