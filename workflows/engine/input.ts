/** Pieces of input schemas that processes share, and the schemas of the common actions. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { ROLES } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { choice } from './choice.ts';
import { id, line, paragraphs } from './typed.ts';
import type { CommonInputs } from './common-contract.ts';
import type { Clock } from './types.ts';
import { dayNumber, dayOf, parseInstant } from '../../rules/time/index.ts';

/** Beyond these years no deadline is reckoned: months added to a day of the year 9999 would leave the calendar. */
const [FIRST_YEAR, LAST_YEAR] = ['1900', '2199'];

/** True for a day that exists, of years that deadlines can be reckoned in. */
export function isDay(value: string): boolean {
  return isOfOurYears(() => (dayNumber(value), value));
}

/** True for a moment with its zone, of years that deadlines can be reckoned in. */
export function isMoment(value: string): boolean {
  return isOfOurYears(() => dayOf(parseInstant(value)));
}

function isOfOurYears(dayMeant: () => string): boolean {
  try {
    const year = dayMeant().slice(0, 4);
    return FIRST_YEAR <= year && year <= LAST_YEAR;
  } catch {
    return false;
  }
}

/** What is said to other days and moments. */
export const notADay = bilingual(
  `应为 ${FIRST_YEAR} 至 ${LAST_YEAR} 年间存在的日期，格式 YYYY-MM-DD。`,
  `must be a day that exists in the years ${FIRST_YEAR} to ${LAST_YEAR}, written YYYY-MM-DD`,
);
export const notAMoment = bilingual(
  `应为 ${FIRST_YEAR} 至 ${LAST_YEAR} 年间带时区的时刻，例如 2025-10-11T09:00:00+08:00。`,
  `must be a moment of the years ${FIRST_YEAR} to ${LAST_YEAR} with its zone, e.g. 2025-10-11T09:00:00+08:00`,
);

/** A day of Shanghai, `YYYY-MM-DD`. */
export const day = z.iso
  .date({ error: notADay, abort: true })
  .refine(isDay, notADay)
  .describe('Day in Asia/Shanghai, YYYY-MM-DD');

/** An instant with its zone; kept as Shanghai time. Held to be one before it is read: a schema that throws is no refusal. */
export const instant = z.iso
  .datetime({ offset: true, error: notAMoment, abort: true })
  .refine(isMoment, notAMoment)
  .transform((value) => parseInstant(value));

export const shortText = paragraphs(500);
/** Why something is decided; stands on the timeline and in notices. */
export const reason = paragraphs(2000, bilingual('请填写理由。', 'give the reason')).describe(
  'Why; stands on the timeline and in the notice',
);

/** What a check of something comes to. */
export const checkResults = {
  OK: text('合格', 'in order'),
  DEFICIENT: text('有缺漏', 'deficient'),
  NOT_APPLICABLE: text('不适用', 'not applicable'),
};

/** An appointment that lies outside office hours, or on a day off, is taken only if this says that it is meant. */
export const confirmOutsideHours = z
  .boolean()
  .optional()
  .describe('True if it is meant to lie outside office hours or on a day off; refused there without it');

export const fileId = id.max(64).describe('Id of an uploaded file');

/** How a letter fared. */
const letterResults = {
  DISPATCHED: text('已寄出', 'posted'),
  DELIVERED: text('已送达', 'delivered'),
  RETURNED: text('被退回', 'returned'),
};

/** How a deadline of another case stands, as a message tells. */
const deadlineStates = {
  OPEN: text('计时中', 'running'),
  PAUSED: text('计时暂停', 'paused'),
  MET: text('按期完成', 'met'),
  PASSED: text('已届满', 'passed'),
  CANCELLED: text('不再计时', 'cancelled'),
};

const task = line(60).describe('Name of the task');
const entry = z.int().min(1).optional().describe('Which time it was opened; refused if another one is open by now');

export const commonInputs = {
  claimTask: z.strictObject({ task, entry }),
  releaseTask: z.strictObject({ task, entry }),
  assignTask: z.strictObject({ task, entry, to: id.max(64).describe('Account id') }),
  delegateTask: z.strictObject({
    task,
    entry,
    to: id.max(64).describe('Account id of the delegate, who could do the task'),
    note: shortText.describe('What is asked of the delegate'),
  }),
  handBackTask: z.strictObject({ task, entry, opinion: reason.describe('What the delegate has come to') }),
  recallTask: z.strictObject({ task, entry }),
  holderLeft: z.strictObject({
    account: id.max(64),
    offices: z
      .array(z.strictObject({ role: z.enum(ROLES), bodyId: id.optional(), region: line(60).optional() }))
      .max(200),
    interests: z.array(line(80)).max(1_000).optional(),
  }),
  noticeFailed: z.strictObject({ noticeId: line(64), template: line(60) }),
  noticeSettled: z.strictObject({ noticeId: line(64) }),
  noticeServed: z.strictObject({ template: line(60), request: line(80) }),
  recordContact: z.strictObject({
    note: shortText,
    noticeId: line(64).optional().describe('The notice it is about; all undelivered ones if left out'),
  }),
  recordLetter: z.strictObject({
    letter: line(80).describe('Key of the letter, as the task names it'),
    status: choice(letterResults),
    number: shortText.optional().describe('Number of the registered mail; the letter has its own'),
    note: shortText.optional(),
  }),
  adoptRules: z.strictObject({ reason }),
  calendarLoaded: z.strictObject({}),
  clockFollowed: z.strictObject({
    deadline: line(60),
    status: choice(deadlineStates),
    clock: z.custom<Clock>((value) => typeof value === 'object' && value !== null),
  }),
} satisfies { readonly [A in keyof CommonInputs]: z.ZodType<CommonInputs[A]> };

/** Lifting a bar takes this in every regime. */
export const liftBarInput = z.strictObject({ barId: id, reason });

/** Shortening a bar takes this in every regime. */
export const shortenBarInput = z.strictObject({
  barId: id,
  lastDay: day.describe('The new last day of the bar'),
  reason,
});
