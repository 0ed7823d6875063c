/** Mails of an invitation (SH-STORE-02.4). */
import { deadlines, fact, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { storeInvitation } from './contract.ts';

export const storeInvitationWording: WordingsOf<typeof storeInvitation> = {
  invitation: {
    'zh-CN': ({ inviter, reasons, note, invitedAt, deadlines: [acceptance] = [] }, say) => ({
      subject: `${say.of(inviter)}邀请贵机构入驻企业服务云`,
      blocks: [
        paragraph(`${say.of(inviter)}诚邀贵机构在企业服务云开设店铺。`),
        ...list('邀约理由', say.all(reasons)),
        ...list('邀约方的话', note?.split(/\s*\n\s*/)),
        paragraph(
          `${acceptance === undefined ? '' : `请在 ${say.due(acceptance)} 前`}按邀约途径提交开店申请：提交申请即为接受邀约，无需另行答复。` +
            '无意入驻的，可以在平台谢绝。',
        ),
        deadlines,
        paragraph('申请仍须通过线上初审和线下面审。平台对交易双方不收取任何费用。'),
      ],
      facts: [
        ['邀约方', say.of(inviter)],
        ['邀约时间', say.at(invitedAt)],
      ],
      action: '查看邀约',
    }),
    en: ({ inviter, reasons, note, invitedAt, deadlines: [acceptance] = [] }, say) => ({
      subject: `The ${say.of(inviter)} invites you to open a store`,
      blocks: [
        paragraph(`The ${say.of(inviter)} invites your institution to open a store on the Enterprise Service Cloud.`),
        ...list('Why you are invited', say.all(reasons)),
        ...list('What the inviter says', note?.split(/\s*\n\s*/)),
        paragraph(
          `File the store application on the invitation route${acceptance === undefined ? '' : ` by ${say.due(acceptance)}`}: ` +
            'filing accepts the invitation, and no other answer is needed. If you do not wish to join you may decline it on ' +
            'the platform.',
        ),
        deadlines,
        paragraph(
          'The application still passes the preliminary review and the interview. The platform charges neither side of a ' +
            'transaction any fee.',
        ),
      ],
      facts: [
        ['Invited by', say.of(inviter)],
        ['Invited', say.at(invitedAt)],
      ],
      action: 'See the invitation',
    }),
  },

  invitationLapsed: {
    'zh-CN': ({ invitedAt, lapsedAt }, say) => ({
      blocks: [
        paragraph('贵机构在期限内没有提交开店申请，入驻邀约现已失效。'),
        paragraph('邀约失效不产生不受理期：贵机构仍可按标准途径申请开店，也可以再次受邀。'),
      ],
      facts: [
        ['邀约时间', say.at(invitedAt)],
        ['失效时间', say.at(lapsedAt)],
      ],
    }),
    en: ({ invitedAt, lapsedAt }, say) => ({
      blocks: [
        paragraph('You have not filed a store application in time, so the invitation has lapsed.'),
        paragraph('No bar follows: you may still apply by the standard route, or be invited again.'),
      ],
      facts: [
        ['Invited', say.at(invitedAt)],
        ['Lapsed', say.at(lapsedAt)],
      ],
    }),
  },

  invitationDeclined: {
    'zh-CN': ({ invitedAt, declinedAt }, say) => ({
      blocks: [
        paragraph('贵机构已谢绝入驻邀约，我们已经记录，邀约到此结束。'),
        paragraph('谢绝邀约不产生不受理期：贵机构今后仍可按标准途径申请开店，也可以再次受邀。'),
      ],
      facts: [
        ['邀约时间', say.at(invitedAt)],
        ['谢绝时间', say.at(declinedAt)],
      ],
    }),
    en: ({ invitedAt, declinedAt }, say) => ({
      blocks: [
        paragraph('You have declined the invitation to open a store; it has been noted and the invitation has ended.'),
        paragraph('No bar follows: you may still apply by the standard route, or be invited again.'),
      ],
      facts: [
        ['Invited', say.at(invitedAt)],
        ['Declined', say.at(declinedAt)],
      ],
    }),
  },

  invitationNotTakenUp: {
    'zh-CN': ({ institution, outcome, invitedAt, endedAt, reason }, say) => ({
      blocks: [
        paragraph(`您发出的对${institution}的入驻邀约未获接受：${say.of(outcome)}。`),
        paragraph('该机构没有不受理期：仍可按标准途径申请，也可以再次邀约。'),
      ],
      facts: [
        ['结果', say.of(outcome)],
        ['邀约时间', say.at(invitedAt)],
        ['结束时间', say.at(endedAt)],
        ...fact('谢绝理由', reason && say.of(reason)),
      ],
      action: '查看案件',
    }),
    en: ({ institution, outcome, invitedAt, endedAt, reason }, say) => ({
      blocks: [
        paragraph(`Your invitation to ${institution} was not taken up: ${say.of(outcome)}.`),
        paragraph('No bar follows: the institution may still apply by the standard route, or be invited again.'),
      ],
      facts: [
        ['Outcome', say.of(outcome)],
        ['Invited', say.at(invitedAt)],
        ['Ended', say.at(endedAt)],
        ...fact('Why it declined', reason && say.of(reason)),
      ],
      action: 'See the case',
    }),
  },

  invitationAccepted: {
    'zh-CN': ({ institution, acceptedAt, applicationNumber }, say) => ({
      blocks: [paragraph(`${institution}已接受入驻邀约，其开店申请将按邀约途径办理，初审和面审照常进行。`)],
      facts: [['接受时间', say.at(acceptedAt)], ...fact('开店申请案号', applicationNumber)],
      action: '查看案件',
    }),
    en: ({ institution, acceptedAt, applicationNumber }, say) => ({
      blocks: [
        paragraph(
          `${institution} has accepted the invitation. Its application takes the invitation route, with the usual ` +
            'preliminary review and interview.',
        ),
      ],
      facts: [['Accepted', say.at(acceptedAt)], ...fact('Case of the application', applicationNumber)],
      action: 'See the case',
    }),
  },
};
