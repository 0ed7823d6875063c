/** Mails of the supervision of a store (SH-STORE-10.10, 12, 13, 15). */
import { paragraph, warning } from '../../../rules/notices/content.ts';
import { counted } from '../../../rules/text.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { storeSupervision } from './contract.ts';
import { warningWordings } from './warning-wording.ts';

export const storeSupervisionWording: WordingsOf<typeof storeSupervision> = {
  ...warningWordings,

  shareholdersWanted: {
    'zh-CN': ({ institution, mainShare }, say) => ({
      blocks: [
        paragraph(
          `平台定期核查店铺“${institution}”及其主要股东的信用情况（依据${say.cite('SH-STORE 四.5(5)')}）。店铺尚未登记主要股东，` +
            '本次核查因此不完整。',
        ),
        paragraph(
          `请登记主要股东：店铺自认为主要的股东，以及持股 ${mainShare}% 以上的股东。没有股东的（如社会团体、律师事务所），请说明原因。`,
        ),
      ],
      facts: [['店铺', institution]],
      action: '查看店铺监督',
    }),
    en: ({ institution, mainShare }, say) => ({
      blocks: [
        paragraph(
          `The platform checks the credit of the store “${institution}” and of its main shareholders from time to time, under ` +
            `${say.cite('SH-STORE 四.5(5)')}. The store has not recorded its main shareholders, so this check is incomplete.`,
        ),
        paragraph(
          `Please record them: those whom the store itself holds to be main ones, and any who hold ${mainShare} % or more. Where there ` +
            'are none, e.g. of an association or a law firm, say why.',
        ),
      ],
      facts: [['Store', institution]],
      action: 'See the supervision',
    }),
  },

  creditHit: {
    'zh-CN': ({ institution, source, checkedOn, hits }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”的信用核查命中严重失信名单 ${hits} 项，请确认是否属于严重失信。`),
        warning('确认之后才构成清退情形；一般记录不构成清退情形。'),
      ],
      facts: [
        ['店铺', institution],
        ['核查来源', source],
        ['核查日期', say.day(checkedOn)],
      ],
      action: '查看信用核查',
    }),
    en: ({ institution, source, checkedOn, hits }, say) => ({
      blocks: [
        paragraph(
          `The credit check of the store “${institution}” found ${hits === 1 ? '1 entry' : `${hits} entries`} on a list for serious dishonesty. ` +
            'Please say whether it is serious dishonesty.',
        ),
        warning('It is a ground for clearance only once it is confirmed; an ordinary note is none.'),
      ],
      facts: [
        ['Store', institution],
        ['Source', source],
        ['Checked on', say.day(checkedOn)],
      ],
      action: 'See the credit check',
    }),
  },

  exitReceived: {
    'zh-CN': ({ institution, requestedAt, reason, barMonths }, say) => ({
      blocks: [
        paragraph(`已收到店铺“${institution}”的退出申请，由审核人员确认。确认之前可以撤回。`),
        warning(
          '确认后：店铺下线，所有产品下架，已有服务记录封存（不可修改、不删除），' +
            `原则上 ${barMonths} 个月内不再受理开店申请（依据${say.cite('SH-STORE 四.6')}）。`,
        ),
      ],
      facts: [
        ['店铺', institution],
        ['提出时间', say.at(requestedAt)],
        ['退出理由', say.of(reason)],
      ],
      action: '查看退出申请',
    }),
    en: ({ institution, requestedAt, reason, barMonths }, say) => ({
      blocks: [
        paragraph(
          `The request of the store “${institution}” to leave has been received; a person confirms it. Until then it can be withdrawn.`,
        ),
        warning(
          'Once confirmed, the store is taken offline, all products are delisted, service records are sealed (kept, and changed by ' +
            `nobody) and, in principle, no store application is accepted for ${counted(barMonths, 'month')}, under ` +
            `${say.cite('SH-STORE 四.6')}.`,
        ),
      ],
      facts: [
        ['Store', institution],
        ['Requested', say.at(requestedAt)],
        ['Why', say.of(reason)],
      ],
      action: 'See the request',
    }),
  },

  exitWithdrawn: {
    'zh-CN': ({ institution, withdrawnAt }, say) => ({
      blocks: [paragraph(`店铺“${institution}”的退出申请已经撤回，店铺继续运营。`)],
      facts: [
        ['店铺', institution],
        ['撤回时间', say.at(withdrawnAt)],
      ],
      action: '查看店铺',
    }),
    en: ({ institution, withdrawnAt }, say) => ({
      blocks: [paragraph(`The request of the store “${institution}” to leave is withdrawn; the store goes on.`)],
      facts: [
        ['Store', institution],
        ['Withdrawn', say.at(withdrawnAt)],
      ],
      action: 'See the store',
    }),
  },

  findingWithdrawn: {
    'zh-CN': ({ institution, what, reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph(`此前对店铺“${institution}”作出的认定“${say.of(what)}”已经撤回，不再有效，贵机构无须就此再作处理。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [
        ['店铺', institution],
        ['撤回时间', say.at(withdrawnAt)],
      ],
      action: '查看认定',
    }),
    en: ({ institution, what, reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `What was found of the store “${institution}” (${say.of(what)}) is taken back and no longer holds; there is nothing left to be ` +
            'done about it.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Store', institution],
        ['Taken back', say.at(withdrawnAt)],
      ],
      action: 'See the finding',
    }),
  },

  conductFound: {
    'zh-CN': ({ institution, conduct, course, foundOn, reason, clause }, say) => ({
      blocks: [
        paragraph(
          `经审核，店铺“${institution}”存在下列行为：${say.of(conduct)}（依据${say.cite(clause)}）。处理方式：${say.of(course)}。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [
        ['店铺', institution],
        ['认定日期', say.day(foundOn)],
      ],
      action: '查看认定',
    }),
    en: ({ institution, conduct, course, foundOn, reason, clause }, say) => ({
      blocks: [
        paragraph(
          `A reviewer has found of the store “${institution}”: ${say.of(conduct)}, under ${say.cite(clause)}. ` +
            `What follows: ${say.of(course)}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Store', institution],
        ['Found on', say.day(foundOn)],
      ],
      action: 'See the finding',
    }),
  },
};
