/** Notices about invitations and recommendations (SH-STORE-02, SH-STORE-07.3). */
import { deadlines, fact, figures, list, paragraph, type Wording } from './content.ts';

export const invitation: Wording<'invitation'> = {
  'zh-CN': ({ inviter, reasons, invitedAt }, say) => ({
    subject: `${inviter}邀请贵机构入驻企业服务云`,
    blocks: [
      paragraph(`${inviter}诚邀贵机构在企业服务云开设店铺。`),
      ...list('邀约理由', say.all(reasons)),
      deadlines,
      paragraph('接受邀约后即可提交开店申请，仍须通过线上初审和线下面审。平台对交易双方不收取任何费用。'),
    ],
    facts: [
      ['邀约方', inviter],
      ['邀约时间', say.at(invitedAt)],
    ],
    action: '查看邀约并答复',
  }),
  en: ({ inviter, reasons, invitedAt }, say) => ({
    subject: `${inviter} invites you to open a store`,
    blocks: [
      paragraph(`${inviter} invites your institution to open a store on the Enterprise Service Cloud.`),
      ...list('Why you are invited', say.all(reasons)),
      deadlines,
      paragraph(
        'Once you accept you can file the application; it still passes the preliminary review and the interview. The ' +
          'platform charges neither side of a transaction any fee.',
      ),
    ],
    facts: [
      ['Invited by', inviter],
      ['Invited', say.at(invitedAt)],
    ],
    action: 'Answer the invitation',
  }),
};

export const invitationLapsed: Wording<'invitationLapsed'> = {
  'zh-CN': ({ institution, invitedAt, lapsedAt }, say) => ({
    blocks: [
      paragraph(`对${institution}的入驻邀约在期限内未被接受，现已失效。`),
      paragraph('邀约失效不产生限制期：该机构仍可按标准途径申请，也可以再次受邀。'),
    ],
    facts: [
      ['邀约时间', say.at(invitedAt)],
      ['失效时间', say.at(lapsedAt)],
    ],
  }),
  en: ({ institution, invitedAt, lapsedAt }, say) => ({
    blocks: [
      paragraph(`The invitation to ${institution} was not accepted in time and has lapsed.`),
      paragraph('No bar follows: the institution may still apply by the standard route, or be invited again.'),
    ],
    facts: [
      ['Invited', say.at(invitedAt)],
      ['Lapsed', say.at(lapsedAt)],
    ],
  }),
};

export const invitationAccepted: Wording<'invitationAccepted'> = {
  'zh-CN': ({ institution, acceptedAt, applicationCaseId }, say) => ({
    blocks: [paragraph(`${institution}已接受入驻邀约，其开店申请将按邀约途径办理，初审和面审照常进行。`)],
    facts: [['接受时间', say.at(acceptedAt)], ...fact('开店申请案号', applicationCaseId)],
    action: '查看案件',
  }),
  en: ({ institution, acceptedAt, applicationCaseId }, say) => ({
    blocks: [
      paragraph(
        `${institution} has accepted the invitation. Its application takes the invitation route, with the usual ` +
          'preliminary review and interview.',
      ),
    ],
    facts: [['Accepted', say.at(acceptedAt)], ...fact('Case of the application', applicationCaseId)],
    action: 'See the case',
  }),
};

export const recommendationReceived: Wording<'recommendationReceived'> = {
  'zh-CN': ({ institution, department, documentNumber, receivedAt, relatedAt }, say) => ({
    blocks: [
      paragraph(`${department}推荐${institution}上云开店试运行的推荐函已收到并存档。`),
      paragraph('该机构已提交开店申请，推荐函已关联至该申请。'),
      paragraph('申请有办理结果时，将以邮件告知贵单位。推荐人不参与对所推荐机构的审核决定。'),
    ],
    facts: [
      ['推荐单位', department],
      ['推荐函文号', documentNumber],
      ['收到推荐函时间', say.at(receivedAt)],
      ['关联至申请时间', say.at(relatedAt)],
    ],
    action: '查看案件',
  }),
  en: ({ institution, department, documentNumber, receivedAt, relatedAt }, say) => ({
    blocks: [
      paragraph(
        `We have received and filed the letter by which ${department} recommends ${institution} for trial operation.`,
      ),
      paragraph('The institution has filed its store application, which now rests on the letter.'),
      paragraph(
        'You will be told the outcome of the application by e-mail. Whoever recommends an institution takes no part in ' +
          'deciding on it.',
      ),
    ],
    facts: [
      ['Department', department],
      ['Document number', documentNumber],
      ['Letter received', say.at(receivedAt)],
      ['Linked to the application', say.at(relatedAt)],
    ],
    action: 'See the case',
  }),
};

export const recommendedCaseOutcome: Wording<'recommendedCaseOutcome'> = {
  'zh-CN': ({ institution, department, documentNumber, outcome, decidedAt, reasons, figures: final }, say) => ({
    blocks: [
      paragraph(`${department}推荐的${institution}已有办理结果：${say.of(outcome)}。`),
      ...list('理由', say.all(reasons)),
      ...(final === undefined ? [] : [figures(final)]),
    ],
    facts: [
      ['推荐函文号', documentNumber],
      ['结果', say.of(outcome)],
      ['决定时间', say.at(decidedAt)],
    ],
    action: '查看案件',
  }),
  en: ({ institution, department, documentNumber, outcome, decidedAt, reasons, figures: final }, say) => ({
    blocks: [
      paragraph(`There is an outcome for ${institution}, which ${department} recommended: ${say.of(outcome)}.`),
      ...list('Reasons', say.all(reasons)),
      ...(final === undefined ? [] : [figures(final)]),
    ],
    facts: [
      ['Document number', documentNumber],
      ['Outcome', say.of(outcome)],
      ['Decided', say.at(decidedAt)],
    ],
    action: 'See the case',
  }),
};
