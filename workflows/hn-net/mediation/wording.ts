/** Mails of a mediation (HN-NET-21). */
import { deadlines, fact, facts, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { mediation } from './contract.ts';
import { sessionWording } from './session-wording.ts';
import { settlementWording } from './settlement-wording.ts';

export const mediationWording: WordingsOf<typeof mediation> = {
  ...sessionWording,
  ...settlementWording,

  mediationApplied: {
    'zh-CN': ({ by, issuer, account, claim, orderNumber, complaintNumber, appliedAt }, say) => ({
      blocks: [
        paragraph(`${say.of(by)}就双方的争议申请调解，由负责接入服务商的${say.of(issuer.name)}主持。`),
        facts,
        paragraph('请在平台陈述意见。调解遵循自愿原则，调解员将另行通知调解的时间和地点。'),
        deadlines,
      ],
      facts: [
        ['申请人', say.of(by)],
        ...fact('订单编号', orderNumber),
        ['争议内容', account],
        ['诉求', claim],
        ...fact('关联投诉', complaintNumber),
        ['申请时间', say.at(appliedAt)],
        ...fact('联系电话', issuer.telephone),
      ],
      action: '查看调解申请',
    }),
    en: ({ by, issuer, account, claim, orderNumber, complaintNumber, appliedAt }, say) => ({
      blocks: [
        paragraph(
          `Mediation of the dispute has been applied for. The ${say.of(issuer.name)} mediates, which brought the ` +
            'provider into the network.',
        ),
        facts,
        paragraph(
          'Please state your position on the platform. Mediation is voluntary; the mediator will tell you when and where ' +
            'a session is held.',
        ),
        deadlines,
      ],
      facts: [
        ['Applied for by', say.of(by)],
        ...fact('Order number', orderNumber),
        ['The dispute', account],
        ['What is asked for', claim],
        ...fact('Complaint it comes from', complaintNumber),
        ['Applied for', say.at(appliedAt)],
        ...fact('Telephone', issuer.telephone),
      ],
      action: 'See the application',
    }),
  },

  mediationStarted: {
    'zh-CN': ({ issuer, startedAt }, say) => ({
      blocks: [
        paragraph(`${say.of(issuer.name)}已受理调解申请，并确定了调解员。`),
        paragraph('请在平台陈述意见、提交证据，并留意调解的时间和地点。'),
        deadlines,
      ],
      facts: [['受理时间', say.at(startedAt)], ...fact('联系电话', issuer.telephone)],
      action: '查看案件',
    }),
    en: ({ issuer, startedAt }, say) => ({
      blocks: [
        paragraph(`The ${say.of(issuer.name)} has taken up the mediation, and a mediator has been appointed.`),
        paragraph(
          'Please state your position, hand in your evidence, and look out for the time and place of a session.',
        ),
        deadlines,
      ],
      facts: [['Taken up', say.at(startedAt)], ...fact('Telephone', issuer.telephone)],
      action: 'See the case',
    }),
  },

  levelExpired: {
    'zh-CN': ({ level, expiredAt }, say) => ({
      subject: `${say.of(level)}期限届满，请宣告调解结果`,
      blocks: [
        paragraph(`本案${say.of(level)}的期限已经届满，尚无结果。请调解员宣告调解未成，或者登记双方达成的协议。`),
        paragraph('期限届满不产生其他自动后果：宣告以前，案件仍在调解中。'),
      ],
      facts: [
        ['调解级别', say.of(level)],
        ['届满时间', say.end(expiredAt)],
      ],
      action: '查看案件',
    }),
    en: ({ level, expiredAt }, say) => ({
      subject: `The time has run out, declare the result: ${say.of(level)}`,
      blocks: [
        paragraph(
          'The time for this level of the mediation has run out without a result. The mediator is asked to declare that ' +
            'it has failed, or to record what the sides have agreed.',
        ),
        paragraph('Nothing follows of itself: until then the case is still in mediation.'),
      ],
      facts: [
        ['Level', say.of(level)],
        ['Ran out', say.end(expiredAt)],
      ],
      action: 'See the case',
    }),
  },

  mediationFailed: {
    'zh-CN': ({ issuer, ground, reason, failedAt, department }, say) => ({
      blocks: [
        paragraph(`经${say.of(issuer.name)}调解，双方的争议未能解决，调解员宣告调解未成。`),
        facts,
        paragraph(
          department === undefined
            ? '双方可以通过仲裁、诉讼等其他渠道解决争议。'
            : `双方均有权向${say.of(department.name)}再次申请调解：请在本案件中选择“向中小企业主管部门申请调解”，案卷将整体移交，无需重新提交材料。`,
        ),
        deadlines,
        paragraph('消费者通过其他渠道维权的，可以在平台申请提供服务商的真实登记信息和有关证据。'),
      ],
      facts: [
        ['未成原因', say.of(ground)],
        ['调解情况', say.of(reason)],
        ['宣告时间', say.at(failedAt)],
        ...fact('主管部门', department && say.of(department.name)),
        ...fact('主管部门电话', department?.telephone),
      ],
      action: '查看案件',
    }),
    en: ({ issuer, ground, reason, failedAt, department }, say) => ({
      blocks: [
        paragraph(
          `The mediation by the ${say.of(issuer.name)} has not resolved the dispute; the mediator has declared that it ` +
            'has failed.',
        ),
        facts,
        paragraph(
          department === undefined
            ? 'Both sides may use other channels, such as arbitration or a court.'
            : `Either side may apply again, to the ${say.of(department.name)}: choose "Apply to the SME department" in this ` +
                'case. The whole file goes there; nothing needs to be handed in again.',
        ),
        deadlines,
        paragraph(
          'A consumer who uses another channel may ask on the platform for the true registration data of the provider ' +
            'and for evidence.',
        ),
      ],
      facts: [
        ['Why it failed', say.of(ground)],
        ['What was tried', say.of(reason)],
        ['Declared', say.at(failedAt)],
        ...fact('Department', department && say.of(department.name)),
        ...fact('Its telephone', department?.telephone),
      ],
      action: 'See the case',
    }),
  },

  departmentMediationStarted: {
    'zh-CN': ({ by, issuer, appliedAt }, say) => ({
      blocks: [
        paragraph(
          `${say.of(by)}已向${say.of(issuer.name)}申请调解，案卷已整体移交。在平台主持过调解的人员不再参与本级调解。`,
        ),
        paragraph('请在平台补充意见，并留意调解的时间和地点。'),
        deadlines,
      ],
      facts: [['申请人', say.of(by)], ['申请时间', say.at(appliedAt)], ...fact('联系电话', issuer.telephone)],
      action: '查看案件',
    }),
    en: ({ by, issuer, appliedAt }, say) => ({
      blocks: [
        paragraph(
          `Mediation by the ${say.of(issuer.name)} has been applied for, and it has received the whole file. Who ` +
            'mediated at the platform takes no part in it.',
        ),
        paragraph('You may add to your position on the platform; please look out for the time and place of a session.'),
        deadlines,
      ],
      facts: [
        ['Applied for by', say.of(by)],
        ['Applied for', say.at(appliedAt)],
        ...fact('Telephone', issuer.telephone),
      ],
      action: 'See the case',
    }),
  },

  mediationFailedFinally: {
    'zh-CN': ({ issuer, ground, reason, failedAt }, say) => ({
      blocks: [
        paragraph(`经${say.of(issuer.name)}调解，双方的争议仍未能解决，调解终结。`),
        facts,
        paragraph('双方可以通过仲裁、诉讼等其他渠道解决争议。'),
        paragraph('消费者通过其他渠道维权的，可以在本案件中申请提供服务商的真实登记信息和有关证据。'),
      ],
      facts: [
        ['未成原因', say.of(ground)],
        ['调解情况', say.of(reason)],
        ['宣告时间', say.at(failedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ issuer, ground, reason, failedAt }, say) => ({
      blocks: [
        paragraph(
          `The mediation by the ${say.of(issuer.name)} has not resolved the dispute either, and there is no further level.`,
        ),
        facts,
        paragraph('Both sides may use other channels, such as arbitration or a court.'),
        paragraph(
          'A consumer who uses another channel may ask in this case for the true registration data of the provider and ' +
            'for evidence.',
        ),
      ],
      facts: [
        ['Why it failed', say.of(ground)],
        ['What was tried', say.of(reason)],
        ['Declared', say.at(failedAt)],
      ],
      action: 'See the case',
    }),
  },

  mediationEnded: {
    'zh-CN': ({ endedAt, why, department }, say) => ({
      blocks: [
        paragraph(`平台调解未成，${say.of(why)}，调解案件办结。`),
        paragraph(
          department === undefined
            ? '双方可以通过其他渠道解决争议。'
            : `办结不影响双方的权利：仍可在本案件中向${say.of(department.name)}申请调解，也可以通过其他渠道解决争议。`,
        ),
      ],
      facts: [['办结时间', say.at(endedAt)]],
      action: '查看案件',
    }),
    en: ({ endedAt, why, department }, say) => ({
      blocks: [
        paragraph(`The mediation by the platform has failed and the case is closed. ${say.of(why)}.`),
        paragraph(
          department === undefined
            ? 'Both sides may use other channels.'
            : `No right is lost by this: either side may still apply to the ${say.of(department.name)} in this case, or use ` +
                'other channels.',
        ),
      ],
      facts: [['Closed', say.at(endedAt)]],
      action: 'See the case',
    }),
  },

  mediationWithdrawn: {
    'zh-CN': ({ by, withdrawnAt, reason }, say) => ({
      blocks: [
        paragraph(`${say.of(by)}已撤回调解申请，调解终止，案件办结。`),
        paragraph('撤回不影响双方通过其他渠道解决争议的权利。'),
      ],
      facts: [
        ['撤回的一方', say.of(by)],
        ['撤回时间', say.at(withdrawnAt)],
        ...fact('撤回原因', reason && say.of(reason)),
      ],
      action: '查看案件',
    }),
    en: ({ by, withdrawnAt, reason }, say) => ({
      blocks: [
        paragraph('The application for mediation was withdrawn. The mediation ends, and the case is closed.'),
        paragraph('Both sides remain free to use other channels.'),
      ],
      facts: [
        ['Withdrawn by', say.of(by)],
        ['Withdrawn', say.at(withdrawnAt)],
        ...fact('Why', reason && say.of(reason)),
      ],
      action: 'See the case',
    }),
  },
};
