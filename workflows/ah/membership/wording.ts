/** Mails of a membership (AH-OPS-01). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { membership } from './contract.ts';

export const membershipWording: WordingsOf<typeof membership> = {
  memberAdmitted: {
    'zh-CN': ({ issuer, joinedOn, firstReport, dueOn }, say) => ({
      blocks: [
        paragraph(`您已成为平台网络成员，由${say.of(issuer.name)}联系。`),
        paragraph(`请每月10日前报送上月运营情况：首次报送${say.of(firstReport)}，截至${say.day(dueOn)} 24:00。`),
      ],
      facts: [['入网日期', say.day(joinedOn)]],
      action: '查看成员情况',
    }),
    en: ({ issuer, joinedOn, firstReport, dueOn }, say) => ({
      blocks: [
        paragraph(`You are a member of the network. Your contact is the ${say.of(issuer.name)}.`),
        paragraph(
          `Report the operation of each month early in the next one: first of ${say.of(firstReport)}, by 24:00 on ${say.day(dueOn)}.`,
        ),
      ],
      facts: [['Member since', say.day(joinedOn)]],
      action: 'See your membership',
    }),
  },

  residencyDeclined: {
    'zh-CN': ({ issuer, reason, decidedAt }, say) => ({
      blocks: [paragraph(`${say.of(issuer.name)}未同意您的入驻申请。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看申请',
    }),
    en: ({ issuer, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The ${say.of(issuer.name)} has not agreed to your residency.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the application',
    }),
  },
};
