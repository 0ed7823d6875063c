import { describe, expect, it } from 'vitest';
import { people } from '../../../test/support/engine-samples.ts';
import { SupervisedStore } from '../../../test/support/supervised-store.ts';

const RATING = 'found CLEAR_4_RATING';

/** A store that has these points from its opening on, and a point a month that is taken back. */
function steady(points: number, openedAt = '2025-03-10 10:00', rules = {}) {
  return new SupervisedStore(openedAt, { 'zeroPoints.months': 99, ...rules }).book(openedAt.slice(0, 10), points);
}

describe('quarters of low rating', () => {
  it('SH-STORE-13.1 2 stars at 2025-09-30 and 1 star at 2025-12-31 are detected at 2026-01-01 00:00', () => {
    const store = steady(201, '2025-06-10 10:00').book('2025-09-20', -1).until('2025-12-31 23:59');
    store.book('2025-12-31', -100).tell('2025-12-31 23:59');
    expect(store.putToClearance).toEqual([]);
    expect(store.state.facts.rating).toMatchObject({ state: 'LOW_ONE_QUARTER', periods: ['2025-07'] });
    store.until('2026-01-01 00:00');
    expect(store.putToClearance).toEqual([RATING]);
    expect(store.factsOf('CLEAR_4_RATING')).toEqual([
      '2025年第三季度末：2星（200 分）',
      '2025年第四季度末：1星（100 分）',
      '适用规则：评价等级连续 2 个季度为 2 星以下（规则第 1 版）',
    ]);
    expect(store.transitions.find(({ openings }) => openings.length > 0)?.at).toBe('2026-01-01T00:00:00.000+08:00');
  });

  it.each([
    [200, [RATING]],
    [201, []],
    [50, [RATING]],
  ])('SH-STORE-10.4 SH-STORE-13.2 %i points at 2025-06-30 and 2025-09-30: %j on 2025-10-01', (points, found) => {
    const store = steady(points).until('2025-09-30 23:59');
    expect(store.putToClearance).toEqual([]);
    expect(store.until('2025-10-01 00:00').putToClearance).toEqual(found);
  });

  it('SH-STORE-10.4 201 points at either quarter end are enough', () => {
    const first = steady(201).book('2025-07-01', -1).until('2025-10-01 00:00');
    const second = steady(200).book('2025-09-30', 1).until('2025-10-01 00:00');
    expect([first.putToClearance, second.putToClearance]).toEqual([[], []]);
    expect([first.state.facts.rating.state, second.state.facts.rating.state]).toEqual(['LOW_ONE_QUARTER', 'OK']);
  });

  it('SH-STORE-13.3 350 points and none in the quarter are 4 stars, and no star by the switch', () => {
    const lived = (rules = {}) => steady(350, '2025-03-10 10:00', rules).until('2025-10-01 00:00').putToClearance;
    expect(lived()).toEqual([]);
    expect(lived({ 'rating.basis': 'QUARTER' })).toEqual([RATING]);
  });

  it('SH-STORE-13.4 a store of 2025-08-05 with 120 points is detected on 2026-04-01', () => {
    const store = steady(120, '2025-08-05 10:00').until('2026-03-31 23:59');
    expect(store.putToClearance).toEqual([]);
    expect(store.until('2026-04-01 00:00').state.facts.rating.periods).toEqual(['2025-10', '2026-01']);
    expect(store.putToClearance).toEqual([RATING]);
  });

  it('SH-STORE-13.5 after 150 points at 2025-09-30 the store is told of 51 missing points and of 2025-12-31', () => {
    const store = steady(150, '2025-06-10 10:00').until('2025-10-01 09:00');
    expect(store.sent('lowQuarterWarning')).toEqual([
      {
        at: '2025-10-01T09:00',
        data: {
          quarters: [{ zh: '2025年第三季度', en: 'quarter 3 of 2025' }],
          ...{ needed: 2, points: 150, missing: 51, threeStars: 201, basis: 'CUMULATIVE' },
          ...{ nextEnd: '2025-12-31', arisesOn: '2026-01-01' },
        },
      },
    ]);
    expect(store.deadline('raiseRating')).toMatchObject({ lastDay: '2025-12-31' });
  });

  it('SH-STORE-13.5 a store that reaches 201 points is not reminded; one that falls again is warned anew', () => {
    const store = steady(150, '2025-06-10 10:00').report('2025-10-20 10:00', 51);
    expect([store.state.facts.rating.state, store.deadline('raiseRating')]).toEqual(['OK', undefined]);
    store.report('2025-12-20 10:00', -1);
    expect(store.sent('lowQuarterWarning').map((one) => one.at)).toEqual(['2025-10-01T09:00', '2025-12-20T10:00']);
    expect(store.until('2026-01-01 00:00').putToClearance).toEqual([RATING]);
  });

  it('SH-STORE-13.1 points that arrive late and are dated in a low quarter take the ground back', () => {
    const store = steady(200).until('2025-10-01 00:00').report('2025-10-03 10:00', 1, '2025-09-30');
    expect(store.putToClearance).toEqual([RATING, 'withdrawGround CLEAR_4_RATING']);
    expect(store.state.facts.rating.state).toBe('OK');
    expect(steady(200).until('2025-10-01 00:00').report('2025-10-03 10:00', 100).putToClearance).toEqual([RATING]);
  });

  it('XC-05.2 a dismissed ground comes about again with a further quarter alone', () => {
    const input = { clearanceCaseId: 'clr-1', ground: 'CLEAR_4_RATING' };
    const store = steady(50).do('clearanceDismissed', people.otherCase, input, '2025-10-09 10:00');
    store.tell('2025-10-10 10:00');
    expect(store.state.facts.rating).toMatchObject({ state: 'LOW_ONE_QUARTER', dismissed: '2025-07' });
    expect(store.until('2026-01-01 00:00').putToClearance).toEqual([RATING, RATING]);
  });

  it('SH-STORE-10.11 month and quarter of one instant put two grounds to one clearance, neither of them twice', () => {
    const store = new SupervisedStore('2025-03-10 10:00').book('2025-07-15', 5).until('2025-10-01 00:00');
    expect([...store.putToClearance].sort()).toEqual(['found CLEAR_3_ZERO_POINTS', RATING]);
    const openings = store.transitions.flatMap((one) => one.openings);
    expect(openings.map(({ joins, about }) => [joins, about])).toEqual([
      [true, 'store:sto-1'],
      [true, 'store:sto-1'],
    ]);
    expect(store.deadline('month')?.dueAt).toBe('2025-11-01T00:00:00.000+08:00');
    expect(store.deadline('quarter')?.dueAt).toBe('2026-01-01T00:00:00.000+08:00');
  });
});

describe('the level of the store', () => {
  it('SH-EVAL-11.5 from 500 to 510 points a line says 5 stars to 1 diamond, with the points', () => {
    const store = steady(500).tell('2025-03-10 11:00').report('2025-03-12 10:00', 10);
    const lines = store.transitions.flatMap((one) => one.lines.map((line) => ({ ...line, at: one.at })));
    const changes = lines.filter(({ type }) => type === 'RATING_CHANGED');
    expect(changes.map(({ title, at }) => [title.zh, title.en, at.slice(0, 10)])).toEqual([
      ['评价等级：由 未评级 改为 5星（500 分）', 'Rating: from unrated to 5 stars (500 points)', '2025-03-10'],
      ['评价等级：由 5星 改为 1钻（510 分）', 'Rating: from 5 stars to 1 diamond (510 points)', '2025-03-12'],
    ]);
    expect(changes[1]?.detail).toEqual({ from: 'STAR_5', to: 'DIAMOND_1', points: 510 });
    // Facts that leave the level as it is are worth no line.
    expect(
      store.applyFacts(store.monthlyPoints(null, '2025-03-12T10:00:00.000+08:00'), '2025-03-12T10:00:00.000+08:00'),
    ).toBeNull();
  });
});
