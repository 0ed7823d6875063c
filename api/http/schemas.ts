/** Schemas that many routes share. */
import { z } from 'zod';
import { parseInstant, type Instant } from '../../rules/time/index.ts';
import { isDay, isMoment, notADay, notAMoment } from '../../workflows/engine/input.ts';
import { line } from '../../workflows/engine/typed.ts';
import { bilingual } from '../../rules/bilingual.ts';

export {
  creditCode as creditCodeSchema,
  email,
  line,
  nameLine,
  paragraphs,
  telephone,
} from '../../workflows/engine/typed.ts';

/** A phrase in both languages. */
export const textSchema = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });

/** An instant in an answer: ISO 8601 with milliseconds and +08:00. */
export const instantSchema = z.string().meta({
  id: 'Instant',
  description: 'ISO 8601 with +08:00',
  format: 'date-time',
  example: '2025-10-11T00:00:00.000+08:00',
});

/** A calendar day in Asia/Shanghai. */
export const daySchema = z
  .string()
  .refine(isDay, notADay)
  .meta({ description: 'Calendar day in Asia/Shanghai, YYYY-MM-DD', format: 'date', example: '2025-10-10' });

/** An instant in a request: any ISO 8601 moment with a zone; read into Shanghai time. */
export const instantInput = z
  .string()
  .refine(isMoment, notAMoment)
  .transform((value): Instant => parseInstant(value))
  .meta({ description: 'ISO 8601 moment with a zone', format: 'date-time', example: '2025-10-11T09:00:00+08:00' });

export { partyInput } from '../../workflows/engine/party-input.ts';

/** One or several words of an address, separated by commas: each a line, twenty at most. */
export function several(longest: number) {
  return line(20 * (longest + 1))
    .regex(
      new RegExp(`^[^,]{1,${longest}}(,[^,]{1,${longest}}){0,19}$`),
      bilingual(
        `应为一项，或以英文逗号分隔的至多 20 项，每项至多 ${longest} 字。`,
        `must be one, or up to 20 with commas between, of ${longest} characters each at most`,
      ),
    )
    .transform((words) => words.split(','));
}

/** An id of ours in a path or a body: opaque, never a name or a number of a person. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/, bilingual('编号格式不正确。', 'is not an id of this platform'));
