/** Mails about an interview that was missed (SH-STORE-05.4 to .8). */
import { deadlines, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { storeApplication } from './contract.ts';

/** Absence and its consequence. */
const clause = 'SH-STORE 二.3';

export const absenceWording: Pick<
  WordingsOf<typeof storeApplication>,
  'absenceRecorded' | 'absenceExcusedEnded' | 'noShowBar'
> = {
  absenceRecorded: {
    'zh-CN': ({ interviewAt, place, bar }, say) => ({
      blocks: [
        paragraph('记录显示贵机构没有出席线下面审。请在下列期限内通过平台说明原因，有证明的请一并上传。'),
        deadlines,
        paragraph('有正当理由的，将另行安排面审。是否属于无故缺席由审核人员认定，系统不会自动认定。'),
        warning(
          `被认定为无故缺席的，视为自动放弃申请，自面审之日起半年内，即自${say.day(bar.firstDay)}起至${say.day(bar.lastDay)}止，` +
            `不再受理开店申请（依据${say.cite(clause)}）。`,
        ),
      ],
      facts: [
        ['原定面审时间', say.at(interviewAt)],
        ['原定面审地点', place],
      ],
      action: '查看案件',
    }),
    en: ({ interviewAt, place, bar }, say) => ({
      blocks: [
        paragraph(
          'Our record says that you did not come to the offline interview. Please explain on the platform before the ' +
            'deadline, and add proof if you have any.',
        ),
        deadlines,
        paragraph(
          'With good cause you get a new appointment. Whether there was cause is decided by a reviewer, never by the ' +
            'system itself.',
        ),
        warning(
          'If the absence is found to be without cause, the application counts as given up and no store application is ' +
            `accepted for half a year from the day of the interview, that is, from ${say.day(bar.firstDay)} to ` +
            `${say.day(bar.lastDay)}, under ${say.cite(clause)}.`,
        ),
      ],
      facts: [
        ['Interview was set for', say.at(interviewAt)],
        ['Place', place],
      ],
      action: 'See the case',
    }),
  },

  absenceExcusedEnded: {
    'zh-CN': ({ interviewAt, decidedAt, reason }, say) => ({
      blocks: [
        paragraph('贵机构缺席线下面审的理由成立，不认定为无故缺席。因面审改期次数已经用尽，本次开店申请到此终止。'),
        paragraph('本次终止不设不受理期：能够参加面审时，贵机构可以随时重新申请。'),
      ],
      facts: [
        ['认定', say.of(reason)],
        ['面审时间', say.at(interviewAt)],
        ['决定时间', say.at(decidedAt)],
      ],
      action: '查看决定',
    }),
    en: ({ interviewAt, decidedAt, reason }, say) => ({
      blocks: [
        paragraph(
          'Your absence from the offline interview is excused; it does not count as absence without cause. As no further ' +
            'appointment can be given, this store application ends here.',
        ),
        paragraph('No bar follows: you may apply again as soon as you are able to come.'),
      ],
      facts: [
        ['Finding', say.of(reason)],
        ['Interview', say.at(interviewAt)],
        ['Decided', say.at(decidedAt)],
      ],
      action: 'See the decision',
    }),
  },

  noShowBar: {
    'zh-CN': ({ interviewAt, finding, firstDay, lastDay, firstAdmissibleDay }, say) => ({
      blocks: [
        paragraph('经审核，贵机构被认定为无故缺席线下面审，视为自动放弃本次开店申请，申请到此终止。'),
        warning(
          `自${say.day(firstDay)}起至${say.day(lastDay)}止，半年内不再受理贵机构的开店申请（依据${say.cite(clause)}）。`,
        ),
        paragraph(`最早可于${say.day(firstAdmissibleDay)} 00:00 起重新申请。不受理期针对机构，更换账号不受理。`),
      ],
      facts: [
        ['认定', say.of(finding)],
        ['面审时间', say.at(interviewAt)],
        ['不受理期', `${say.day(firstDay)}至${say.day(lastDay)}（含首尾两日）`],
        ['最早重新申请日', say.day(firstAdmissibleDay)],
        ['依据', say.cite(clause)],
      ],
      action: '查看认定',
    }),
    en: ({ interviewAt, finding, firstDay, lastDay, firstAdmissibleDay }, say) => ({
      blocks: [
        paragraph(
          'It was found that you stayed away from the offline interview without cause. Your store application counts as ' +
            'given up, and the case is closed.',
        ),
        warning(
          `No store application of your institution is accepted for half a year: from ${say.day(firstDay)} to ` +
            `${say.day(lastDay)}, under ${say.cite(clause)}.`,
        ),
        paragraph(
          `You may apply again from 00:00 on ${say.day(firstAdmissibleDay)}. The bar holds for the institution, ` +
            'whichever account it uses.',
        ),
      ],
      facts: [
        ['Finding', say.of(finding)],
        ['Interview', say.at(interviewAt)],
        ['Bar', `${say.day(firstDay)} to ${say.day(lastDay)}, both days included`],
        ['First day to apply again', say.day(firstAdmissibleDay)],
        ['Clause', say.cite(clause)],
      ],
      action: 'See the finding',
    }),
  },
};
