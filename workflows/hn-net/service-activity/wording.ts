/** Mails of a service activity (HN-NET-16). */
import { paragraph } from '../../../rules/notices/content.ts';
import { activityWordings } from '../../cooperation/service-activity/wording.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { serviceActivity } from './contract.ts';

export const serviceActivityWording: WordingsOf<typeof serviceActivity> = {
  ...activityWordings,

  supportAsked: {
    'zh-CN': ({ issuer, name, what, askedAt }, say) => ({
      blocks: [
        paragraph(`${say.of(issuer.name)}请求支持其服务活动“${name}”，请答复。`),
        paragraph(`需要的支持：${what}`),
      ],
      facts: [['请求时间', say.at(askedAt)]],
      action: '查看并答复',
    }),
    en: ({ issuer, name, what, askedAt }, say) => ({
      blocks: [
        paragraph(`The ${say.of(issuer.name)} asks for support of its service activity “${name}”. Please answer.`),
        paragraph(`What is needed: ${what}`),
      ],
      facts: [['Asked', say.at(askedAt)]],
      action: 'See it and answer',
    }),
  },

  supportAnswered: {
    'zh-CN': ({ name, granted, answer, answeredAt }, say) => ({
      blocks: [
        paragraph(`上级平台${granted ? '同意支持' : '不能支持'}服务活动“${name}”。`),
        paragraph(`答复：${say.of(answer)}`),
      ],
      facts: [['答复时间', say.at(answeredAt)]],
      action: '查看活动',
    }),
    en: ({ name, granted, answer, answeredAt }, say) => ({
      blocks: [
        paragraph(
          granted
            ? `The platform above supports the service activity “${name}”.`
            : `The platform above cannot support the service activity “${name}”.`,
        ),
        paragraph(`Answer: ${say.of(answer)}`),
      ],
      facts: [['Answered', say.at(answeredAt)]],
      action: 'See the activity',
    }),
  },
};
