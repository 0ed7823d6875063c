/** Fields of the agreement on a deposit. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { depositTerms, type DepositTerm } from '../../../rules/hn-net/deposit.ts';
import { inYuan, orNull, titled, titledBy } from '../../engine/titled.ts';
import { maybeParagraphs } from '../../engine/typed.ts';
import { partyKey } from '../dispute-input.ts';

/** An amount of money in yuan. */
export const amount = titled(
  inYuan(
    z
      .number()
      .min(0.01, bilingual('金额须大于零。', 'must be more than zero'))
      .max(10_000_000)
      .multipleOf(0.01, bilingual('金额最多两位小数。', 'has two decimals at most')),
  ),
  '金额',
  'Amount',
);

function term(name: DepositTerm) {
  return titledBy(orNull(maybeParagraphs(4_000)).default(null), depositTerms[name]);
}

export const depositForm = z.strictObject({
  provider: titled(partyKey, '服务商', 'Provider'),
  amount,
  management: term('management'),
  use: term('use'),
  refund: term('refund'),
});

/** The terms as a whole after a change. */
export const depositChanges = depositForm.omit({ provider: true });
