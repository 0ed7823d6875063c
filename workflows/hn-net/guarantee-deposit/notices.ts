/** The notices of this process, all to the provider; amounts in yuan as they are written (HN-NET-22). */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

const LAW = 'HN-NET 第二十一条';

interface Moved {
  readonly amount: string;
  /** What is held from now on. */
  readonly balance: string;
  readonly purpose: Text;
  readonly movedAt: Instant;
}

export const guaranteeDepositNotices = {
  depositOffered: asksFor(
    'agree',
    sentWhile(
      notice<{ readonly amount: string }>('HN-NET-22.2', '保证金约定待您确认', 'A deposit is to be agreed', LAW),
      { stages: ['DRAFT'] },
    ),
  ),
  /** The platform asks for none any more. */
  depositWithdrawn: notice<{ readonly reason: Phrase | null; readonly withdrawnAt: Instant }>(
    'HN-NET-22.2',
    '保证金约定不再进行',
    'No deposit is agreed',
    LAW,
  ),
  depositPaidIn: notice<Moved & { readonly settlement: string }>('HN-NET-22.3', '保证金已缴存', 'Deposit paid in', LAW),
  depositUsed: adverse(notice<Moved & { readonly reason: Phrase }>('HN-NET-22.3', '保证金被使用', 'Deposit used', LAW)),
  depositRefunded: notice<Moved & { readonly settlement: string }>(
    'HN-NET-22.3',
    '保证金已退还',
    'Deposit refunded',
    LAW,
  ),
  depositEnded: adverse(
    notice<{ readonly reason: Phrase; readonly endedAt: Instant }>(
      'HN-NET-22.3',
      '保证金约定结束',
      'The agreement on your deposit has ended',
      LAW,
    ),
  ),
};
