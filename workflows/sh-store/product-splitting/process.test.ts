import { expect, it } from 'vitest';
import { at, PaperCase, people, SUBJECT } from '../../../test/support/engine-samples.ts';
import type { ProductSplittingFacts } from './contract.ts';
import { productSplitting } from './process.ts';

const product = (n: number) => ({ productId: `p-${n}`, caseId: `prd-${n}`, name: `代理记账（第${n}期）` });
const pair = (a: number, b: number, score = 90) => ({ a: product(a), b: product(b), score });
const reason = '同一服务按期拆分';

function proposed(pairs = [pair(1, 2)]) {
  return new PaperCase<ProductSplittingFacts>(
    productSplitting,
    { storeId: 'sto-1', pairs },
    { id: 'spl-1', about: 'store:sto-1', openedAt: at('2025-09-26 10:00'), parties: { provider: [SUBJECT] } },
  );
}

it('SH-STORE-08.8 shows the pairs that were seen with their likeness, and changes nothing of itself', () => {
  const one = proposed();
  expect(one.last.tasks).toMatchObject([{ name: 'splittingDecision', detail: { pairs: [pair(1, 2)] } }]);
  expect(one.last.lines.find(({ type }) => type === 'SPLITTING_PROPOSED')?.title.zh).toContain(
    '“代理记账（第1期）”与“代理记账（第2期）”相似度 90%',
  );
  expect([one.last.writes, one.last.messages, one.last.notices]).toEqual([[], [], []]);
});

it('SH-STORE-08.8 takes more pairs as they are found, none twice', () => {
  const one = proposed();
  one.act('addPairs', people.otherCase, { storeId: 'sto-1', pairs: [pair(2, 1, 95), pair(3, 1)] });
  expect(one.state.facts.pairs).toEqual([pair(2, 1, 95), pair(3, 1)]);
  expect(one.tasks).toEqual(['splittingDecision']);
});

it('SH-STORE-08.8 confirmed, the products named are returned and their points taken back, naming the case', () => {
  const pairs = Array.from({ length: 14 }, (_, index) => pair(1, index + 2));
  const one = proposed(pairs);
  const productIds = Array.from({ length: 15 }, (_, index) => `p-${index + 1}`);
  one.act('confirmSplitting', people.reviewer, { productIds, reason }, at('2025-09-28 10:00'));
  expect(one.state).toMatchObject({ outcome: 'CONFIRMED', tasks: [] });
  expect(one.last.writes).toMatchObject([{ write: 'takeBackPoints', data: { storeId: 'sto-1', productIds } }]);
  expect(one.last.messages).toHaveLength(15);
  expect(one.last.messages[0]).toMatchObject({ to: 'prd-1', action: 'splittingFound', input: { finding: reason } });
  expect(one.noticed).toEqual(['splittingConfirmed']);
});

it('SH-STORE-08.8 leaves alone what is not named, and refuses what was not seen', () => {
  const one = proposed([pair(1, 2), pair(1, 3)]);
  expect(() => one.act('confirmSplitting', people.reviewer, { productIds: ['p-9'], reason })).toThrow('p-9');
  one.act('confirmSplitting', people.reviewer, { productIds: ['p-2'], reason });
  expect(one.last.messages.map(({ to }) => to)).toEqual(['prd-2']);
});

it('SH-STORE-08.7 dismissed, nothing happens to the products; only a reviewer of the body decides', () => {
  const one = proposed();
  for (const who of [people.provider, people.manager, people.reviewerElsewhere])
    expect(() => one.act('dismissSplitting', who, { reason })).toThrow();
  one.act('dismissSplitting', people.reviewer, { reason });
  expect(one.state.outcome).toBe('DISMISSED');
  expect([one.last.writes, one.last.messages]).toEqual([[], []]);
});
