/** Mails of the yearly verification and of changed data (HN-NET-06.1, 06.7). */
import { deadlines, list, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { providerRegistration } from './contract.ts';
import { stillSuspended, withheldServices } from './shared-wording.ts';

type Verification = 'verificationAsked' | 'verificationOverdue' | 'dataAccepted' | 'dataReturned';

export const verificationWording: Pick<WordingsOf<typeof providerRegistration>, Verification> = {
  verificationAsked: {
    'zh-CN': ({ registeredOn, deadlines: [verification] = [] }, say) => ({
      ...(verification && { subject: `请在 ${say.due(verification)} 前核实登记信息` }),
      blocks: [
        paragraph('平台定期核实服务商的登记信息，现请您办理本次核实。'),
        ...list('请在案件中选择“核实确认或变更登记信息”', [
          '信息没有变动的，确认其真实有效',
          '信息有变动的，一并填写变更的内容，上传换发的证照',
        ]),
        deadlines,
        warning('逾期不核实的，平台再次提醒后暂停展示；暂停期间不得发布服务（商品）。'),
      ],
      facts: [['登记日期', say.day(registeredOn)]],
      action: '查看登记信息',
    }),
    en: ({ registeredOn, deadlines: [verification] = [] }, say) => ({
      ...(verification && { subject: `Please verify your registered data by ${say.due(verification)}` }),
      blocks: [
        paragraph('The platform verifies the data of its providers regularly, and now asks you for yours.'),
        ...list('In the case, choose "Confirm or change the registered data"', [
          'if nothing has changed, confirm that the data are true and valid',
          'if something has, enter what is new and upload licences or permits that were renewed',
        ]),
        deadlines,
        warning(
          'If you do not answer in time the platform reminds you again and then suspends the listing; nothing can be ' +
            'published while it is suspended.',
        ),
      ],
      facts: [['Registered on', say.day(registeredOn)]],
      action: 'See the registration',
    }),
  },

  verificationOverdue: {
    'zh-CN': ({ dueOn, deadlines: [suspension] = [] }, say) => ({
      blocks: [
        paragraph(`登记信息应于 ${say.day(dueOn)} 前核实，平台至今没有收到您的确认或变更，核实已经逾期。`),
        paragraph(
          `请${suspension === undefined ? '立即' : `在 ${say.due(suspension)} 前`}在案件中确认或变更登记信息。在此之前展示照常进行。`,
        ),
        deadlines,
      ],
      facts: [['应核实日期', say.day(dueOn)]],
      action: '查看登记信息',
    }),
    en: ({ dueOn, deadlines: [suspension] = [] }, say) => ({
      blocks: [
        paragraph(
          `Your registered data were to be verified by ${say.day(dueOn)}. You have neither confirmed nor changed them, so the ` +
            'verification is overdue.',
        ),
        paragraph(
          `Please confirm or change the data in the case ${suspension === undefined ? 'at once' : `by ${say.due(suspension)}`}. ` +
            'Until then the listing goes on as before.',
        ),
        deadlines,
      ],
      facts: [['Was due on', say.day(dueOn)]],
      action: 'See the registration',
    }),
  },

  dataAccepted: {
    'zh-CN': ({ acceptedAt, verified, restored, withheld, remaining }, say) => ({
      subject: verified ? '登记信息核实通过' : '登记信息变更通过',
      blocks: [
        paragraph(
          verified
            ? '您确认或变更的登记信息已经审查，本次核实通过。'
            : '您变更的登记信息已经审查通过，平台展示的信息随之更新。定期核实的期限不变。',
        ),
        ...(restored ? [paragraph('因未按期核实而暂停的展示，现已解除。')] : []),
        ...stillSuspended(remaining, say),
        ...withheldServices(withheld, say),
        deadlines,
      ],
      facts: [['通过时间', say.at(acceptedAt)]],
      action: '查看登记信息',
    }),
    en: ({ acceptedAt, verified, restored, withheld, remaining }, say) => ({
      subject: verified ? 'Your registered data are verified' : 'Your changed data are in order',
      blocks: [
        paragraph(
          verified
            ? 'The data that you confirmed or changed have been reviewed. The verification is done.'
            : 'The data that you changed have been reviewed and are shown from now on. The regular verification stays due as it was.',
        ),
        ...(restored
          ? [paragraph('The listing, which was suspended because the data were not verified, is back.')]
          : []),
        ...stillSuspended(remaining, say),
        ...withheldServices(withheld, say),
        deadlines,
      ],
      facts: [['In order since', say.at(acceptedAt)]],
      action: 'See the registration',
    }),
  },

  dataReturned: {
    'zh-CN': ({ items, reason, deadlines: [duty] = [] }, say) => ({
      blocks: [
        paragraph('您确认或变更的登记信息经审查需要补正，平台仍展示此前审查通过的信息。'),
        ...list('需要补正的内容', say.all(items)),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(
          duty === undefined
            ? '请在案件中重新提交。已暂停展示的，核实通过后恢复。'
            : `请在 ${say.due(duty)} 前在案件中重新提交。`,
        ),
        ...(duty === undefined ? [] : [deadlines]),
      ],
      action: '查看补正要求',
    }),
    en: ({ items, reason, deadlines: [duty] = [] }, say) => ({
      blocks: [
        paragraph(
          'The data that you confirmed or changed have been reviewed and must be corrected. The data that passed before are ' +
            'still the ones that are shown.',
        ),
        ...list('What is to be put right', say.all(items)),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          duty === undefined
            ? 'Please hand them in again in the case. A suspended listing comes back once they are verified.'
            : `Please hand them in again in the case by ${say.due(duty)}.`,
        ),
        ...(duty === undefined ? [] : [deadlines]),
      ],
      action: 'See what is asked for',
    }),
  },
};
