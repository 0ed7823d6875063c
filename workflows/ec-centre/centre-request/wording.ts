/** Mails on a request (EC-CENTRE-07). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { centreRequest } from './contract.ts';

export const centreRequestWording: WordingsOf<typeof centreRequest> = {
  requestReceived: {
    'zh-CN': ({ centre, service }, say) => ({
      blocks: [paragraph(`${centre}已受理服务需求（${say.of(service)}），由中心对接服务。`)],
      action: '查看需求',
    }),
    en: ({ centre, service }, say) => ({
      blocks: [paragraph(`${centre} has received the request (${say.of(service)}) and finds who serves it.`)],
      action: 'See the request',
    }),
  },
  providerAssigned: {
    'zh-CN': ({ centre, service }, say) => ({
      blocks: [paragraph(`${centre}已为服务需求（${say.of(service)}）安排名录中的服务商。`)],
      action: '查看需求',
    }),
    en: ({ centre, service }, say) => ({
      blocks: [paragraph(`${centre} has assigned a provider of its directory to the request (${say.of(service)}).`)],
      action: 'See the request',
    }),
  },
  centreServes: {
    'zh-CN': ({ centre, service }, say) => ({
      blocks: [paragraph(`${centre}将直接为您提供所需服务（${say.of(service)}），并与您联系。`)],
      action: '查看需求',
    }),
    en: ({ centre, service }, say) => ({
      blocks: [paragraph(`${centre} will serve your request (${say.of(service)}) itself and be in touch with you.`)],
      action: 'See the request',
    }),
  },
  serviceWithdrawn: {
    'zh-CN': ({ centre, service, withdrawnAt }, say) => ({
      blocks: [paragraph(`企业已撤回向${centre}提出的服务需求（${say.of(service)}），无须再提供服务。`)],
      facts: [['撤回时间', say.at(withdrawnAt)]],
      action: '查看需求',
    }),
    en: ({ centre, service, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `The enterprise has withdrawn its request to ${centre} (${say.of(service)}); it needs no service any more.`,
        ),
      ],
      facts: [['Withdrawn', say.at(withdrawnAt)]],
      action: 'See the request',
    }),
  },
  serviceCompleted: {
    'zh-CN': ({ centre, service }, say) => ({
      blocks: [paragraph(`${centre}对接的服务（${say.of(service)}）已完成，请评价。`), deadlines],
      action: '查看并评价服务',
    }),
    en: ({ centre, service }, say) => ({
      blocks: [
        paragraph(`The service that ${centre} has arranged (${say.of(service)}) is completed. Please evaluate it.`),
        deadlines,
      ],
      action: 'See the service and evaluate it',
    }),
  },
  serviceDeclined: {
    'zh-CN': ({ centre, service, reason }, say) => ({
      blocks: [paragraph(`${centre}无法满足服务需求（${say.of(service)}）。`), paragraph(`理由：${say.of(reason)}`)],
    }),
    en: ({ centre, service, reason }, say) => ({
      blocks: [
        paragraph(`${centre} cannot serve the request (${say.of(service)}).`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
    }),
  },
};
