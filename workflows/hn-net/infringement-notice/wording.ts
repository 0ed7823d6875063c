/** Mails of a notice of infringement (HN-NET-09). */
import { deadlines, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { infringementNotice } from './contract.ts';

export const infringementNoticeWording: WordingsOf<typeof infringementNotice> = {
  noticeReceived: {
    'zh-CN': ({ right, certificate, items, receivedAt }, say) => ({
      blocks: [
        paragraph('平台已收到您的侵权通知，将审核权属和侵权证据；证据充分的，即采取必要措施。'),
        ...list('您指明的商品', items),
        paragraph('尚未附证据的，请在案件中补充；没有证据，平台不能采取措施。'),
      ],
      facts: [
        ['主张的权利', `${say.of(right)}：${certificate}`],
        ['收到时间', say.at(receivedAt)],
      ],
      action: '查看侵权通知',
    }),
    en: ({ right, certificate, items, receivedAt }, say) => ({
      blocks: [
        paragraph(
          'The platform has received your notice and examines the proof of your right and of the infringement. With sufficient ' +
            'proof the necessary measures are taken at once.',
        ),
        ...list('Items you named', items),
        paragraph('If you have not attached proof yet, add it in the case: nothing can be done without.'),
      ],
      facts: [
        ['Right claimed', `${say.of(right)}: ${certificate}`],
        ['Received', say.at(receivedAt)],
      ],
      action: 'See the notice',
    }),
  },

  measureTaken: {
    'zh-CN': ({ statute, right, certificate, items, measures, reason, takenAt }, say) => ({
      blocks: [
        paragraph(`平台收到权利人的侵权通知和证据，已依照${say.of(statute)}对下列商品采取必要措施。`),
        paragraph(`理由：${say.of(reason)}`),
        ...list('涉及的商品', items),
        ...list(
          '已采取的措施',
          measures.map((measure) => say.of(measure)),
        ),
        paragraph('您可以在下列期限内提交不侵权的答复和证据，平台据此决定维持或者解除措施。'),
        deadlines,
      ],
      facts: [
        ['主张的权利', `${say.of(right)}：${certificate}`],
        ['采取措施时间', say.at(takenAt)],
      ],
      action: '查看侵权通知',
    }),
    en: ({ statute, right, certificate, items, measures, reason, takenAt }, say) => ({
      blocks: [
        paragraph(
          `A rights holder has given notice of an infringement, with proof. Under the ${say.of(statute)} the platform has taken ` +
            'the necessary measures against the items below.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
        ...list('Items', items),
        ...list(
          'Measures',
          measures.map((measure) => say.of(measure)),
        ),
        paragraph(
          'You may answer with evidence that there is no infringement, within the time below. It is then decided whether the ' +
            'measures stay.',
        ),
        deadlines,
      ],
      facts: [
        ['Right claimed', `${say.of(right)}: ${certificate}`],
        ['Measures taken', say.at(takenAt)],
      ],
      action: 'See the notice',
    }),
  },

  holderTold: {
    'zh-CN': ({ measures, takenAt }, say) => ({
      blocks: [
        paragraph('您的侵权通知证据充分，平台已采取必要措施，并告知服务商。'),
        ...list(
          '已采取的措施',
          measures.map((measure) => say.of(measure)),
        ),
        paragraph('服务商可以在下列期限内答复；期满或者答复后，平台决定维持或者解除措施。'),
        deadlines,
      ],
      facts: [['采取措施时间', say.at(takenAt)]],
      action: '查看侵权通知',
    }),
    en: ({ measures, takenAt }, say) => ({
      blocks: [
        paragraph('Your proof is sufficient. The platform has taken measures and told the provider.'),
        ...list(
          'Measures',
          measures.map((measure) => say.of(measure)),
        ),
        paragraph(
          'The provider may answer within the time below. Then, or once it has answered, it is decided whether the measures stay.',
        ),
        deadlines,
      ],
      facts: [['Measures taken', say.at(takenAt)]],
      action: 'See the notice',
    }),
  },

  answerGiven: {
    'zh-CN': ({ answer, files, answeredAt }, say) => ({
      blocks: [paragraph(`服务商答复：${answer}`), paragraph('您可以在案件中补充证据；平台将据双方材料作出决定。')],
      facts: [
        ['附件', `${files} 份`],
        ['答复时间', say.at(answeredAt)],
      ],
      action: '查看答复',
    }),
    en: ({ answer, files, answeredAt }, say) => ({
      blocks: [
        paragraph(`The provider has answered: ${answer}`),
        paragraph('You may add evidence in the case. The platform decides on what both sides have filed.'),
      ],
      facts: [
        ['Files', String(files)],
        ['Answered', say.at(answeredAt)],
      ],
      action: 'See the answer',
    }),
  },

  noticeDecided: {
    'zh-CN': ({ result, reason, decidedAt }, say) => ({
      blocks: [paragraph(`侵权通知的处理结果：${say.of(result)}。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看处理结果',
    }),
    en: ({ result, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The notice of infringement was decided: ${say.of(result)}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the decision',
    }),
  },

  noticeWithdrawn: {
    'zh-CN': ({ withdrawnAt }, say) => ({
      blocks: [paragraph('权利人已撤回侵权通知，平台对您的商品采取的措施随之解除。您无须办理任何手续。')],
      facts: [['撤回时间', say.at(withdrawnAt)]],
      action: '查看案件',
    }),
    en: ({ withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          'The rights holder has withdrawn its notice. The measures against your items are lifted; you need not do anything.',
        ),
      ],
      facts: [['Withdrawn', say.at(withdrawnAt)]],
      action: 'See the case',
    }),
  },
};
