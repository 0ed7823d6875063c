/** Notices about opening, set-up and rectification of a store (SH-STORE-06, SH-STORE-09, SH-STORE-10). */
import { deadlines, list, paragraph, warning, type Wording } from './content.ts';

export const storeOpened: Wording<'storeOpened'> = {
  'zh-CN': ({ storeName, openedAt, route }, say) => ({
    blocks: [
      paragraph(`贵机构已通过开店审核，店铺“${storeName}”现已开通。请完成店铺装修和产品上架，并注意下列期限。`),
      deadlines,
      paragraph('各项期限都从通过审核之日起算，当日不计入。装修已发布，并且至少一个产品审核通过并上架，才算完成。'),
      ...(route === 'TRIAL'
        ? [
            paragraph(
              '店铺处于试运行期。期满后按到期时的积分、订单量和产品数量评定：全部达标的转正，未达标的作清退处理。',
            ),
          ]
        : []),
    ],
    facts: [
      ['店铺', storeName],
      ['入驻途径', say.route(route)],
      ['通过审核时间', say.at(openedAt)],
    ],
    action: '开始装修店铺',
  }),
  en: ({ storeName, openedAt, route }, say) => ({
    blocks: [
      paragraph(
        `Your application has been approved and the store “${storeName}” is open. Please finish its decoration and ` +
          'list your products, and mind these deadlines.',
      ),
      deadlines,
      paragraph(
        'Every period runs from the day of approval, which is not counted. Set-up is done when the decoration is ' +
          'published and at least one product has been approved and listed.',
      ),
      ...(route === 'TRIAL'
        ? [
            paragraph(
              'The store is in trial operation. After its end it is judged by its points, orders and products at that ' +
                'moment: with all targets met it becomes a normal store, otherwise it is cleared.',
            ),
          ]
        : []),
    ],
    facts: [
      ['Store', storeName],
      ['Route', say.route(route)],
      ['Approved', say.at(openedAt)],
    ],
    action: 'Set up the store',
  }),
};

export const setupDone: Wording<'setupDone'> = {
  'zh-CN': ({ storeName, doneAt, inTime }, say) => ({
    blocks: [
      paragraph(`店铺“${storeName}”的装修和首次产品上架已经完成，有关期限不再计算，也不再发送这方面的提醒。`),
      ...(inTime ? [] : [paragraph('完成时已超过 5 个工作日，整顿须经审核人员核实后解除，结果将以邮件告知。')]),
    ],
    facts: [
      ['店铺', storeName],
      ['完成时间', say.at(doneAt)],
    ],
  }),
  en: ({ storeName, doneAt, inTime }, say) => ({
    blocks: [
      paragraph(
        `The store “${storeName}” has finished its decoration and listed its first products. The set-up deadlines no ` +
          'longer run, and no further reminders of them are sent.',
      ),
      ...(inTime
        ? []
        : [
            paragraph(
              'It was finished after more than 5 working days, so a reviewer checks it before the rectification is ' +
                'lifted. You will be told by e-mail.',
            ),
          ]),
    ],
    facts: [
      ['Store', storeName],
      ['Finished', say.at(doneAt)],
    ],
  }),
};

export const rectificationOpened: Wording<'rectificationOpened'> = {
  'zh-CN': ({ ground, clause, facts, corrections, effects }, say) => ({
    clause,
    blocks: [
      paragraph(`贵店铺现予整顿。事由：${say.of(ground)}（依据 ${clause}）。`),
      ...list('事实', say.all(facts)),
      ...list('应当改正的内容', say.all(corrections)),
      deadlines,
      ...list('整顿期间', say.all(effects)),
      paragraph('装修发布、产品上架后平台自动送审核人员核查，核实后解除整顿，无须另行提交。'),
    ],
    facts: [
      ['事由', say.of(ground)],
      ['依据', clause],
    ],
    action: '查看整顿案件',
  }),
  en: ({ ground, clause, facts, corrections, effects }, say) => ({
    clause,
    blocks: [
      paragraph(`Your store has been put under rectification. Ground: ${say.of(ground)}, under ${clause}.`),
      ...list('Facts', say.all(facts)),
      ...list('What must be corrected', say.all(corrections)),
      deadlines,
      ...list('While the rectification lasts', say.all(effects)),
      paragraph(
        'Once the decoration is published and a product is listed, the case goes to a reviewer of itself, who checks it and ' +
          'lifts the rectification; nothing else need be handed in.',
      ),
    ],
    facts: [
      ['Ground', say.of(ground)],
      ['Clause', clause],
    ],
    action: 'See the case',
  }),
};

export const rectificationReleased: Wording<'rectificationReleased'> = {
  'zh-CN': ({ releasedAt, reason }, say) => ({
    blocks: [
      paragraph('经审核人员核实，贵店铺的整顿已经解除，整顿期间的限制同时取消。'),
      ...(reason === undefined ? [] : [paragraph(`核实意见：${say.of(reason)}`)]),
    ],
    facts: [['解除时间', say.at(releasedAt)]],
    action: '查看案件',
  }),
  en: ({ releasedAt, reason }, say) => ({
    blocks: [
      paragraph(
        'A reviewer has checked the correction and lifted the rectification of your store, with its restrictions.',
      ),
      ...(reason === undefined ? [] : [paragraph(`The reviewer’s words: ${say.of(reason)}`)]),
    ],
    facts: [['Lifted', say.at(releasedAt)]],
    action: 'See the case',
  }),
};

export const clearanceDetected: Wording<'clearanceDetected'> = {
  'zh-CN': ({ storeName, ground, clause, facts, detectedAt }, say) => ({
    clause,
    blocks: [
      paragraph(`平台监测发现店铺“${storeName}”可能存在清退情形：${say.of(ground)}（依据 ${clause}）。`),
      ...list('事实', say.all(facts)),
      warning('须由审核人员确认或者排除。确认之前店铺状态不变，系统不会自行清退。'),
    ],
    facts: [
      ['店铺', storeName],
      ['情形', say.of(ground)],
      ['发现时间', say.at(detectedAt)],
    ],
    action: '确认或者排除',
  }),
  en: ({ storeName, ground, clause, facts, detectedAt }, say) => ({
    clause,
    blocks: [
      paragraph(
        `The platform’s monitoring found a possible ground for clearing the store “${storeName}”: ${say.of(ground)}, ` +
          `under ${clause}.`,
      ),
      ...list('Facts', say.all(facts)),
      warning(
        'A person must confirm or dismiss it. Until then the store stays as it is: the system clears no store by itself.',
      ),
    ],
    facts: [
      ['Store', storeName],
      ['Ground', say.of(ground)],
      ['Detected', say.at(detectedAt)],
    ],
    action: 'Confirm or dismiss',
  }),
};
