import { describe, expect, it } from 'vitest';
import { people } from '../../../test/support/engine-samples.ts';
import { SupervisedStore } from '../../../test/support/supervised-store.ts';

const dismissed = { clearanceCaseId: 'clr-1', ground: 'CLEAR_3_ZERO_POINTS' };
const ZERO = 'found CLEAR_3_ZERO_POINTS';

/** A store that opened in July and gained nothing since. */
function idle(rules = {}) {
  return new SupervisedStore('2025-07-10 10:00', { 'rating.lowQuarters': 99, ...rules });
}

describe('months without new points', () => {
  it('SH-STORE-12.1 SH-STORE-10.3 August 0 and September 0 are detected at 2025-10-01 00:00, and not a minute before', () => {
    const store = idle().until('2025-09-30 23:59');
    expect(store.putToClearance).toEqual([]);
    expect(store.state.facts.zeroPoints.state).toBe('WARNED');
    store.until('2025-10-01 00:00');
    expect(store.putToClearance).toEqual([ZERO]);
    expect(store.state.facts.zeroPoints).toMatchObject({ state: 'DETECTED', periods: ['2025-08', '2025-09'] });
    // The time of the warning is over with the same moment, and was not met.
    const ended = store.transitions
      .flatMap(({ deadlines }) => deadlines)
      .filter((one) => one.deadline.name === 'gainPoints');
    expect([ended.at(-1)?.status, store.deadline('gainPoints')]).toEqual(['PASSED', undefined]);
    expect(store.transitions.find(({ openings }) => openings.length > 0)).toMatchObject({
      at: '2025-10-01T00:00:00.000+08:00',
      openings: [{ kind: 'clearance', about: 'store:sto-1', joins: true, opening: { originCaseId: 'sup-1' } }],
    });
    expect(store.factsOf('CLEAR_3_ZERO_POINTS')).toEqual([
      '2025年8月：新增积分 0 分',
      '2025年9月：新增积分 0 分',
      '适用规则：连续 2 个月累计新增为 0 分（规则第 1 版）',
    ]);
  });

  it('SH-STORE-12.1 SH-STORE-10.3 a single point at 2025-09-30 23:50 is enough', () => {
    const store = idle().report('2025-09-30 23:50', 1).until('2025-11-30 00:00');
    expect(store.putToClearance).toEqual([]);
    expect(store.state.facts.zeroPoints.state).toBe('WARNED');
  });

  it('SH-STORE-12.1 a point that arrives after midnight and is dated before it counts, whoever comes first', () => {
    const store = idle().until('2025-09-30 23:59').book('2025-09-30', 1).until('2025-10-01 00:00');
    expect(store.putToClearance).toEqual([]);
    const late = idle().until('2025-10-01 00:00').report('2025-10-02 09:00', 1, '2025-09-30');
    expect(late.putToClearance).toEqual([ZERO, 'withdrawGround CLEAR_3_ZERO_POINTS']);
    expect(late.state.facts).toMatchObject({ grounds: {}, zeroPoints: { state: 'WATCHING', periods: [] } });
    // A point of October changes nothing in August and September.
    expect(idle().until('2025-10-01 00:00').report('2025-10-02 09:00', 1).putToClearance).toEqual([ZERO]);
  });

  it('SH-STORE-12.2 a store of 2025-08-05 without points in September and October is detected on 2025-11-01', () => {
    const store = new SupervisedStore('2025-08-05 10:00').until('2025-10-31 23:59');
    expect(store.putToClearance).toEqual([]);
    store.until('2025-11-01 00:00');
    expect(store.putToClearance).toEqual([ZERO]);
  });

  it.each(['2025-08-01 00:00', '2025-08-31 23:59'])(
    'SH-STORE-12.2 a store that opened at %s has its first full month in September',
    (openedAt) => {
      const store = new SupervisedStore(openedAt).until('2025-10-31 23:59');
      expect([store.putToClearance, store.state.facts.zeroPoints.periods]).toEqual([[], ['2025-09']]);
      expect(store.until('2025-11-01 00:00').putToClearance).toEqual([ZERO]);
    },
  );

  it('SH-STORE-12.3 +10 on 3 September and -10 on 20 September make no zero month', () => {
    const store = idle().book('2025-09-03', 10).book('2025-09-20', -10).until('2025-11-01 00:00');
    expect(store.putToClearance).toEqual([]);
    expect(store.state.facts.zeroPoints.periods).toEqual(['2025-10']);
  });

  it('SH-STORE-12.4 an anniversary of 5 points on 2025-09-10 keeps the ground away; with the switch it does not', () => {
    const lived = (rules = {}) => idle(rules).book('2025-09-10', 5, true).until('2025-10-01 00:00').putToClearance;
    expect(lived()).toEqual([]);
    expect(lived({ 'zeroPoints.passiveCount': false })).toEqual([ZERO]);
  });

  it('SH-STORE-12.5 a month of zero is warned of on the first day of the next at 09:00, naming 2025-10-01', () => {
    const store = idle().until('2025-09-01 08:59');
    expect(store.sent('zeroMonthWarning')).toEqual([]);
    store.until('2025-09-01 09:00');
    expect(store.sent('zeroMonthWarning')).toEqual([
      {
        at: '2025-09-01T09:00',
        data: {
          months: [{ zh: '2025年8月', en: 'August 2025' }],
          needed: 2,
          arisesOn: '2025-10-01',
          passiveCounts: true,
        },
      },
    ]);
    expect(store.deadline('gainPoints')).toMatchObject({ lastDay: '2025-09-30' });
    expect(store.last.notices[0]?.deadlines).toMatchObject([{ name: 'gainPoints', clause: 'SH-STORE 四.5(3)' }]);
  });

  it('SH-STORE-12.5 XC-03.3 a store that gains a point is not reminded any more, and watched as before', () => {
    const store = idle().report('2025-09-05 10:00', 1).until('2025-09-30 23:59');
    expect(store.sent('zeroMonthWarning').map((one) => one.at)).toEqual(['2025-09-01T09:00']);
    expect(store.state.facts.zeroPoints.state).toBe('WATCHING');
    expect(store.deadline('gainPoints')).toBeUndefined();
    expect(store.told).toContain('CLEAR_3_ZERO_POINTS_WATCHING');
  });

  it('SH-STORE-12.5 XC-03.1 a store that gains none is reminded fourteen, seven and one days before', () => {
    expect(
      idle()
        .until('2025-09-30 23:59')
        .sent('zeroMonthWarning')
        .map((one) => one.at),
    ).toEqual(['2025-09-01T09:00', '2025-09-16T09:00', '2025-09-23T09:00', '2025-09-29T09:00']);
  });

  it('SH-STORE-12.5 a month that turns out to be zero when it is half over is warned of at once', () => {
    const store = idle().book('2025-08-20', 3, true).until('2025-09-10 10:00');
    expect(store.state.facts.zeroPoints.state).toBe('WATCHING');
    store.ledger.length = 0;
    store.tell('2025-09-10 10:00');
    expect(store.sent('zeroMonthWarning').map((one) => one.at)).toEqual(['2025-09-10T10:00']);
  });

  it('SH-STORE-12.1 by the rule of three months the warning stands until the third, which is detected', () => {
    const store = idle({ 'zeroPoints.months': 3 }).until('2025-10-31 23:59');
    expect(store.sent('zeroMonthWarning')[0]?.data['arisesOn']).toBe('2025-11-01');
    expect(store.putToClearance).toEqual([]);
    expect(store.until('2025-11-01 00:00').factsOf('CLEAR_3_ZERO_POINTS')).toHaveLength(4);
  });

  it('XC-05.2 with the switch off nothing is put to the clearance', () => {
    const store = idle({ 'clearance.detect.zeroPoints': false }).until('2025-10-01 00:00');
    expect(store.putToClearance).toEqual([]);
    expect(store.state.facts.zeroPoints.state).toBe('DETECTED');
  });

  it('SH-STORE-12.1 a ground that is with the clearance is not found again by the next month', () => {
    expect(idle().until('2026-01-01 00:00').putToClearance).toEqual([ZERO]);
  });

  it('XC-05.2 a dismissed ground comes about again only with a further month, of which the store is warned', () => {
    const store = idle().do('clearanceDismissed', people.otherCase, dismissed, '2025-10-15 10:00');
    expect(store.state.facts).toMatchObject({ grounds: {}, zeroPoints: { state: 'WATCHING', dismissed: '2025-09' } });
    store.tell('2025-10-16 10:00');
    expect(store.putToClearance).toEqual([ZERO]);
    expect(store.state.facts.zeroPoints.state).toBe('WARNED');
    expect(store.sent('zeroMonthWarning').at(-1)).toMatchObject({
      at: '2025-10-16T10:00',
      data: { arisesOn: '2025-11-01' },
    });
    expect(store.until('2025-11-01 00:00').putToClearance).toEqual([ZERO, ZERO]);
    expect(store.state.facts.zeroPoints.periods).toEqual(['2025-09', '2025-10']);
  });

  it('SH-STORE-12.6 a login a month keeps a store away from it for ever', () => {
    const store = idle();
    for (let month = 8; month <= 12; month += 1) store.report(`2025-${String(month).padStart(2, '0')}-15 10:00`, 1);
    expect(store.until('2026-01-01 00:00').putToClearance).toEqual([]);
    expect(store.noticed).not.toContain('zeroMonthWarning');
  });
});
