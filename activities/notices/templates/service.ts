/** Notices of every regime: reminders, moved deadlines, lifted bars (XC-02.3, XC-03, XC-05.4). */
import { deadlines, paragraph, type Wording } from './content.ts';

export const deadlineReminder: Wording<'deadlineReminder'> = {
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

export const deadlineMoved: Wording<'deadlineMoved'> = {
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

export const barLifted: Wording<'barLifted'> = {
  'zh-CN': ({ lastDay, liftedAt, reason }, say) => ({
    blocks: [
      paragraph(`贵机构的不受理期原至${say.day(lastDay)}止，现已由负责人解除，即日起可以重新提交开店申请。`),
      paragraph(`理由：${say.of(reason)}`),
    ],
    facts: [['解除时间', say.at(liftedAt)]],
    action: '查看案件',
  }),
  en: ({ lastDay, liftedAt, reason }, say) => ({
    blocks: [
      paragraph(
        `The bar on store applications of your institution was to run to ${say.day(lastDay)}. A manager has lifted it; you may apply again.`,
      ),
      paragraph(`Why: ${say.of(reason)}`),
    ],
    facts: [['Lifted', say.at(liftedAt)]],
    action: 'See the case',
  }),
};
