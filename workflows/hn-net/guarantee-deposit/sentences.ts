/** What the timeline says of a deposit (XC-05.3). */
import { depositTerms } from '../../../rules/hn-net/deposit.ts';
import { fenOf, yuanInWords } from '../../../rules/money.ts';
import { parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { guaranteeDeposit } from './contract.ts';

function sum(amount: number) {
  const words = yuanInWords(fenOf(amount));
  return text(`${words} 元`, `${words} yuan`);
}

function reference(settlement: string) {
  return text(`结算流水号 ${settlement}`, `settlement ${settlement}`);
}

export const guaranteeDepositSentences: SentencesOf<typeof guaranteeDeposit> = {
  recordPayIn: ({ amount, settlement }) => parts(sum(amount), reference(settlement)),
  useDeposit: ({ amount, item, forCase, settlement }) =>
    parts(
      sum(amount),
      item && depositTerms[item],
      forCase === undefined ? undefined : text(`案件${namedCase(forCase)}`, `case ${namedCase(forCase)}`),
      reference(settlement),
    ),
  refundDeposit: ({ amount, settlement }) => parts(sum(amount), reference(settlement)),
};
