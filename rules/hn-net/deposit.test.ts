import { expect, it } from 'vitest';
import { depositTermNames, missingTerms, postingsOf } from './deposit.ts';
import { fenOf, yuanInWords } from '../money.ts';

it('HN-NET-22.2 misses each of management, use and refund', () => {
  const whole = Object.fromEntries(depositTermNames.map((name) => [name, '……']));
  expect(missingTerms(whole)).toEqual([]);
  for (const name of depositTermNames) expect(missingTerms({ ...whole, [name]: null })).toEqual([name]);
});

it('HN-NET-22.3 every movement takes from one account what it brings to another', () => {
  for (const kind of ['PAID_IN', 'USED', 'REFUNDED'] as const)
    expect(postingsOf(kind, 50_000).reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
  expect(postingsOf('USED', 100)).toEqual([
    { account: 'DEPOSIT', fen: -100 },
    { account: 'CONSUMER', fen: 100 },
  ]);
  expect([fenOf(1234.56), yuanInWords(123_456)]).toEqual([123_456, '1234.56']);
});
