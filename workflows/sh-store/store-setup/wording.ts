/** Mails about opening and setting up a store (SH-STORE-06). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import { routeTitle } from '../shared-wording.ts';
import type { storeSetup } from './contract.ts';

export const storeSetupWording: WordingsOf<typeof storeSetup> = {
  storeOpened: {
    'zh-CN': ({ institution, openedAt, route, products }, say) => ({
      blocks: [
        paragraph(`贵机构已通过开店审核，店铺“${institution}”现已开通。请完成店铺装修和产品上架，并注意下列期限。`),
        deadlines,
        paragraph(
          `各项期限都从通过审核之日起算，当日不计入。装修已发布，并且至少 ${products} 个产品审核通过并上架，才算完成。`,
        ),
        ...(route === 'TRIAL'
          ? [
              paragraph(
                '店铺处于试运行期。期满后按到期时的积分、订单量和产品数量评定：全部达标的转正，未达标的作清退处理。',
              ),
            ]
          : []),
      ],
      facts: [
        ['店铺', institution],
        ['入驻途径', routeTitle(route, say)],
        ['通过审核时间', say.at(openedAt)],
      ],
      action: '查看开店期限',
    }),
    en: ({ institution, openedAt, route, products }, say) => ({
      blocks: [
        paragraph(
          `Your application has been approved and the store “${institution}” is open. Please finish its decoration and ` +
            'list your products, and mind these deadlines.',
        ),
        deadlines,
        paragraph(
          'Every period runs from the day of approval, which is not counted. Set-up is done when the decoration is ' +
            `published and at least ${products} ${products === 1 ? 'product has' : 'products have'} been approved and listed.`,
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
        ['Store', institution],
        ['Route', routeTitle(route, say)],
        ['Approved', say.at(openedAt)],
      ],
      action: 'See the deadlines',
    }),
  },

  setupDone: {
    'zh-CN': ({ institution, doneAt, inTime }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”的装修和首次产品上架已经完成，有关期限不再计算，也不再发送这方面的提醒。`),
        ...(inTime ? [] : [paragraph('完成时已超过 5 个工作日，整顿须经审核人员核实后解除，结果将以邮件告知。')]),
      ],
      facts: [
        ['店铺', institution],
        ['完成时间', say.at(doneAt)],
      ],
    }),
    en: ({ institution, doneAt, inTime }, say) => ({
      blocks: [
        paragraph(
          `The store “${institution}” has finished its decoration and listed its first products. The set-up deadlines no ` +
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
        ['Store', institution],
        ['Finished', say.at(doneAt)],
      ],
    }),
  },
};
