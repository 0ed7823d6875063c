import { expect, it } from 'vitest';
import { missingItems, promotionItemNames, unprovenClaims } from './promotion.ts';

it('HN-NET-13.2 misses each of the items beside the period', () => {
  const whole = Object.fromEntries(promotionItemNames.map((name) => [name, '……']));
  expect(missingItems(whole)).toEqual([]);
  for (const name of promotionItemNames) expect(missingItems({ ...whole, [name]: ' ' })).toEqual([name]);
});

it('HN-NET-13.1 names the claims that nothing proves', () => {
  expect(
    unprovenClaims([
      { claim: '原价1000元', fileIds: ['f-1'] },
      { claim: '全省最低价', fileIds: [] },
    ]),
  ).toEqual(['全省最低价']);
});
