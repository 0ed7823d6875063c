/** Mails of a version of the user agreement (HN-NET-07). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { userAgreement } from './contract.ts';

export const userAgreementWording: WordingsOf<typeof userAgreement> = {
  termsReturned: {
    'zh-CN': ({ version, prominent, fair, reason }, say) => ({
      blocks: [
        paragraph(`用户协议第${version}版的格式条款未通过审核，修改后再行审核。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [
        ['重大利害关系条款', prominent ? '已显著提示' : '未显著提示'],
        ['条款公平', fair ? '是' : '否'],
      ],
      action: '查看草案',
    }),
    en: ({ version, prominent, fair, reason }, say) => ({
      blocks: [
        paragraph(
          `The standard terms of version ${version} of the user agreement were not found in order. Change the draft; it is then checked again.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Material terms', prominent ? 'shown prominently' : 'not shown prominently'],
        ['Terms fair', fair ? 'yes' : 'no'],
      ],
      action: 'See the draft',
    }),
  },
};
