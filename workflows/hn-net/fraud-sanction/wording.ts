/** Mails on fabricated records and their sanctions (HN-NET-26). */
import { inYuan } from '../../../rules/money.ts';
import { deadlines, fact, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { fraudSanction } from './contract.ts';

export const fraudSanctionWording: WordingsOf<typeof fraudSanction> = {
  fraudSuspected: {
    'zh-CN': ({ suspicion, records, openedAt }, say) => ({
      blocks: [
        paragraph(`主管部门对您涉嫌编造服务记录、篡改服务统计数据立案调查，涉及服务记录 ${records} 条。`),
        paragraph(`涉嫌的事实：${suspicion}`),
        paragraph('作出认定之前，您可以在案件中陈述申辩并提交证据。'),
      ],
      facts: [['立案时间', say.at(openedAt)]],
      action: '查看案件',
    }),
    en: ({ suspicion, records, openedAt }, say) => ({
      blocks: [
        paragraph(
          `The department inquires into the suspicion that you fabricated service records or altered statistics. Records under ` +
            `suspicion: ${records}.`,
        ),
        paragraph(`What the suspicion rests on: ${suspicion}`),
        paragraph('Until a finding is made you may state your case there and hand in evidence.'),
      ],
      facts: [['Opened', say.at(openedAt)]],
      action: 'See the case',
    }),
  },

  fraudConfirmed: {
    'zh-CN': ({ falseRecords, reason, on }, say) => ({
      blocks: [
        paragraph(`经调查，认定您编造服务记录或者篡改服务统计数据，不实的服务记录 ${falseRecords} 条。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('不实的记录自认定之日起不再计入统计，原记录保留。处理措施将逐项决定并通知您。'),
      ],
      facts: [['认定日期', say.day(on)]],
      action: '查看案件',
    }),
    en: ({ falseRecords, reason, on }, say) => ({
      blocks: [
        paragraph(
          `The inquiry has found that you fabricated service records or altered statistics. Records found false: ${falseRecords}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'Records found false count no more in the statistics from the day of the finding; they are kept. Each sanction is decided, ' +
            'and told to you, by itself.',
        ),
      ],
      facts: [['Day of the finding', say.day(on)]],
      action: 'See the case',
    }),
  },

  fraudNotConfirmed: {
    'zh-CN': ({ reason, decidedAt }, say) => ({
      blocks: [
        paragraph('经调查，对您涉嫌编造服务记录、篡改服务统计数据未予认定，已结案。'),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('有关服务记录照常计入统计，您无须办理任何手续。'),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看案件',
    }),
    en: ({ reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          'The suspicion that you fabricated records or altered statistics was not confirmed, and the case is closed.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('The records count as before, and you need not do anything.'),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the case',
    }),
  },

  sanctionDecided: {
    'zh-CN': ({ sanction, what, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`主管部门对您作出处理决定：${say.of(sanction)}。`),
        paragraph(`理由：${say.of(reason)}`),
        deadlines,
      ],
      facts: [...fact('内容', what === undefined ? undefined : say.of(what)), ['决定时间', say.at(decidedAt)]],
      action: '查看处理决定',
    }),
    en: ({ sanction, what, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The department has decided a sanction: ${say.of(sanction)}.`),
        paragraph(`Why: ${say.of(reason)}`),
        deadlines,
      ],
      facts: [...fact('What', what === undefined ? undefined : say.of(what)), ['Decided', say.at(decidedAt)]],
      action: 'See the decision',
    }),
  },

  recoveryOverdue: {
    'zh-CN': ({ outstanding, passedAt }, say) => ({
      blocks: [
        paragraph(`应返还的财政资金逾期，尚欠 ${inYuan(outstanding).zh}。`),
        paragraph('请立即返还；主管部门将依法追缴。'),
      ],
      facts: [['期限届满', say.at(passedAt)]],
      action: '查看案件',
    }),
    en: ({ outstanding, passedAt }, say) => ({
      blocks: [
        paragraph(`Public funds that you have to pay back are overdue; ${inYuan(outstanding).en} is outstanding.`),
        paragraph('Pay at once; the department will enforce the recovery by law.'),
      ],
      facts: [['Time ended', say.at(passedAt)]],
      action: 'See the case',
    }),
  },

  recoveryPaid: {
    'zh-CN': ({ amount, outstanding, recordedAt }, say) => ({
      blocks: [
        paragraph(`已登记您返还的财政资金 ${inYuan(amount).zh}。`),
        paragraph(outstanding === 0 ? '应返还的资金已全部返还。' : `尚欠 ${inYuan(outstanding).zh}。`),
      ],
      facts: [['登记时间', say.at(recordedAt)]],
      action: '查看案件',
    }),
    en: ({ amount, outstanding, recordedAt }, say) => ({
      blocks: [
        paragraph(`Your payment of ${inYuan(amount).en} of public funds is on record.`),
        paragraph(outstanding === 0 ? 'All is paid back.' : `${inYuan(outstanding).en} is outstanding.`),
      ],
      facts: [['Recorded', say.at(recordedAt)]],
      action: 'See the case',
    }),
  },

  recoveryEnded: {
    'zh-CN': ({ outstanding, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`财政资金的追回已终止，未返还 ${inYuan(outstanding).zh}。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看案件',
    }),
    en: ({ outstanding, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The recovery of public funds has ended; ${inYuan(outstanding).en} was not paid back.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the case',
    }),
  },

  fraudReferred: {
    'zh-CN': ({ addressee, reason, referredAt }, say) => ({
      blocks: [
        paragraph(`因涉嫌违法，案件已移送${addressee}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('移送不影响已经作出的处理决定。'),
      ],
      facts: [['移送时间', say.at(referredAt)]],
      action: '查看案件',
    }),
    en: ({ addressee, reason, referredAt }, say) => ({
      blocks: [
        paragraph(`Since an offence is suspected, the case has been referred to ${addressee}.`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('The sanctions decided so far stand.'),
      ],
      facts: [['Referred', say.at(referredAt)]],
      action: 'See the case',
    }),
  },
};
