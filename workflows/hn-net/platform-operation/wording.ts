/** Mails of the running of a platform (HN-NET-14.3). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { platformOperation } from './contract.ts';

export const platformOperationWording: WordingsOf<typeof platformOperation> = {
  incidentBegun: {
    'zh-CN': ({ status, account, at }, say) => ({
      blocks: [
        paragraph(`平台运行检查发现异常：${say.of(status)}。状态和处置情况已向社会公开，请督促尽快恢复。`),
        paragraph(`情况和处置：${account}`),
      ],
      facts: [['登记时间', say.at(at)]],
      action: '查看运行情况',
    }),
    en: ({ status, account, at }, say) => ({
      blocks: [
        paragraph(
          `A check has found: ${say.of(status)}. The status and what is done are public. Please see that it runs again soon.`,
        ),
        paragraph(`What is wrong, and what is done: ${account}`),
      ],
      facts: [['Recorded', say.at(at)]],
      action: 'See the running of the platform',
    }),
  },

  operationCheckOverdue: {
    'zh-CN': ({ overdueSince }, say) => ({
      blocks: [paragraph('平台运行情况检查已逾期，请督办。')],
      facts: [['逾期起始', say.at(overdueSince)]],
      action: '查看运行情况',
    }),
    en: ({ overdueSince }, say) => ({
      blocks: [paragraph('A check of how the platform runs is overdue. Please see to it.')],
      facts: [['Overdue since', say.at(overdueSince)]],
      action: 'See the running of the platform',
    }),
  },
};
