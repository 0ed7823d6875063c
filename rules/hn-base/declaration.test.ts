import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hnBaseRules } from './config.ts';
import { eligibilityOf, type Declared } from './eligibility.ts';
import { drawn, seedOf } from './lot.ts';
import { isTied, meanOf, ranked, refuseSelection, type Entry } from './selection.ts';

const month = (n: number, filedOn: string | null = `2018-${String(n).padStart(2, '0')}-08`) => ({
  dueOn: `2018-${String(n).padStart(2, '0')}-10`,
  filedOn,
});
const declared: Declared = {
  recognition: '湘工信中小〔2018〕12号',
  contest: true,
  cloud: true,
  activities: 1,
  reports: Array.from({ length: 12 }, (_, index) => month(index + 1)),
};

function shows(changes: Partial<Declared>, item: string) {
  const finding = eligibilityOf({ ...declared, ...changes }, 1).find((one) => one.item === item);
  return [finding?.shows, finding?.words.en];
}

describe('who may declare', () => {
  it('HN-BASE-01.1 shows the document of the provincial recognition', () => {
    expect(shows({}, 'RECOGNITION')).toEqual(['MET', '湘工信中小〔2018〕12号']);
    expect(shows({ recognition: null }, 'RECOGNITION')).toEqual(['NOT_MET', 'no document']);
  });

  it('HN-BASE-01.2 needs a record of the contest and of the cloud activities', () => {
    expect(shows({}, 'CONTEST_AND_CLOUD')[0]).toBe('MET');
    expect(shows({ contest: false, cloud: false }, 'CONTEST_AND_CLOUD')[0]).toBe('NOT_MET');
    expect(shows({ cloud: false }, 'CONTEST_AND_CLOUD')[0]).toBe('NOT_MET');
  });

  it('HN-BASE-01.3 needs as many service activities as the rules say', () => {
    expect(shows({ activities: 0 }, 'ACTIVITIES')).toEqual(['NOT_MET', '0, at least 1']);
    expect(eligibilityOf(declared, 2).find(({ item }) => item === 'ACTIVITIES')?.shows).toBe('NOT_MET');
  });

  it('HN-BASE-01.4 counts two late of twelve, one of them never filed', () => {
    const reports = [month(1, '2018-01-11'), month(2, null), ...declared.reports.slice(2)];
    expect(shows({ reports }, 'REPORTS')).toEqual(['NOT_MET', '2 late of 12']);
    expect(shows({}, 'REPORTS')).toEqual(['MET', '0 late of 12']);
  });
});

describe('the lot', () => {
  const pool = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    expert: `person:${id}`,
    conflicts: id === 'c' ? ['BASE'] : [],
  }));
  const seed = seedOf({ call: 'bcl-1', filingDay: '2019-04-26', pool, declaration: 'bdc-1' });

  it('HN-BASE-03.1 follows from what is recorded, whatever order the pool was written in', () => {
    const again = seedOf({ call: 'bcl-1', filingDay: '2019-04-26', pool: pool.toReversed(), declaration: 'bdc-1' });
    expect(again).toBe('bcl-1 2019-04-26 person:a person:b person:c person:d person:e bdc-1');
    expect(drawn(pool.toReversed(), 'OTHER', again)).toEqual(drawn(pool, 'OTHER', seed));
    const orders = ['bdc-1', 'bdc-2', 'bdc-3', 'bdc-4'].map((declaration) =>
      drawn(pool, 'OTHER', seedOf({ call: 'bcl-1', filingDay: '2019-04-26', pool, declaration })).join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  it('HN-BASE-03.1 draws nobody who has to do with the base', () => {
    expect(drawn(pool, 'OTHER', seed)).toHaveLength(5);
    expect(drawn(pool, 'BASE', seed)).toHaveLength(4);
    expect(drawn(pool, 'BASE', seed)).not.toContain('person:c');
  });
});

describe('the selection', () => {
  const entry = (n: number, score: number | null, selected = false): Entry => ({
    ...{ declaration: `bdc-${n}`, base: `B${n}`, name: `基地${n}`, city: 'hn-dept-changsha', score, selected },
  });
  const quota = hnBaseRules.values['base.quota'].value;
  const field = [entry(1, 95), entry(2, 90), entry(3, 88), entry(4, 85), entry(5, 80)];

  it('HN-BASE-03.1 selects nobody while an opinion is missing', () => {
    expect(() => refuseSelection([entry(1, null)], entry(1, null), quota, null)).toThrow('not complete');
    expect(() => refuseSelection([entry(1, 90), entry(2, null)], entry(1, 90), quota, null)).toThrow(
      'Other declarations',
    );
    expect(meanOf([80, 85, 91])).toBe(85.33);
  });

  it('HN-BASE-03.2 refuses a fifth, and whom the scores put behind', () => {
    expect(quota).toBe(4);
    const four = field.map((one, index) => ({ ...one, selected: index < 4 }));
    expect(() => refuseSelection(four, four[4] as Entry, quota, '好')).toThrow('4 bases are selected already');
    expect(() => refuseSelection(field, field[4] as Entry, quota, '好')).toThrow('place 5');
    expect(() => refuseSelection(field, field[3] as Entry, quota, null)).not.toThrow();
  });

  it('HN-BASE-03.3 asks for a reason where places 4 and 5 are equal, and nowhere else', () => {
    const tied = [...field.slice(0, 4), entry(5, 85)];
    expect([3, 4].map((n) => isTied(tied, tied[n] as Entry, quota))).toEqual([true, true]);
    expect(() => refuseSelection(tied, tied[4] as Entry, quota, null)).toThrow('same score');
    expect(() => refuseSelection(tied, tied[4] as Entry, quota, '服务企业更多')).not.toThrow();
    expect(() => refuseSelection(tied, tied[0] as Entry, quota, null)).not.toThrow();
    expect(ranked(tied).map(({ declaration }) => declaration)).toEqual(['bdc-1', 'bdc-2', 'bdc-3', 'bdc-4', 'bdc-5']);
  });

  it('HN-BASE-03.1 the places follow from the scores alone, however often and in whatever order they are reckoned', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()), (given, draws) => {
        const entries = given.map((one, n) => entry(n, meanOf(one)));
        // As they are written down and read again, in another order, with the opinions in another order.
        const kept = JSON.parse(JSON.stringify(entries)) as Entry[];
        const shuffled = kept
          .map((one) => ({ one, at: draws.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const places = ranked(entries);
        expect(ranked(shuffled)).toEqual(places);
        expect(ranked(places)).toEqual(places);
        expect(given.map((one) => meanOf([...one].reverse()))).toEqual(entries.map(({ score }) => score));
      }),
    );
  });
});
