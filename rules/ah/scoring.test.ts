import { describe, expect, it } from 'vitest';
import { ahValues } from './config.ts';
import { sheetFor, type MemberKind } from './indicators.ts';
import { consequenceOf, gradeOf, NOT_CONFIGURED, rankIn, totalOf, type Marks } from './scoring.ts';

const none = { media: 0, titles: 0, complaints: 0 };
const points = { 'evaluation.points.media': 1, 'evaluation.points.titles': 2, 'evaluation.points.complaints': 3 };

function configured(kind: MemberKind) {
  const weights = sheetFor(kind).items.map((item) => [`evaluation.weights.${kind}.${item}`, 10]);
  return ahValues({ ...Object.fromEntries(weights), ...points });
}

function marks(kind: MemberKind, each: number): Marks {
  return Object.fromEntries(sheetFor(kind).items.map((item) => [item, each]));
}

describe('the total', () => {
  it('AH-EVAL-01.4 without weights is not configured, and not 0', () => {
    expect(totalOf('INSTITUTION', marks('INSTITUTION', 8), none, ahValues())).toBe(NOT_CONFIGURED);
    for (const key of ['evaluation.points.media', 'evaluation.weights.INSTITUTION.upload']) {
      for (const open of [null, 0, undefined]) {
        const rules = { ...configured('INSTITUTION'), [key]: open };
        expect(totalOf('INSTITUTION', marks('INSTITUTION', 8), none, rules)).toBe(NOT_CONFIGURED);
      }
    }
    expect(() => ahValues({ 'evaluation.weights.INSTITUTION.upload': 0 })).toThrow('above 0');
  });

  it('AH-EVAL-01.3 adds bonuses to the base score and takes deductions off', () => {
    const of = (counts: object) =>
      totalOf('INSTITUTION', marks('INSTITUTION', 8), { ...none, ...counts }, configured('INSTITUTION'));
    expect(of({})).toBe(88);
    expect(of({ media: 3, titles: 1 })).toBe(93);
    expect(of({ complaints: 2 })).toBe(82);
    expect(of({ complaints: 50 })).toBe(0);
  });

  it('AH-EVAL-07.1 the same marks on other items come to the same total, so that equal members share a place', () => {
    const { items } = sheetFor('INSTITUTION');
    const others = items.filter((item) => item !== 'satisfaction');
    const weights = items.map((item) => [`evaluation.weights.INSTITUTION.${item}`, item === 'satisfaction' ? 20 : 8]);
    const values = ahValues({ ...Object.fromEntries(weights), ...points });
    const given = [3.5, 6.6, 7.8, 6.7, 4.2, 0, 6.4, 1.9, 0.8, 7.5];
    expect(given).toHaveLength(others.length);
    const of = (order: readonly number[]) => {
      const sheet: Marks = { satisfaction: null, ...Object.fromEntries(others.map((item, nth) => [item, order[nth]])) };
      return totalOf('INSTITUTION', sheet, none, values);
    };
    // 45.4 of 80 applicable are 56.75 of 100.
    expect([of(given), of(given.toReversed()), of(given.toSorted())]).toEqual([56.8, 56.8, 56.8]);
  });

  it('AH-EVAL-02.1 an item that is not applicable weighs nothing, and one without basis scores nothing', () => {
    const full = marks('INSTITUTION', 10);
    const values = configured('INSTITUTION');
    expect(totalOf('INSTITUTION', { ...full, satisfaction: null }, none, values)).toBe(110);
    const { facilities: _, ...withoutSummary } = full;
    expect(totalOf('INSTITUTION', withoutSummary, none, values)).toBe(100);
  });
});

describe('the grade', () => {
  it('AH-EVAL-07.5 with limits 90 and 60, 90 is excellent and 59.9 unqualified; without limits it is graded by hand', () => {
    const values = ahValues({ 'evaluation.limits.excellent': 90, 'evaluation.limits.qualified': 60 });
    expect([90, 89.9, 60, 59.9].map((total) => gradeOf(total, values))).toEqual([
      ...['EXCELLENT', 'QUALIFIED', 'QUALIFIED', 'UNQUALIFIED'],
    ]);
    expect(gradeOf(95, ahValues())).toBe(NOT_CONFIGURED);
    expect(gradeOf(95, ahValues({ 'evaluation.limits.excellent': 90 }))).toBe(NOT_CONFIGURED);
  });

  it('AH-EVAL-07.2 AH-EVAL-07.3 qualified is retained; unqualified loses title or residency', () => {
    expect(consequenceOf('CITY_PLATFORM', 'QUALIFIED')).toBe('RETAINED');
    expect(consequenceOf('CITY_PLATFORM', 'UNQUALIFIED')).toBe('TITLE_CANCELLED');
    expect(consequenceOf('INSTITUTION', 'UNQUALIFIED')).toBe('RESIDENCY_CANCELLED');
  });

  it('AH-EVAL-07.1 equal totals share a rank', () => {
    expect([90, 80, 80, 70].map((total) => rankIn(total, [80, 90, 70, 80]))).toEqual([1, 2, 2, 4]);
  });
});
