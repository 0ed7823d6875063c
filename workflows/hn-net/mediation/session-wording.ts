/** Mails about the sessions of a mediation (HN-NET-21.3). */
import { fact, facts, list, paragraph, warning, type Block, type Fact } from '../../../rules/notices/content.ts';
import type { AppointmentView, Issuer } from '../../../rules/notices.ts';
import type { Words } from '../../../rules/notices/words.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { mediation } from './contract.ts';

export const sessionWording: Pick<
  WordingsOf<typeof mediation>,
  'sessionScheduled' | 'sessionMoved' | 'sessionCancelled' | 'sessionReminder'
> = {
  sessionScheduled: {
    'zh-CN': ({ session, issuer }, say) => ({
      subject: `调解通知（${say.moment(session.at)}）`,
      blocks: [
        paragraph('本争议定于下列时间、地点调解，请准时参加。'),
        facts,
        ...demandsInChinese(session, say),
        paragraph('附件是本次调解的日历文件，可以直接加入日历。'),
      ],
      facts: factsInChinese(session, issuer, say),
      action: '查看调解安排',
    }),
    en: ({ session, issuer }, say) => ({
      subject: `Mediation session on ${say.moment(session.at)}`,
      blocks: [
        paragraph('A mediation session has been set for the time and place below. Please attend.'),
        facts,
        ...demandsInEnglish(session, say),
        paragraph('The attached calendar file adds the appointment to your calendar.'),
      ],
      facts: factsInEnglish(session, issuer, say),
      action: 'See the session',
    }),
  },

  sessionMoved: {
    'zh-CN': ({ session, previousAt, reason, issuer }, say) => ({
      subject: `调解改期通知（${say.moment(session.at)}）`,
      blocks: [
        paragraph(`原定于${say.at(previousAt)}的调解已经改期，请以下列时间和地点为准。`),
        facts,
        ...demandsInChinese(session, say),
        paragraph('附件的日历文件会更新原来的日程。'),
      ],
      facts: [...factsInChinese(session, issuer, say), ['改期原因', say.of(reason)]],
      action: '查看调解安排',
    }),
    en: ({ session, previousAt, reason, issuer }, say) => ({
      subject: `Mediation session moved to ${say.moment(session.at)}`,
      blocks: [
        paragraph(`The mediation session that was set for ${say.at(previousAt)} has been moved. What counts is this:`),
        facts,
        ...demandsInEnglish(session, say),
        paragraph('The attached calendar file updates the entry in your calendar.'),
      ],
      facts: [...factsInEnglish(session, issuer, say), ['Why it moved', say.of(reason)]],
      action: 'See the session',
    }),
  },

  sessionCancelled: {
    'zh-CN': ({ session, reason }, say) => ({
      blocks: [
        paragraph(`原定于${say.at(session.at)}的调解已经取消，无需到场。`),
        paragraph('附件的日历文件会移除原来的日程。'),
      ],
      facts: [
        ['原定地点', session.place],
        ['取消原因', say.of(reason)],
      ],
      action: '查看案件',
    }),
    en: ({ session, reason }, say) => ({
      blocks: [
        paragraph(
          `The mediation session that was set for ${say.at(session.at)} has been cancelled; you need not come.`,
        ),
        paragraph('The attached calendar file removes the entry from your calendar.'),
      ],
      facts: [
        ['Place', session.place],
        ['Why it was cancelled', say.of(reason)],
      ],
      action: 'See the case',
    }),
  },

  sessionReminder: {
    'zh-CN': ({ session, issuer }, say) => ({
      subject: `调解提醒（${say.moment(session.at)}）`,
      blocks: [paragraph('提醒您按下列时间、地点参加调解。'), facts, ...demandsInChinese(session, say)],
      facts: factsInChinese(session, issuer, say),
      action: '查看调解安排',
    }),
    en: ({ session, issuer }, say) => ({
      subject: `Reminder: mediation session on ${say.moment(session.at)}`,
      blocks: [
        paragraph('This is to remind you of the mediation session at the time and place below.'),
        facts,
        ...demandsInEnglish(session, say),
      ],
      facts: factsInEnglish(session, issuer, say),
      action: 'See the session',
    }),
  },
};

function demandsInChinese(session: AppointmentView, say: Words): Block[] {
  return [
    ...list('需要准备的事项', say.all(session.requirements)),
    warning('不能参加的，请提前联系调解员改期；一方不参加的，调解员可以宣告调解未成。'),
  ];
}

function demandsInEnglish(session: AppointmentView, say: Words): Block[] {
  return [
    ...list('What to prepare', say.all(session.requirements)),
    warning(
      'If you cannot attend, ask the mediator for another time beforehand. If a side stays away, the mediator may declare ' +
        'that the mediation has failed.',
    ),
  ];
}

function factsInChinese(session: AppointmentView, issuer: Issuer, say: Words): Fact[] {
  return [
    ['调解时间', say.at(session.at)],
    ['预计时长', `${session.minutes} 分钟`],
    ['调解地点', session.place],
    ...fact('联系方式', issuer.telephone),
  ];
}

function factsInEnglish(session: AppointmentView, issuer: Issuer, say: Words): Fact[] {
  return [
    ['Time', say.at(session.at)],
    ['Length', `about ${session.minutes} minutes`],
    ['Place', session.place],
    ...fact('Contact', issuer.telephone),
  ];
}
