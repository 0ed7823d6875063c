/** Schemas that many routes share. */
import { z } from 'zod';
import { isCreditCode } from '../../rules/parties/credit-code.ts';
import { parseInstant, type Instant } from '../../rules/time/index.ts';
import { isDay, isMoment, notADay, notAMoment } from '../../workflows/engine/input.ts';
import { bilingual } from './faults.ts';

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

/** An id of ours in a path or a body: opaque, never a name or a number of a person. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/, bilingual('编号格式不正确。', 'is not an id of this platform'));

/** A unified social credit code with its check digit (GB 32100-2015). */
export const creditCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    isCreditCode,
    bilingual(
      '应为 18 位统一社会信用代码，且校验位正确。',
      'must be a unified social credit code of 18 characters with its right check digit',
    ),
  )
  .meta({ description: 'Unified social credit code (GB 32100-2015)', example: '91310115MA1K3AB128' });

/** A line of text a person typed: trimmed, not empty, without control or direction-changing characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, bilingual('不能为空。', 'must not be empty'))
    .max(max, bilingual(`不能超过 ${max} 个字符。`, `must not be longer than ${max} characters`))
    .refine(isPlain, bilingual('含有不允许的控制字符。', 'contains control characters, which are not allowed'));
}

/** Paragraphs a person typed: like {@link line}, line breaks allowed. */
export function paragraphs(max: number) {
  return z
    .string()
    .trim()
    .min(1, bilingual('不能为空。', 'must not be empty'))
    .max(max, bilingual(`不能超过 ${max} 个字符。`, `must not be longer than ${max} characters`))
    .refine(
      (value) => isPlain(value.replace(/[\r\n\t]/g, ' ')),
      bilingual('含有不允许的控制字符。', 'contains control characters, which are not allowed'),
    );
}

// C0 and C1 controls, and the marks that turn the direction of text and can make a name read as another.
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const UNPLAIN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

function isPlain(value: string): boolean {
  return !UNPLAIN.test(value);
}
