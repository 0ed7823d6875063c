/** What the notices of this process are told with in tests. */
import { depositTerms } from '../../../rules/hn-net/deposit.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { guaranteeDeposit } from './contract.ts';

const movedAt = '2025-10-10T10:00:00.000+08:00';

export const guaranteeDepositSamples: SamplesOf<typeof guaranteeDeposit> = {
  depositOffered: { amount: '20000.00' },
  depositWithdrawn: { reason: '平台暂不收取保证金。', withdrawnAt: movedAt },
  depositPaidIn: {
    ...{ amount: '20000.00', balance: '20000.00', purpose: depositTerms.management, movedAt },
    settlement: 'PAY-20251010-0001',
  },
  depositUsed: {
    ...{ amount: '1500.00', balance: '18500.00', purpose: depositTerms.use, movedAt },
    reason: '调解协议约定的退款逾期未付，依约先行赔付。',
  },
  depositRefunded: {
    ...{ amount: '18500.00', balance: '0.00', purpose: depositTerms.refund, movedAt },
    settlement: 'PAY-20251010-0002',
  },
  depositEnded: { reason: '保证金已全部用于先行赔付。', endedAt: movedAt },
};
