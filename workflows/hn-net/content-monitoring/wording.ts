/** Mails of the monitoring (HN-NET-08.1). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { contentMonitoring } from './contract.ts';

export const contentMonitoringWording: WordingsOf<typeof contentMonitoring> = {
  checkOverdue: {
    'zh-CN': ({ overdueSince }, say) => ({
      blocks: [paragraph('服务商及其发布内容的检查已超过期限，尚未登记。请督促承办人员尽快检查并登记。')],
      facts: [['逾期时间', say.at(overdueSince)]],
      action: '查看检查监控',
    }),
    en: ({ overdueSince }, say) => ({
      blocks: [
        paragraph(
          'The check of providers and what they publish is overdue and not recorded. Please see that it is made and recorded.',
        ),
      ],
      facts: [['Overdue since', say.at(overdueSince)]],
      action: 'See the monitoring',
    }),
  },
};
