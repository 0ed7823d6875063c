/** Mails of a deposit (HN-NET-22). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { guaranteeDeposit } from './contract.ts';

export const guaranteeDepositWording: WordingsOf<typeof guaranteeDeposit> = {
  depositOffered: {
    'zh-CN': ({ amount }) => ({
      blocks: [paragraph('平台提请约定消费者权益保证金，请核对金额和管理、使用、退还规则后确认。约定出于自愿。')],
      facts: [['约定金额', `${amount} 元`]],
      action: '查看约定',
    }),
    en: ({ amount }) => ({
      blocks: [
        paragraph(
          'The platform proposes a consumer guarantee deposit. Please check the amount and the rules of management, use and refund, and ' +
            'agree to them if you wish: it is voluntary.',
        ),
      ],
      facts: [['Amount', `${amount} yuan`]],
      action: 'See the terms',
    }),
  },

  depositWithdrawn: {
    'zh-CN': ({ reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph('平台不再与您约定消费者权益保证金，您无须确认或者缴存。'),
        ...(reason === null ? [] : [paragraph(`理由：${say.of(reason)}`)]),
      ],
      facts: [['时间', say.at(withdrawnAt)]],
    }),
    en: ({ reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph('The platform no longer proposes a guarantee deposit: you have nothing to agree to or to pay in.'),
        ...(reason === null ? [] : [paragraph(`Why: ${say.of(reason)}`)]),
      ],
      facts: [['Time', say.at(withdrawnAt)]],
    }),
  },

  depositPaidIn: {
    'zh-CN': ({ amount, balance, purpose, settlement, movedAt }, say) => ({
      blocks: [paragraph(`您缴存的保证金 ${amount} 元已登记。`)],
      facts: [
        ['依据', say.of(purpose)],
        ['结算流水号', settlement],
        ['余额', `${balance} 元`],
        ['时间', say.at(movedAt)],
      ],
    }),
    en: ({ amount, balance, purpose, settlement, movedAt }, say) => ({
      blocks: [paragraph(`Your payment of ${amount} yuan into the deposit is on record.`)],
      facts: [
        ['Under', say.of(purpose)],
        ['Settlement', settlement],
        ['Balance', `${balance} yuan`],
        ['Time', say.at(movedAt)],
      ],
    }),
  },

  depositUsed: {
    'zh-CN': ({ amount, balance, purpose, reason, movedAt }, say) => ({
      blocks: [paragraph(`平台使用了保证金 ${amount} 元。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [
        ['用途', say.of(purpose)],
        ['余额', `${balance} 元`],
        ['时间', say.at(movedAt)],
      ],
    }),
    en: ({ amount, balance, purpose, reason, movedAt }, say) => ({
      blocks: [paragraph(`The platform has used ${amount} yuan of the deposit.`), paragraph(`Why: ${say.of(reason)}`)],
      facts: [
        ['Purpose', say.of(purpose)],
        ['Balance', `${balance} yuan`],
        ['Time', say.at(movedAt)],
      ],
    }),
  },

  depositRefunded: {
    'zh-CN': ({ amount, balance, purpose, settlement, movedAt }, say) => ({
      blocks: [paragraph(`平台已按约定退还保证金 ${amount} 元。`)],
      facts: [
        ['依据', say.of(purpose)],
        ['结算流水号', settlement],
        ['余额', `${balance} 元`],
        ['时间', say.at(movedAt)],
      ],
    }),
    en: ({ amount, balance, purpose, settlement, movedAt }, say) => ({
      blocks: [paragraph(`The platform has refunded ${amount} yuan of the deposit, as agreed.`)],
      facts: [
        ['Under', say.of(purpose)],
        ['Settlement', settlement],
        ['Balance', `${balance} yuan`],
        ['Time', say.at(movedAt)],
      ],
    }),
  },

  depositEnded: {
    'zh-CN': ({ reason, endedAt }, say) => ({
      blocks: [paragraph('您的保证金已全部使用，保证金约定就此结束。'), paragraph(`理由：${say.of(reason)}`)],
      facts: [['时间', say.at(endedAt)]],
    }),
    en: ({ reason, endedAt }, say) => ({
      blocks: [
        paragraph('Your deposit has been used up, and the agreement on it has ended.'),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Time', say.at(endedAt)]],
    }),
  },
};
