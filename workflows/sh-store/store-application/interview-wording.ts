/** Mails about the offline interview (SH-STORE-04.3, SH-STORE-05). */
import type { AppointmentView } from '../../../rules/notices.ts';
import { fact, facts, list, paragraph, warning, type Block, type Fact } from '../../../rules/notices/content.ts';
import type { Words } from '../../../rules/notices/words.ts';
import { dayOf, type Instant } from '../../../rules/time/index.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { storeApplication } from './contract.ts';

export const interviewWording: Pick<
  WordingsOf<typeof storeApplication>,
  | 'interviewNotice'
  | 'interviewRescheduled'
  | 'rescheduleDeclined'
  | 'interviewReminder'
  | 'interviewCancelled'
  | 'interviewFailed'
> = {
  interviewNotice: {
    'zh-CN': ({ interview }, say) => ({
      subject: `线下面审通知（${say.moment(interview.at)}）`,
      blocks: [
        paragraph('贵机构的开店申请已通过线上初审，请按下列时间、地点和要求参加线下面审。'),
        facts,
        ...demandsInChinese(interview, say),
        paragraph('附件是本次面审的日历文件，可以直接加入日历。'),
      ],
      facts: factsInChinese(interview, say),
      action: '查看面审安排',
    }),
    en: ({ interview }, say) => ({
      subject: `Offline interview on ${say.moment(interview.at)}`,
      blocks: [
        paragraph(
          'Your store application has passed the online preliminary review. Please come to the offline interview at the ' +
            'time and place below.',
        ),
        facts,
        ...demandsInEnglish(interview, say),
        paragraph('The attached calendar file adds the appointment to your calendar.'),
      ],
      facts: factsInEnglish(interview, say),
      action: 'See the appointment',
    }),
  },

  interviewRescheduled: {
    'zh-CN': ({ interview, previousAt, reason }, say) => ({
      subject: `线下面审改期通知（${say.moment(interview.at)}）`,
      blocks: [
        paragraph(`原定于${say.at(previousAt)}的线下面审已经改期，请以下列时间和地点为准。`),
        facts,
        ...demandsInChinese(interview, say),
        paragraph('附件的日历文件会更新原来的日程。'),
      ],
      facts: [...factsInChinese(interview, say), ...fact('改期原因', reason && say.of(reason))],
      action: '查看面审安排',
    }),
    en: ({ interview, previousAt, reason }, say) => ({
      subject: `Offline interview moved to ${say.moment(interview.at)}`,
      blocks: [
        paragraph(`The offline interview that was set for ${say.at(previousAt)} has been moved. What counts is this:`),
        facts,
        ...demandsInEnglish(interview, say),
        paragraph('The attached calendar file updates the entry in your calendar.'),
      ],
      facts: [...factsInEnglish(interview, say), ...fact('Why it moved', reason && say.of(reason))],
      action: 'See the appointment',
    }),
  },

  rescheduleDeclined: {
    'zh-CN': ({ interview, reason }, say) => ({
      subject: `面审改期请求未获同意，仍为 ${say.moment(interview.at)}`,
      blocks: [
        paragraph('贵机构的面审改期请求未获同意，面审仍按下列时间和地点进行，请准时参加。'),
        facts,
        ...demandsInChinese(interview, say),
      ],
      facts: [...factsInChinese(interview, say), ['不同意改期的理由', say.of(reason)]],
      action: '查看面审安排',
    }),
    en: ({ interview, reason }, say) => ({
      subject: `Not rescheduled: your interview stays on ${say.moment(interview.at)}`,
      blocks: [
        paragraph(
          'Your request for another appointment was declined. The offline interview takes place as it was set:',
        ),
        facts,
        ...demandsInEnglish(interview, say),
      ],
      facts: [...factsInEnglish(interview, say), ['Why it was declined', say.of(reason)]],
      action: 'See the appointment',
    }),
  },

  interviewReminder: {
    'zh-CN': ({ interview, workingDaysLeft, plannedAt }, say) => ({
      subject: `线下面审提醒（${say.moment(interview.at)}）`,
      blocks: [
        paragraph(
          workingDaysLeft > 0
            ? `距线下面审还有 ${workingDaysLeft} 个工作日，请按下列时间和地点准时参加。`
            : `线下面审${isSameDay(interview, plannedAt) ? '就在今天' : '即将进行'}，请按下列时间和地点准时参加。`,
        ),
        facts,
        ...demandsInChinese(interview, say),
      ],
      facts: factsInChinese(interview, say),
      action: '查看面审安排',
    }),
    en: ({ interview, workingDaysLeft, plannedAt }, say) => ({
      subject: `Reminder: offline interview on ${say.moment(interview.at)}`,
      blocks: [
        paragraph(
          workingDaysLeft > 0
            ? `Your offline interview is ${workingDaysLeft} working ${workingDaysLeft === 1 ? 'day' : 'days'} away.`
            : `Your offline interview ${isSameDay(interview, plannedAt) ? 'is today' : 'is about to take place'}.`,
        ),
        facts,
        ...demandsInEnglish(interview, say),
      ],
      facts: factsInEnglish(interview, say),
      action: 'See the appointment',
    }),
  },

  interviewCancelled: {
    'zh-CN': ({ interview, reason }, say) => ({
      blocks: [
        paragraph(`原定于${say.at(interview.at)}的线下面审已经取消，无需到场。`),
        paragraph('附件的日历文件会移除原来的日程。'),
      ],
      facts: [...fact('原定地点', interview.place), ...fact('取消原因', reason && say.of(reason))],
      action: '查看案件',
    }),
    en: ({ interview, reason }, say) => ({
      blocks: [
        paragraph(
          `The offline interview that was set for ${say.at(interview.at)} has been cancelled; you need not come.`,
        ),
        paragraph('The attached calendar file removes the entry from your calendar.'),
      ],
      facts: [...fact('Place', interview.place), ...fact('Why it was cancelled', reason && say.of(reason))],
      action: 'See the case',
    }),
  },

  interviewFailed: {
    'zh-CN': ({ reasons, deficient, decidedAt }, say) => ({
      blocks: [
        paragraph('经线下面审和材料验核，贵机构的开店申请未获通过。'),
        ...list('理由', say.all(reasons)),
        ...list('与原件不符或者缺少的材料', say.all(deficient)),
        paragraph('面审未通过不产生不受理期：补齐材料后，贵机构可以随时重新申请。'),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看决定',
    }),
    en: ({ reasons, deficient, decidedAt }, say) => ({
      blocks: [
        paragraph('After the offline interview and the check against the originals your application was not approved.'),
        ...list('Reasons', say.all(reasons)),
        ...list('Materials that were missing or did not agree with the originals', say.all(deficient)),
        paragraph('No bar follows from this decision: you may apply again at any time.'),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the decision',
    }),
  },
};

function isSameDay({ at }: AppointmentView, instant: Instant): boolean {
  return dayOf(at) === dayOf(instant);
}

function demandsInChinese(interview: AppointmentView, say: Words): Block[] {
  return [
    ...list('面审要求', say.all(interview.requirements)),
    ...list('请携带下列材料的原件', say.all(interview.originals)),
    paragraph('面审时须当场签署店铺运营《承诺书》，请由法定代表人或者持授权书的代表参加。'),
    warning(
      `无故缺席面审的，视为自动放弃申请，半年内不再受理开店申请（依据${say.cite('SH-STORE 二.3')}）。` +
        '不能到场的，请在面审开始前在平台申请改期。',
    ),
  ];
}

function demandsInEnglish(interview: AppointmentView, say: Words): Block[] {
  return [
    ...list('What is required', say.all(interview.requirements)),
    ...list('Originals to bring', say.all(interview.originals)),
    paragraph(
      'The store-operation commitment letter (《承诺书》) is signed at the interview. Please send your legal ' +
        'representative or a person with a letter of authority.',
    ),
    warning(
      'Staying away without cause counts as giving up the application, and no store application is accepted for half ' +
        `a year after it, under ${say.cite('SH-STORE 二.3')}. If you cannot come, ask for ` +
        'another appointment on the platform before the interview begins.',
    ),
  ];
}

function factsInChinese(interview: AppointmentView, say: Words): Fact[] {
  return [
    ['面审时间', say.at(interview.at)],
    ['预计时长', `${interview.minutes} 分钟`],
    ['面审地点', interview.place],
    ...fact('联系方式', interview.contact),
  ];
}

function factsInEnglish(interview: AppointmentView, say: Words): Fact[] {
  return [
    ['Time', say.at(interview.at)],
    ['Length', `about ${interview.minutes} minutes`],
    ['Place', interview.place],
    ...fact('Contact', interview.contact),
  ];
}
