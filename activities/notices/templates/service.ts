/** Notices of every regime: reminders, moved deadlines, failed deliveries (XC-02.3, XC-03, XC-04.3). */
import { NOTICES } from '../../../rules/notices.ts';
import { deadlines, paragraph, warning, type Wording } from './content.ts';

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

export const noticeUndeliverable: Wording<'noticeUndeliverable'> = {
  'zh-CN': ({ template, undelivered, attempts, lastError, failedAt }, say) => ({
    blocks: [
      paragraph(
        `本案的通知“${say.of(NOTICES[template].title)}”未能送达 ${undelivered.name}。请核对邮箱地址，并改用电话等方式告知对方。`,
      ),
      warning('该通知在本案中记为未送达；是否产生送达效力，只以记录为成功的送达方式为准。'),
    ],
    facts: [
      ['收件人', `${undelivered.name}（${undelivered.email}）`],
      ['尝试次数', `${attempts}`],
      ['最后一次失败时间', say.at(failedAt)],
      ['失败原因', lastError],
    ],
    action: '处理未送达通知',
  }),
  en: ({ template, undelivered, attempts, lastError, failedAt }, say) => ({
    blocks: [
      paragraph(
        `The notice “${say.of(NOTICES[template].title)}” of this case could not be delivered to ${undelivered.name}. ` +
          'Please check the address and tell them another way, for example by phone.',
      ),
      warning(
        'The case shows the notice as not delivered. Legal effect follows only from a channel recorded as successful.',
      ),
    ],
    facts: [
      ['Recipient', `${undelivered.name} (${undelivered.email})`],
      ['Attempts', `${attempts}`],
      ['Last failure', say.at(failedAt)],
      ['Cause', lastError],
    ],
    action: 'Deal with it',
  }),
};
