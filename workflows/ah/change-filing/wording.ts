/** Mails of a filing of a change (AH-OPS-05). */
import { deadlines, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { changeFiling } from './contract.ts';

export const changeFilingWording: WordingsOf<typeof changeFiling> = {
  changeReceived: {
    'zh-CN': ({ change, effectiveOn, issuer, isLate, receivedAt }, say) => ({
      blocks: [
        paragraph(`${say.of(issuer.name)}已收到您报备的${say.of(change)}变更，将核对材料。`),
        ...(isLate ? [paragraph('本次报备已超过期限，记为逾期。')] : []),
      ],
      facts: [
        ['变更日期', say.day(effectiveOn)],
        ['收到时间', say.at(receivedAt)],
      ],
      action: '查看报备',
    }),
    en: ({ change, effectiveOn, issuer, isLate, receivedAt }, say) => ({
      blocks: [
        paragraph(
          `The ${say.of(issuer.name)} has received your report of a change (${say.of(change)}) and checks its proof.`,
        ),
        ...(isLate ? [paragraph('It came after its time and is marked late.')] : []),
      ],
      facts: [
        ['Day of the change', say.day(effectiveOn)],
        ['Received', say.at(receivedAt)],
      ],
      action: 'See the filing',
    }),
  },

  changeFound: {
    'zh-CN': ({ change, effectiveOn, issuer }, say) => ({
      blocks: [
        paragraph(
          `${say.of(issuer.name)}发现您的${say.of(change)}已于${say.day(effectiveOn)}变更，尚未报备。请报备并附证明材料。`,
        ),
        deadlines,
        paragraph('未按期报备的，记入年度综合评价的备注。'),
      ],
      action: '查看并报备变更',
    }),
    en: ({ change, effectiveOn, issuer }, say) => ({
      blocks: [
        paragraph(
          `The ${say.of(issuer.name)} has found a change of yours of ${say.day(effectiveOn)} (${say.of(change)}) that was not reported. Report it with its proof.`,
        ),
        deadlines,
        paragraph('What is not reported in time is noted for the annual evaluation.'),
      ],
      action: 'See it and report the change',
    }),
  },

  findingWithdrawn: {
    'zh-CN': ({ change, effectiveOn, issuer, reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `${say.of(issuer.name)}登记您的${say.of(change)}变更有误，现予撤回；您无须报备，也不记入年度综合评价的备注。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [
        ['登记的变更日期', say.day(effectiveOn)],
        ['撤回时间', say.at(withdrawnAt)],
      ],
      action: '查看登记',
    }),
    en: ({ change, effectiveOn, issuer, reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `The ${say.of(issuer.name)} recorded a change of yours by mistake (${say.of(change)}) and takes it back: there is nothing to report, and nothing is noted for the annual evaluation.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Day of the change as recorded', say.day(effectiveOn)],
        ['Taken back', say.at(withdrawnAt)],
      ],
      action: 'See the record',
    }),
  },

  changeFiled: {
    'zh-CN': ({ change, effectiveOn, filedAt }, say) => ({
      blocks: [paragraph(`您报备的${say.of(change)}变更已备案，记录自备案时起更新。`)],
      facts: [
        ['变更日期', say.day(effectiveOn)],
        ['备案时间', say.at(filedAt)],
      ],
      action: '查看备案',
    }),
    en: ({ change, effectiveOn, filedAt }, say) => ({
      blocks: [paragraph(`Your change (${say.of(change)}) is filed; the record shows it from now on.`)],
      facts: [
        ['Day of the change', say.day(effectiveOn)],
        ['Filed', say.at(filedAt)],
      ],
      action: 'See the filing',
    }),
  },

  changeReturned: {
    'zh-CN': ({ change, effectiveOn, missing, reason }, say) => ({
      blocks: [
        paragraph(`您报备的${say.of(change)}变更缺少证明材料，现退回补正。`),
        ...list('缺少的材料', say.all(missing)),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['变更日期', say.day(effectiveOn)]],
      action: '查看并补充材料',
    }),
    en: ({ change, effectiveOn, missing, reason }, say) => ({
      blocks: [
        paragraph(`Proof of your change (${say.of(change)}) is missing; it is returned for that.`),
        ...list('Missing', say.all(missing)),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Day of the change', say.day(effectiveOn)]],
      action: 'See it and add the proof',
    }),
  },
};
