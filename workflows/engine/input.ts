/** Pieces of input schemas that processes share, and the schemas of the common actions. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { ROLES } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { choice } from './choice.ts';
import { inUnit, refersTo, titled } from './titled.ts';
import { email, id, line, nameLine, paragraphs, telephone } from './typed.ts';
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
export const day = titled(
  z.iso.date({ error: notADay, abort: true }).refine(isDay, notADay).describe('Day in Asia/Shanghai, YYYY-MM-DD'),
  '日期',
  'Day',
);

/** An instant with its zone; kept as Shanghai time. Held to be one before it is read: a schema that throws is no refusal. */
export const instant = titled(
  z.iso
    .datetime({ offset: true, error: notAMoment, abort: true })
    .refine(isMoment, notAMoment)
    .transform((value) => parseInstant(value)),
  '时间',
  'Time',
);

export const shortText = paragraphs(500);
export const shortLine = line(500);

/** A word beside what is done; stands on the timeline. */
export const note = titled(shortText, '备注', 'Note', text('记入时间线。', 'Stands on the timeline.'));

/** Why something is decided; stands on the timeline and in notices. */
export const reason = titled(
  paragraphs(2000, bilingual('请填写理由。', 'give the reason')),
  '理由',
  'Reason',
  text('记入时间线，并写入通知。', 'Stands on the timeline and in the notice.'),
);

/** How somebody learned of it all the same, where a notice on which a finding rests has reached nobody of theirs (XC-04.3). */
export const serviceProof = titled(
  reason.optional(),
  '送达证明',
  'Proof of service',
  text(
    '通知未能送达的，说明当事人如何得知。',
    'How they learned of it all the same, where a notice could not be delivered.',
  ),
);

/** What a check of something comes to. */
export const checkResults = {
  OK: text('合格', 'in order'),
  DEFICIENT: text('有缺漏', 'deficient'),
  NOT_APPLICABLE: text('不适用', 'not applicable'),
};

/** An appointment that lies outside office hours, or on a day off, is taken only if this says that it is meant. */
export const confirmOutsideHours = titled(
  z.boolean().optional(),
  '确认安排在非工作时间',
  'Confirm that it lies outside office hours',
  text(
    '时间在非工作时间或者休息日的，须勾选确认，否则不予受理。',
    'Needed where the time lies outside office hours or on a day off; refused there without it.',
  ),
);

/** How long an appointment takes, in minutes. */
export const minutes = titled(inUnit(z.int().min(10).max(480).default(60), '分钟', 'minutes'), '时长', 'Duration');

export const fileId = titled(refersTo(id.max(64), 'file'), '文件', 'File');

/** A list of uploaded files that go with what is said. */
export function files(most: number) {
  const tooMany = bilingual(`最多附 ${most} 个文件。`, `must not be more than ${most} files`);
  return titled(z.array(fileId).max(most, tooMany), '附件', 'Files');
}

/** A list of uploaded files that show what a finding rests on. */
export function evidenceFiles(most: number) {
  return titled(files(most), '证据', 'Evidence');
}

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

const task = titled(refersTo(line(60), 'task'), '待办', 'Task');
const entry = titled(
  z.int().min(1).optional(),
  '待办的开启次数',
  'Opening of the task',
  text(
    '该待办第几次开启；若现已再次开启，则不予受理。',
    'Which time it was opened; refused if another one is open by now.',
  ),
);
const account = refersTo(id.max(64), 'account');

export const commonInputs = {
  claimTask: z.strictObject({ task, entry }),
  releaseTask: z.strictObject({ task, entry }),
  assignTask: z.strictObject({ task, entry, to: titled(account, '指派给', 'Assign to') }),
  delegateTask: z.strictObject({
    task,
    entry,
    to: titled(
      account,
      '委派给',
      'Delegate to',
      text('须为有权办理该待办的同事。', 'A colleague who could do the task.'),
    ),
    note: titled(shortText, '委派事项', 'What is asked', text('请受委派人办理什么。', 'What the delegate is to do.')),
  }),
  handBackTask: z.strictObject({
    task,
    entry,
    opinion: titled(reason, '办理意见', 'Opinion', text('受委派人的办理意见。', 'What the delegate has come to.')),
  }),
  recallTask: z.strictObject({ task, entry }),
  holderLeft: z.strictObject({
    account: id.max(64),
    offices: z
      .array(z.strictObject({ role: z.enum(ROLES), bodyId: id.optional(), region: line(60).optional() }))
      .max(200),
    interests: z.array(line(80)).max(1_000).optional(),
  }),
  interestDeclared: z.strictObject({ account: id.max(64) }),
  settleInterest: z.strictObject({
    reason: titled(
      reason,
      '处理结果',
      'What becomes of it',
      text('其所作的评审或者办理是否有效，理由是什么。', 'Whether what was done stands, and why.'),
    ),
  }),
  noticeFailed: z.strictObject({ noticeId: line(64), template: line(60) }),
  noticeSettled: z.strictObject({ noticeId: line(64) }),
  noticeServed: z.strictObject({ template: line(60), request: line(80) }),
  recordContact: z.strictObject({
    note: titled(
      shortText,
      '联系情况',
      'How they were reached',
      text('以何种方式联系到何人、何时联系。', 'Who was reached, when and in which way.'),
    ),
    noticeId: titled(
      refersTo(line(64).optional(), 'notice'),
      '通知',
      'Notice',
      text('所涉通知；不填则指全部未送达的通知。', 'The notice it is about; all undelivered ones if left out.'),
    ),
  }),
  recordLetter: z.strictObject({
    letter: titled(refersTo(line(80), 'letter'), '函件', 'Letter'),
    status: titled(choice(letterResults), '寄送结果', 'What became of it'),
    number: titled(
      shortLine.optional(),
      '挂号信编号',
      'Number of the registered mail',
      text('邮局给出的编号；函件另有文号。', 'The number of the post; the letter has its own.'),
    ),
    note: note.optional(),
  }),
  adoptRules: z.strictObject({ reason }),
  calendarLoaded: z.strictObject({}),
  clockFollowed: z.strictObject({
    deadline: line(60),
    status: choice(deadlineStates),
    clock: z.custom<Clock>((value) => typeof value === 'object' && value !== null),
  }),
} satisfies { readonly [A in keyof CommonInputs]: z.ZodType<CommonInputs[A]> };

const barId = titled(refersTo(id, 'bar'), '不再受理', 'Bar');

/** Lifting a bar takes this in every regime. */
export const liftBarInput = z.strictObject({ barId, reason });

/** Shortening a bar takes this in every regime. */
export const shortenBarInput = z.strictObject({
  barId,
  lastDay: titled(day, '最后一日', 'Last day', text('不再受理期间新的最后一日。', 'The new last day of the bar.')),
  reason,
});

/** Putting the contact of a form right takes this in every regime: at least one part of it. */
export const contactInput = z
  .strictObject({
    contactName: titled(nameLine(100).optional(), '联系人', 'Contact'),
    telephone: titled(telephone.optional(), '联系电话', 'Telephone'),
    email: titled(email.optional(), '联系邮箱', 'E-mail of the contact'),
  })
  .refine((given) => Object.keys(given).length > 0, {
    path: ['email'],
    error: bilingual('请至少填写一项要更正的内容。', 'give at least one part that is to be corrected'),
  });
