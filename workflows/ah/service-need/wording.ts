/** Mails of a need (AH-OPS-02). */
import { fact, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { serviceNeed } from './contract.ts';

export const serviceNeedWording: WordingsOf<typeof serviceNeed> = {
  needPublished: {
    'zh-CN': ({ issuer, category, publishedAt }, say) => ({
      blocks: [paragraph(`您的服务需求已由${say.of(issuer.name)}发布，将推送给服务机构。有机构接单后通知您。`)],
      facts: [['需求类别', say.of(category)], ['发布时间', say.at(publishedAt)], ...fact('联系电话', issuer.telephone)],
      action: '查看需求',
    }),
    en: ({ issuer, category, publishedAt }, say) => ({
      blocks: [
        paragraph(
          `The ${say.of(issuer.name)} has published your need and offers it to members. You hear once one takes it.`,
        ),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Published', say.at(publishedAt)],
        ...fact('Telephone', issuer.telephone),
      ],
      action: 'See the need',
    }),
  },

  needOffered: {
    'zh-CN': ({ category, need, offeredAt }, say) => ({
      blocks: [paragraph('平台向您推送一项企业服务需求，请决定是否接单。'), paragraph(`需求内容：${need}`)],
      facts: [
        ['需求类别', say.of(category)],
        ['推送时间', say.at(offeredAt)],
      ],
      action: '查看并接单',
    }),
    en: ({ category, need, offeredAt }, say) => ({
      blocks: [
        paragraph('The platform offers you the need of an enterprise. Please say whether you take it.'),
        paragraph(`What is needed: ${need}`),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Offered', say.at(offeredAt)],
      ],
      action: 'See it and take it',
    }),
  },

  orderTaken: {
    'zh-CN': ({ category, takenAt }, say) => ({
      blocks: [paragraph('服务机构已接单，将与您联系。')],
      facts: [
        ['需求类别', say.of(category)],
        ['接单时间', say.at(takenAt)],
      ],
      action: '查看需求',
    }),
    en: ({ category, takenAt }, say) => ({
      blocks: [paragraph('A member has taken your need and will be in touch with you.')],
      facts: [
        ['Category', say.of(category)],
        ['Taken', say.at(takenAt)],
      ],
      action: 'See the need',
    }),
  },

  needOpenAgain: {
    'zh-CN': ({ category, reason, openedAt }, say) => ({
      blocks: [
        paragraph('已接单的服务机构不再承接您的需求，平台将另行匹配服务机构。'),
        paragraph(`原因：${say.of(reason)}`),
      ],
      facts: [
        ['需求类别', say.of(category)],
        ['重新匹配', say.at(openedAt)],
      ],
      action: '查看需求',
    }),
    en: ({ category, reason, openedAt }, say) => ({
      blocks: [
        paragraph('The member that had taken your need will not serve it. The platform looks for another one.'),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Open again', say.at(openedAt)],
      ],
      action: 'See the need',
    }),
  },

  orderEnded: {
    'zh-CN': ({ category, reason, endedAt }, say) => ({
      blocks: [
        paragraph('该服务需求已由平台收回或者由企业撤回，贵单位不再办理。'),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [
        ['需求类别', say.of(category)],
        ['收回或者撤回时间', say.at(endedAt)],
      ],
      action: '查看需求',
    }),
    en: ({ category, reason, endedAt }, say) => ({
      blocks: [
        paragraph('The platform took this need back, or the enterprise withdrew it. It is no longer yours to serve.'),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Since', say.at(endedAt)],
      ],
      action: 'See the need',
    }),
  },

  serviceCompleted: {
    'zh-CN': ({ category, completedOn }, say) => ({
      blocks: [paragraph('服务机构已登记服务完成。请评价服务是否满意；平台还将回访您。')],
      facts: [
        ['需求类别', say.of(category)],
        ['完成日期', say.day(completedOn)],
      ],
      action: '查看并评价',
    }),
    en: ({ category, completedOn }, say) => ({
      blocks: [
        paragraph(
          'The member has entered the service as completed. Please say whether you are satisfied; the platform also visits you.',
        ),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Completed', say.day(completedOn)],
      ],
      action: 'See it and evaluate',
    }),
  },

  needExpired: {
    'zh-CN': ({ category, expiredAt }, say) => ({
      blocks: [paragraph('在等待期内没有机构接单，您的服务需求已到期。您可以重新发布。')],
      facts: [
        ['需求类别', say.of(category)],
        ['到期时间', say.end(expiredAt)],
      ],
      action: '查看需求',
    }),
    en: ({ category, expiredAt }, say) => ({
      blocks: [paragraph('No member took your need within its time, and it has expired. You may publish it again.')],
      facts: [
        ['Category', say.of(category)],
        ['Expired', say.end(expiredAt)],
      ],
      action: 'See the need',
    }),
  },
};
