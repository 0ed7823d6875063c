/** Mails of service activities in every regime. */
import { evidencePieces } from '../../../rules/cooperation/activity.ts';
import { deadlines, list, paragraph, warning, type Wording } from '../../../rules/notices/content.ts';
import type { Notice } from '../../../rules/notices.ts';
import type { activityNotices, evidenceNotices } from './notices.ts';

type WordingsOf<Notices> = {
  readonly [N in keyof Notices]: Notices[N] extends Notice<infer D> ? Wording<D> : never;
};

export const activityWordings: WordingsOf<ReturnType<typeof activityNotices>> = {
  heldAsked: {
    'zh-CN': ({ name, plannedOn }, say) => ({
      blocks: [
        paragraph(`服务活动“${name}”的计划举办日期已过，尚未登记举办情况。`),
        paragraph('请登记举办日期和各单位参加情况；改期或者取消的，请一并登记并说明理由。'),
      ],
      facts: [['计划举办日期', say.day(plannedOn)]],
      action: '查看活动',
    }),
    en: ({ name, plannedOn }, say) => ({
      blocks: [
        paragraph(`The planned day of the activity “${name}” is over, and nobody has entered how it was held.`),
        paragraph('Please enter the day and who came from each body; or move or cancel it, with the reason.'),
      ],
      facts: [['Planned for', say.day(plannedOn)]],
      action: 'See the activity',
    }),
  },

  partnerAdded: {
    'zh-CN': ({ name, plannedOn, mode }, say) => ({
      blocks: [
        paragraph(`贵单位已登记为服务活动“${name}”的参与单位，可在案件中查看活动安排。`),
        paragraph('如有不符，请与组织单位联系。'),
      ],
      facts: [
        ['计划举办日期', say.day(plannedOn)],
        ['举办方式', say.of(mode)],
      ],
      action: '查看活动',
    }),
    en: ({ name, plannedOn, mode }, say) => ({
      blocks: [
        paragraph(`You are entered as taking part in the service activity “${name}”. The case shows its plan.`),
        paragraph('If that is wrong, please tell the organiser.'),
      ],
      facts: [
        ['Planned for', say.day(plannedOn)],
        ['Held', say.of(mode)],
      ],
      action: 'See the activity',
    }),
  },

  activityMoved: {
    'zh-CN': ({ name, from, to, reason }, say) => ({
      blocks: [paragraph(`服务活动“${name}”已改期。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [
        ['原定日期', say.day(from)],
        ['新的日期', say.day(to)],
      ],
      action: '查看活动',
    }),
    en: ({ name, from, to, reason }, say) => ({
      blocks: [paragraph(`The service activity “${name}” is moved.`), paragraph(`Why: ${say.of(reason)}`)],
      facts: [
        ['It was planned for', say.day(from)],
        ['It is now planned for', say.day(to)],
      ],
      action: 'See the activity',
    }),
  },

  activityCancelled: {
    'zh-CN': ({ name, reason, cancelledAt }, say) => ({
      blocks: [paragraph(`服务活动“${name}”已取消。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['取消时间', say.at(cancelledAt)]],
    }),
    en: ({ name, reason, cancelledAt }, say) => ({
      blocks: [paragraph(`The service activity “${name}” is cancelled.`), paragraph(`Why: ${say.of(reason)}`)],
      facts: [['Cancelled', say.at(cancelledAt)]],
    }),
  },
};

export const evidenceWordings: WordingsOf<ReturnType<typeof evidenceNotices>> = {
  evidenceAsked: {
    'zh-CN': ({ name, heldOn }, say) => ({
      blocks: [
        paragraph(`请在下列期限内上传服务活动“${name}”的材料：参加企业名单、活动照片和活动总结，三项缺一不可。`),
        deadlines,
      ],
      facts: [['举办日期', say.day(heldOn)]],
      action: '查看并上传',
    }),
    en: ({ name, heldOn }, say) => ({
      blocks: [
        paragraph(
          `Please upload the evidence of the activity “${name}” within the time below: the list of enterprises, photos and the summary, all three.`,
        ),
        deadlines,
      ],
      facts: [['Held on', say.day(heldOn)]],
      action: 'See it and upload',
    }),
  },

  evidenceLate: {
    'zh-CN': ({ name, missing, passedAt }, say) => ({
      blocks: [
        warning(`服务活动“${name}”的材料未在期限内上传齐全，已记为逾期上报。`),
        ...list(
          '尚缺材料',
          missing.map((piece) => say.of(evidencePieces[piece])),
        ),
        paragraph('逾期后仍应上传；材料不全的活动不计入。'),
      ],
      facts: [['期限届满', say.at(passedAt)]],
      action: '查看并上传',
    }),
    en: ({ name, missing, passedAt }, say) => ({
      blocks: [
        warning(`The evidence of the activity “${name}” was not complete in time. It is marked as late.`),
        ...list(
          'Still missing',
          missing.map((piece) => say.of(evidencePieces[piece])),
        ),
        paragraph('It still has to be uploaded: without all of it the activity does not count.'),
      ],
      facts: [['Its time passed', say.at(passedAt)]],
      action: 'See it and upload',
    }),
  },

  evidenceReturned: {
    'zh-CN': ({ name, pieces, reason, returnedAt }, say) => ({
      blocks: [
        paragraph(`服务活动“${name}”的材料经核验不足，请补充。已按期上传的，不因补充而逾期。`),
        ...list(
          '须补充的材料',
          pieces.map((piece) => say.of(evidencePieces[piece])),
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['退回时间', say.at(returnedAt)]],
      action: '查看并补充',
    }),
    en: ({ name, pieces, reason, returnedAt }, say) => ({
      blocks: [
        paragraph(
          `The evidence of the activity “${name}” was found insufficient. Please supply more; what came in time stays in time.`,
        ),
        ...list(
          'To be supplied anew',
          pieces.map((piece) => say.of(evidencePieces[piece])),
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Returned', say.at(returnedAt)]],
      action: 'See it and supply more',
    }),
  },

  evidenceAccepted: {
    'zh-CN': ({ name, inTime, acceptedAt }, say) => ({
      blocks: [
        paragraph(`服务活动“${name}”的材料经核验齐全。`),
        paragraph(inTime ? '材料按期上传。' : '材料逾期上传：计入活动，不计为及时上报。'),
      ],
      facts: [['核验时间', say.at(acceptedAt)]],
      action: '查看活动',
    }),
    en: ({ name, inTime, acceptedAt }, say) => ({
      blocks: [
        paragraph(`The evidence of the activity “${name}” is complete.`),
        paragraph(
          inTime ? 'It came in time.' : 'It came late: the activity counts, and its report does not count as timely.',
        ),
      ],
      facts: [['Examined', say.at(acceptedAt)]],
      action: 'See the activity',
    }),
  },

  evidenceMissing: {
    'zh-CN': ({ name, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`服务活动“${name}”的材料至今未上传齐全，认定为未上传，不计入活动。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['认定时间', say.at(decidedAt)]],
      action: '查看活动',
    }),
    en: ({ name, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The evidence of the activity “${name}” has not come in completely. It is found missing, and the activity does not count.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the activity',
    }),
  },
};
