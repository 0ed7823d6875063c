/** Mails of a qualification (HN-NET-02.3, 25.2); all are to the operator. */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { windowQualification } from './contract.ts';

export const windowQualificationWording: WordingsOf<typeof windowQualification> = {
  windowDeclared: {
    'zh-CN': ({ issuer, window, declaredAt }, say) => ({
      blocks: [
        paragraph(`您单位申报的“${say.of(window)}”已收到，由${say.of(issuer.name)}审查并决定是否推荐。`),
        paragraph('推荐后由省中小企业主管部门决定是否认定。每一步的结果都会另行通知。'),
      ],
      facts: [
        ['申报的窗口', say.of(window)],
        ['收到时间', say.at(declaredAt)],
      ],
      action: '查看申报',
    }),
    en: ({ issuer, window, declaredAt }, say) => ({
      blocks: [
        paragraph(
          `Your declaration of “${say.of(window)}” has arrived. ${say.of(issuer.name)} examines it and decides whether to recommend it.`,
        ),
        paragraph('After that the SME department of the province decides on the recognition. You hear of each step.'),
      ],
      facts: [
        ['Window', say.of(window)],
        ['Arrived', say.at(declaredAt)],
      ],
      action: 'See the declaration',
    }),
  },

  windowRecommended: {
    'zh-CN': ({ window, department, recommendedAt }, say) => ({
      blocks: [
        paragraph(`${say.of(department)}已推荐“${say.of(window)}”，现由省中小企业主管部门审查并决定是否认定。`),
        paragraph('您无需办理任何手续，结果会另行通知。'),
      ],
      facts: [
        ['窗口', say.of(window)],
        ['推荐时间', say.at(recommendedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ window, department, recommendedAt }, say) => ({
      blocks: [
        paragraph(
          `${say.of(department)} has recommended “${say.of(window)}”. The SME department of the province now decides on the recognition.`,
        ),
        paragraph('There is nothing for you to do; you will hear of the decision.'),
      ],
      facts: [
        ['Window', say.of(window)],
        ['Recommended', say.at(recommendedAt)],
      ],
      action: 'See the case',
    }),
  },

  recommendationDeclined: {
    'zh-CN': ({ window, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`经审查，市州主管部门决定不推荐“${say.of(window)}”。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('完善后可以重新申报。'),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
    }),
    en: ({ window, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The department of the city has decided not to recommend “${say.of(window)}”.`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('Once this is put right, the window may be declared anew.'),
      ],
      facts: [['Decided', say.at(decidedAt)]],
    }),
  },

  windowRecognised: {
    'zh-CN': ({ window, on, document, above }, say) => ({
      blocks: [
        paragraph(`“${say.of(window)}”已认定为平台网络的窗口服务平台。`),
        paragraph(
          `自认定之日起，该窗口纳入平台网络统一管理，接受中小企业主管部门、省枢纽服务平台和${say.of(above)}的指导、调度和考核；` +
            '并须达到规定的服务商和企业会员最低数量。',
        ),
      ],
      facts: [
        ['窗口', say.of(window)],
        ['认定日期', say.day(on)],
        ['认定文号', document],
        ['上级平台', say.of(above)],
      ],
      action: '查看案件',
    }),
    en: ({ window, on, document, above }, say) => ({
      blocks: [
        paragraph(`“${say.of(window)}” is recognised as a window platform of the network.`),
        paragraph(
          `From that day on it is under the unified management of the network and takes guidance, dispatch and assessment by the SME ` +
            `departments, the hub and ${say.of(above)}; and it needs the least numbers of providers and members that the Measures set.`,
        ),
      ],
      facts: [
        ['Window', say.of(window)],
        ['Recognised on', say.day(on)],
        ['Document', document],
        ['Platform above', say.of(above)],
      ],
      action: 'See the case',
    }),
  },

  recognitionRefused: {
    'zh-CN': ({ window, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`经审查，省中小企业主管部门决定不认定“${say.of(window)}”为窗口服务平台。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
    }),
    en: ({ window, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The SME department of the province has decided not to recognise “${say.of(window)}” as a window platform.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
    }),
  },

  disqualificationProposed: {
    'zh-CN': ({ window, ground, reason, proposedAt }, say) => ({
      blocks: [
        paragraph(`主管部门拟取消“${say.of(window)}”的窗口服务平台资格。情形：${say.of(ground)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('在作出决定之前，您单位可以在下列期限内陈述申辩、提交证据，并可以要求听证。'),
        deadlines,
      ],
      facts: [['告知时间', say.at(proposedAt)]],
      action: '查看并陈述申辩',
    }),
    en: ({ window, ground, reason, proposedAt }, say) => ({
      blocks: [
        paragraph(
          `The department is about to cancel the qualification of “${say.of(window)}”. Ground: ${say.of(ground)}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'Before it decides, you may state your case with evidence within the time below, and ask for a hearing.',
        ),
        deadlines,
      ],
      facts: [['Told', say.at(proposedAt)]],
      action: 'See it and state your case',
    }),
  },

  disqualificationDropped: {
    'zh-CN': ({ window, reason, decidedAt }, say) => ({
      blocks: [paragraph(`“${say.of(window)}”的窗口服务平台资格予以维持。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['决定时间', say.at(decidedAt)]],
    }),
    en: ({ window, reason, decidedAt }, say) => ({
      blocks: [paragraph(`The qualification of “${say.of(window)}” stands.`), paragraph(`Why: ${say.of(reason)}`)],
      facts: [['Decided', say.at(decidedAt)]],
    }),
  },

  windowDisqualified: {
    'zh-CN': ({ window, ground, reason, cancelledOn, successor }, say) => ({
      blocks: [
        paragraph(`“${say.of(window)}”的窗口服务平台资格自${say.day(cancelledOn)}起取消。情形：${say.of(ground)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(`由其负责的服务商和企业会员改由${say.of(successor)}负责，并已分别通知。`),
      ],
      facts: [
        ['窗口', say.of(window)],
        ['取消日期', say.day(cancelledOn)],
        ['接续平台', say.of(successor)],
      ],
    }),
    en: ({ window, ground, reason, cancelledOn, successor }, say) => ({
      blocks: [
        paragraph(
          `The qualification of “${say.of(window)}” as a window platform is cancelled as of ${say.day(cancelledOn)}. Ground: ${say.of(ground)}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(`${say.of(successor)} answers for its providers and members from now on; each of them is told.`),
      ],
      facts: [
        ['Window', say.of(window)],
        ['Cancelled on', say.day(cancelledOn)],
        ['Succeeded by', say.of(successor)],
      ],
    }),
  },
};
