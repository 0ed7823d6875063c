/** Mails of an application for registration: received, returned, decided, withdrawn (HN-NET-06.1 to 06.5). */
import { deadlines, fact, list, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { providerRegistration } from './contract.ts';
import { withheldServices } from './shared-wording.ts';

type Application =
  | 'registrationReceived'
  | 'registrationReturned'
  | 'correctionTimeOver'
  | 'providerRegistered'
  | 'registrationRefused'
  | 'registrationWithdrawn';

export const applicationWording: Pick<WordingsOf<typeof providerRegistration>, Application> = {
  registrationReceived: {
    'zh-CN': ({ filedAt, grounds }, say) => ({
      blocks: [
        paragraph('您的服务商登记申请已经受理，平台将审查身份信息、经营资质和服务（商品）信息。登记不收取任何费用。'),
        ...list('按目前提交的材料，下列情形不符合登记条件', say.all(grounds)),
        ...(grounds.length > 0
          ? [warning('上述情形不消除的，不能登记。平台退回补正的，请在案件中补交；不能补交的，申请将不予通过。')]
          : []),
        paragraph('审查期间无需办理其他手续，结果将以邮件通知。准予登记前，不得在平台网络发布服务（商品）。'),
      ],
      facts: [['受理时间', say.at(filedAt)]],
      action: '查看申请',
    }),
    en: ({ filedAt, grounds }, say) => ({
      blocks: [
        paragraph(
          'Your registration as a provider has been received. The platform reviews your identity, your business ' +
            'qualification and what you say of your services or goods. Registration is free of charge.',
        ),
        ...list('With what has been filed so far, this stands in the way', say.all(grounds)),
        ...(grounds.length > 0
          ? [
              warning(
                'You cannot be registered as long as it does. If the platform returns the registration, hand in what is ' +
                  'missing in the case; if it cannot be handed in, the registration is refused.',
              ),
            ]
          : []),
        paragraph(
          'There is nothing else for you to do meanwhile; the result comes by e-mail. Nothing may be published on the ' +
            'network before you are registered.',
        ),
      ],
      facts: [['Received', say.at(filedAt)]],
      action: 'See the registration',
    }),
  },

  registrationReturned: {
    'zh-CN': ({ items, reason, deadlines: [correction] = [] }, say) => ({
      blocks: [
        paragraph('您的服务商登记申请经审查需要补正。'),
        ...list('需要补正的内容', say.all(items)),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(
          correction === undefined
            ? '请在案件中提交补正材料。本次补正未设期限，收到补正后继续审查。'
            : `请在 ${say.due(correction)} 前在案件中提交补正材料，收到后继续审查。`,
        ),
        ...(correction === undefined ? [] : [deadlines]),
      ],
      action: '查看补正要求',
    }),
    en: ({ items, reason, deadlines: [correction] = [] }, say) => ({
      blocks: [
        paragraph('Your registration has been reviewed and must be corrected.'),
        ...list('What is to be put right', say.all(items)),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          correction === undefined
            ? 'Please hand in the correction in the case. No time limit has been set; the review goes on once it is there.'
            : `Please hand in the correction in the case by ${say.due(correction)}; the review then goes on.`,
        ),
        ...(correction === undefined ? [] : [deadlines]),
      ],
      action: 'See what is asked for',
    }),
  },

  correctionTimeOver: {
    'zh-CN': ({ endedAt }, say) => ({
      blocks: [
        paragraph('补正期限已过，平台没有收到补正材料，现按已提交的材料继续审查。'),
        warning('已提交的材料不符合登记条件的，申请将不予通过；理由消除后可以重新申请。'),
      ],
      facts: [['期限届满', say.end(endedAt)]],
      action: '查看申请',
    }),
    en: ({ endedAt }, say) => ({
      blocks: [
        paragraph(
          'The time to correct is over and no correction has come. The review goes on with what has been filed.',
        ),
        warning(
          'If that does not meet the conditions the registration is refused; you may register anew once the reason is gone.',
        ),
      ],
      facts: [['Time ended', say.end(endedAt)]],
      action: 'See the registration',
    }),
  },

  providerRegistered: {
    'zh-CN': ({ registeredOn, withheld }, say) => ({
      blocks: [
        paragraph(
          '您的服务商登记申请已通过审查，平台已为您建立登记档案。自登记之日起，可以在平台网络发布服务（商品）。',
        ),
        ...withheldServices(withheld, say),
        ...list('登记后', [
          '主页公示营业执照、许可证或者其电子链接，以及服务内容、标准、流程、收费和办理时限',
          '登记信息有变动的，请及时在案件中变更',
          '许可证到期前请换证并在案件中提交',
        ]),
        paragraph('平台定期核实登记信息，请在期限前确认或变更；期限前另有邮件通知。'),
        deadlines,
      ],
      facts: [['登记日期', say.day(registeredOn)]],
      action: '查看登记信息',
    }),
    en: ({ registeredOn, withheld }, say) => ({
      blocks: [
        paragraph(
          'Your registration has passed the review and the platform has opened a file for you. From the day of ' +
            'registration you may publish services or goods on the network.',
        ),
        ...withheldServices(withheld, say),
        ...list('From now on', [
          'your main page shows licence and permits or links to them, and content, standard, flow, fees and handling time',
          'please change your registered data in the case as soon as they change',
          'please renew a permit before it runs out and hand it in in the case',
        ]),
        paragraph(
          'The platform verifies the data regularly: please confirm or change them in time. A mail will ask you to.',
        ),
        deadlines,
      ],
      facts: [['Registered on', say.day(registeredOn)]],
      action: 'See the registration',
    }),
  },

  registrationRefused: {
    'zh-CN': ({ ground, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`您的服务商登记申请经审查不予通过，理由是：${say.of(ground)}。`),
        paragraph(`具体情况：${say.of(reason)}`),
        paragraph(
          '不予登记的理由限于平台公布的固定清单，平台不得设置其他限制或歧视性措施。' +
            '上述情形消除后可以随时重新申请；认为决定有误的，可以向承办平台提出。',
        ),
      ],
      facts: [
        ['理由', say.of(ground)],
        ['决定时间', say.at(decidedAt)],
      ],
      action: '查看决定',
    }),
    en: ({ ground, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`Your registration has been reviewed and is refused on this ground: ${say.of(ground)}.`),
        paragraph(`In particular: ${say.of(reason)}`),
        paragraph(
          'Registration is refused on the grounds of a published list alone; a platform may not restrict or discriminate ' +
            'beyond it. You may register anew at any time once the ground is gone. If you hold the decision to be wrong, ' +
            'please say so to the platform that handled it.',
        ),
      ],
      facts: [
        ['Ground', say.of(ground)],
        ['Decided', say.at(decidedAt)],
      ],
      action: 'See the decision',
    }),
  },

  registrationWithdrawn: {
    'zh-CN': ({ withdrawnAt, reason }, say) => ({
      blocks: [paragraph('您已撤回服务商登记申请，审查到此结束。撤回不影响再次申请。')],
      facts: [['撤回时间', say.at(withdrawnAt)], ...fact('说明', reason && say.of(reason))],
      action: '查看案件',
    }),
    en: ({ withdrawnAt, reason }, say) => ({
      blocks: [
        paragraph('You have withdrawn your registration and the review has ended. You may register anew at any time.'),
      ],
      facts: [['Withdrawn', say.at(withdrawnAt)], ...fact('Note', reason && say.of(reason))],
      action: 'See the case',
    }),
  },
};
