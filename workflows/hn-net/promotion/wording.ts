/** Mails of a promotion (HN-NET-13). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { promotion } from './contract.ts';

export const promotionWording: WordingsOf<typeof promotion> = {
  promotionReturned: {
    'zh-CN': ({ reason }, say) => ({
      blocks: [paragraph('促销草案已退回，请修改后再行审核。'), paragraph(`理由：${say.of(reason)}`)],
      action: '查看草案',
    }),
    en: ({ reason }, say) => ({
      blocks: [
        paragraph('The draft of the promotion is returned. Change it; it is then checked again.'),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      action: 'See the draft',
    }),
  },

  promotionAdvertised: {
    'zh-CN': ({ name, from, to }, say) => ({
      subject: `促销活动：${name}`,
      blocks: [
        paragraph(`平台开展促销活动“${name}”。促销原因、方式、规则、期限、范围和限制条件以平台公布的方案为准。`),
        paragraph(
          '不愿再收到推广邮件的，请在“我的账号”中选择“不接收推广邮件”，此后平台不再发送；案件通知和提醒不受影响。',
        ),
      ],
      facts: [
        ['开始', say.day(from)],
        ['结束', say.day(to)],
      ],
      action: '查看促销方案',
    }),
    en: ({ name, from, to }, say) => ({
      subject: `Promotion: ${name}`,
      blocks: [
        paragraph(
          `The platform holds the promotion “${name}”. Its reason, method, rules, period, range and restrictions are those of the published plan.`,
        ),
        paragraph(
          'If you want no more mails like this, choose “No commercial mail” in your account: none is sent from then on. Notices and reminders of your cases still come.',
        ),
      ],
      facts: [
        ['Begins', say.day(from)],
        ['Ends', say.day(to)],
      ],
      action: 'See the plan',
    }),
  },

  changeRejected: {
    'zh-CN': ({ reason }, say) => ({
      blocks: [
        paragraph('提请的变更未被认定为不可抗力，促销按公布的方案继续实施。'),
        paragraph(`理由：${say.of(reason)}`),
      ],
      action: '查看促销方案',
    }),
    en: ({ reason }, say) => ({
      blocks: [
        paragraph('What was put forward is not force majeure. The promotion runs on as it was published.'),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      action: 'See the plan',
    }),
  },
};
