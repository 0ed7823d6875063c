/** Mails of the signing of a user agreement (HN-NET-07). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { agreementSignature } from './contract.ts';

export const agreementSignatureWording: WordingsOf<typeof agreementSignature> = {
  agreementOffered: {
    'zh-CN': ({ version, effectiveFrom }, say) => ({
      blocks: [
        paragraph(`平台公布了用户协议第${version}版和平台规则，请阅读全文后签署。全文可在平台公开页面阅读和下载。`),
        deadlines,
        paragraph('不接受的，可以在案件中拒绝；平台将按协议约定的退出条件与程序办理，届时另行通知。'),
      ],
      facts: [
        ['版本', `第${version}版`],
        ['施行日', say.day(effectiveFrom)],
      ],
      action: '查看并签署',
    }),
    en: ({ version, effectiveFrom }, say) => ({
      blocks: [
        paragraph(
          `The platform has published version ${version} of its user agreement with its rules. Please read both in full and sign; they can be ` +
            'read and downloaded on the public page of the platform.',
        ),
        deadlines,
        paragraph(
          'If you do not accept it you may refuse in the case. The platform then proceeds as the agreement lays down for leaving, and tells you so.',
        ),
      ],
      facts: [
        ['Version', String(version)],
        ['In force from', say.day(effectiveFrom)],
      ],
      action: 'See and sign',
    }),
  },

  agreementSigned: {
    'zh-CN': ({ version, signedAt }, say) => ({
      blocks: [paragraph(`您已接受并签署用户协议第${version}版，签署时间已经登记。`)],
      facts: [['签署时间', say.at(signedAt)]],
    }),
    en: ({ version, signedAt }, say) => ({
      blocks: [
        paragraph(`You have accepted and signed version ${version} of the user agreement; the time is on record.`),
      ],
      facts: [['Signed', say.at(signedAt)]],
    }),
  },

  exitStarted: {
    'zh-CN': ({ version, refused, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `${refused ? '你单位拒绝签署' : '你单位在期限内未签署'}用户协议第${version}版。` +
            '平台决定依照用户协议第八项“平台进入与退出的条件与程序”启动退出程序，注销你单位的平台登记。',
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
    }),
    en: ({ version, refused, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `You ${refused ? 'have refused to sign' : 'have not signed in time'} version ${version} of the user agreement. Under item 8 of the ` +
            'agreement, conditions and procedure of entry and exit, the platform has decided to end your registration.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
    }),
  },
};
