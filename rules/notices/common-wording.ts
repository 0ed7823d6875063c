/** The wording of the notices that every process has: reminders and moved deadlines (XC-02.3, XC-03). */
import type { DeadlineMoved, DeadlineReminder } from '../notices.ts';
import { deadlines, paragraph, type Wording } from './content.ts';

const deadlineReminder: Wording<DeadlineReminder> = {
  'zh-CN': ({ duty, deadlines: [deadline] = [], plannedAt }, say) => ({
    ...(deadline && {
      subject: `期限提醒：${say.due(deadline)} 前${say.of(duty)}（${say.left(deadline, plannedAt)}）`,
    }),
    blocks: [
      paragraph(`提醒您注意下列期限：${say.of(duty)}。`),
      deadlines,
      paragraph('如已办理完毕，请忽略本提醒；办理完毕后不再发送提醒。'),
    ],
    action: '立即办理',
  }),
  en: ({ duty, deadlines: [deadline] = [], plannedAt }, say) => ({
    ...(deadline && {
      subject: `Reminder: ${say.of(duty)} by ${say.due(deadline)} (${say.left(deadline, plannedAt)})`,
    }),
    blocks: [
      paragraph(`This is to remind you of a deadline: ${say.of(duty)}.`),
      deadlines,
      paragraph('If it is done already you need not do anything; no reminder is sent once it is done.'),
    ],
    action: 'Go to the case',
  }),
};

const deadlineMoved: Wording<DeadlineMoved> = {
  'zh-CN': ({ title, from, to, why }, say) => ({
    subject: `期限变更通知：${say.of(title)}`,
    blocks: [paragraph(`下列期限已经变更，请以新期限为准：${say.of(title)}。`), deadlines],
    facts: [
      ['原期限', say.of(from)],
      ['新期限', say.of(to)],
      ['变更原因', say.of(why)],
    ],
    action: '查看案件',
  }),
  en: ({ title, from, to, why }, say) => ({
    subject: `A deadline has moved: ${say.of(title)}`,
    blocks: [paragraph(`A deadline of this case has moved: ${say.of(title)}. The new one counts.`), deadlines],
    facts: [
      ['Old deadline', say.of(from)],
      ['New deadline', say.of(to)],
      ['Why', say.of(why)],
    ],
    action: 'See the case',
  }),
};

/** By the name of the notice. */
export const commonWording = { deadlineReminder, deadlineMoved };
