/** Mails of a consumer's registration (HN-NET-18). */
import { list, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { consumerRegistration } from './contract.ts';

export const consumerRegistrationWording: WordingsOf<typeof consumerRegistration> = {
  registered: {
    'zh-CN': ({ registeredAt }, say) => ({
      blocks: [
        paragraph('您在平台网络的消费者注册已经生效。注册出于自愿，不收取任何费用。'),
        ...list('注册后', [
          '可以对已完成的服务及其服务商发布评价',
          '可以接受平台的服务回访',
          '浏览服务、提出投诉仍与注册无关，任何人均可进行',
        ]),
        paragraph(
          '平台将核对您填写的身份信息、地址和联系方式，核对期间注册照常有效。' +
            '地址或联系方式有变动的，请及时在案件中更新；不再需要注册的，可以随时自行注销。',
        ),
      ],
      facts: [['注册时间', say.at(registeredAt)]],
      action: '查看注册信息',
    }),
    en: ({ registeredAt }, say) => ({
      blocks: [
        paragraph(
          'Your registration as a consumer of the platform network has taken effect. It is voluntary and free of any charge.',
        ),
        ...list('With it', [
          'you may evaluate a completed service and its provider',
          'the platform may visit you again to ask about a service',
          'looking at services and complaining need no registration, as before',
        ]),
        paragraph(
          'The platform will check the identity, address and contact you entered; the registration holds meanwhile. Please bring ' +
            'address and contact up to date when they change. You may close the registration yourself at any time.',
        ),
      ],
      facts: [['Registered', say.at(registeredAt)]],
      action: 'See the registration',
    }),
  },

  correctionRequested: {
    'zh-CN': ({ items, reason, requestedAt }, say) => ({
      blocks: [
        paragraph('平台核对您的注册信息时，发现下列内容需要更正。'),
        ...list('需要更正的内容', say.all(items)),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(
          '请在案件中选择“更新地址和联系方式”，填写真实、有效的信息。规定未设期限，请尽早办理；更正以前，注册照常有效。',
        ),
        warning('经通知仍不更正的，平台可以终止注册；终止后不能发布评价，也不再安排服务回访。'),
      ],
      facts: [['通知时间', say.at(requestedAt)]],
      action: '查看注册信息',
    }),
    en: ({ items, reason, requestedAt }, say) => ({
      blocks: [
        paragraph('The platform has checked your registration and found that the following must be put right.'),
        ...list('To be put right', say.all(items)),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'Please choose “Bring address and contact up to date” in the case and enter what is true and valid. The measures set no ' +
            'time limit; please do it soon. Until then the registration holds.',
        ),
        warning(
          'If it is not put right the platform may end the registration. You could then no longer evaluate services, and no return ' +
            'visits would be made.',
        ),
      ],
      facts: [['Asked', say.at(requestedAt)]],
      action: 'See the registration',
    }),
  },

  registrationClosed: {
    'zh-CN': ({ closedAt }, say) => ({
      blocks: [
        paragraph('您的消费者注册已经按您的要求注销。注销不收取任何费用。'),
        paragraph('注销后不能再发布评价，也不再安排服务回访；此前发布的评价予以保留。您可以随时重新注册。'),
        paragraph('如果注销不是您本人所为，请立即与平台联系。'),
      ],
      facts: [['注销时间', say.at(closedAt)]],
    }),
    en: ({ closedAt }, say) => ({
      blocks: [
        paragraph('Your registration as a consumer has been closed as you asked. No charge is made for it.'),
        paragraph(
          'You can no longer evaluate services, and no return visits are made; evaluations published before stay. You may register ' +
            'again at any time.',
        ),
        paragraph('If it was not you who closed it, please contact the platform at once.'),
      ],
      facts: [['Closed', say.at(closedAt)]],
    }),
  },

  registrationEnded: {
    'zh-CN': ({ ground, reason, endedAt }, say) => ({
      blocks: [
        paragraph(`经平台核对，您的消费者注册予以终止。事由：${say.of(ground)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(
          '终止后不能发布评价，也不再安排服务回访；浏览服务和提出投诉不受影响。' +
            '您可以随时以真实、有效的信息重新免费注册；对本决定有异议的，请与平台联系。',
        ),
      ],
      facts: [
        ['事由', say.of(ground)],
        ['终止时间', say.at(endedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ ground, reason, endedAt }, say) => ({
      blocks: [
        paragraph(`The platform has checked your registration and has ended it. Ground: ${say.of(ground)}.`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'You can no longer evaluate services, and no return visits are made; looking at services and complaining are not affected. ' +
            'You may register again with true and valid information, free of charge, at any time. If you do not agree with this ' +
            'decision, please contact the platform.',
        ),
      ],
      facts: [
        ['Ground', say.of(ground)],
        ['Ended', say.at(endedAt)],
      ],
      action: 'See the case',
    }),
  },

  platformChanged: {
    'zh-CN': ({ issuer, reason, movedAt }, say) => ({
      blocks: [
        paragraph(`您的消费者注册改由${say.of(issuer.name)}管理，回访、投诉受理等事项今后由该平台办理。`),
        paragraph(`原因：${say.of(reason)}`),
        paragraph('注册继续有效，您无需办理任何手续。'),
      ],
      facts: [
        ['服务平台', say.of(issuer.name)],
        ['变更时间', say.at(movedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ issuer, reason, movedAt }, say) => ({
      blocks: [
        paragraph(
          `${say.of(issuer.name)} now keeps your registration, and sees to return visits and complaints from now on.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('The registration goes on, and there is nothing for you to do.'),
      ],
      facts: [
        ['Platform', say.of(issuer.name)],
        ['Changed', say.at(movedAt)],
      ],
      action: 'See the case',
    }),
  },
};
