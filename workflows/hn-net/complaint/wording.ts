/** Mails of a complaint (HN-NET-20). */
import { fact, paragraph } from '../../../rules/notices/content.ts';
import { text } from '../../../rules/text.ts';
import { complaintWordings } from '../../disputes/complaint/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { complaint } from './contract.ts';
import { terms } from './terms.ts';

export const complaintWording: WordingsOf<typeof complaint> = {
  ...complaintWordings({
    respondent: terms.respondent,
    meanwhile: text(
      '补充证据、申请调解，也可以撤回投诉',
      'add evidence, apply for mediation or withdraw the complaint',
    ),
    answer: text(
      '请尽快在平台提交答复说明和证据。未答复的，平台根据已有材料调查处理并认定责任；认定贵方有责的，计入信用记录。',
      'Please answer soon, with your evidence, on the platform. Without an answer the platform decides on what it has; ' +
        'a finding against you enters your credit record.',
    ),
    nothingFollows: text('也不计入信用记录', 'nothing enters a credit record'),
  }),

  complaintTransferred: {
    'zh-CN': ({ issuer, from, transferredAt, reason }, say) => ({
      blocks: [
        paragraph(`本投诉已由${say.of(from.name)}移送${say.of(issuer.name)}办理。`),
        paragraph('原登记和已提交的材料继续有效，双方无需重新提交；处理期限自登记之日起继续计算。'),
      ],
      facts: [
        ['移送时间', say.at(transferredAt)],
        ['移送原因', say.of(reason)],
        ...fact('办理平台电话', issuer.telephone),
      ],
      action: '查看投诉',
    }),
    en: ({ issuer, from, transferredAt, reason }, say) => ({
      blocks: [
        paragraph(`The complaint was transferred from the ${say.of(from.name)} to the ${say.of(issuer.name)}.`),
        paragraph(
          'Its registration and all that was handed in stay as they are; nobody needs to file anything again. The time for ' +
            'handling it runs on from its registration.',
        ),
      ],
      facts: [['Transferred', say.at(transferredAt)], ['Why', say.of(reason)], ...fact('Telephone', issuer.telephone)],
      action: 'See the complaint',
    }),
  },
};
