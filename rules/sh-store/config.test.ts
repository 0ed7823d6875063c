import { describe, expect, it } from 'vitest';
import { RuleValueError } from '../book/rule-book.ts';
import { shStoreRules, shStoreValues } from './config.ts';

describe('rule book', () => {
  it('XC-06.2 names clause, requirement and both languages for every value', () => {
    for (const [key, rule] of Object.entries(shStoreRules.values)) {
      expect(rule.clause, key).not.toBe('');
      expect(rule.requirement, key).toMatch(/^(SH-(STORE|EVAL)|XC)-\d\d\.\d+$/);
      expect(rule.zh && rule.en, key).toBeTruthy();
    }
  });

  it('XC-06.2 gives the numbers of the text, as plain JSON', () => {
    const values = shStoreValues();
    expect(values).toMatchObject({
      'setup.days': 5,
      'setup.limitDays': 15,
      'trial.months': 2,
      'trial.points': 1500,
      'bar.noShowMonths': 6,
      'bar.clearanceMonths': 12,
      'points.certificateCap': 200,
      'time.rollForward.trial': true,
    });
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });

  it('XC-06.2 takes another value for a key and leaves the default book alone', () => {
    expect(shStoreValues({ 'setup.days': 7, 'eligibility.professionalsShare': 66.6 })['setup.days']).toBe(7);
    expect(shStoreValues()['setup.days']).toBe(5);
  });

  it.each([
    [{ 'setup.day': 5 }, 'has no value "setup.day"'],
    [{ toString: 5 }, 'has no value "toString"'],
    [{ 'setup.days': '5' }, 'must be a number'],
    [{ 'setup.days': NaN }, '0 or more'],
    [{ 'setup.days': -1 }, '0 or more'],
    [{ 'setup.days': 4.5 }, 'whole number'],
    [{ 'eligibility.professionalsShare': 101 }, '100 percent'],
    [{ 'time.rollForward.trial': 1 }, 'true or false'],
    [{ 'rating.below100': 'STAR_9' }, 'must be one of UNRATED, STAR_1'],
  ])('XC-06.2 refuses %o', (overrides, message) => {
    expect(() => shStoreValues(overrides as Record<string, number>)).toThrow(RuleValueError);
    expect(() => shStoreValues(overrides as Record<string, number>)).toThrow(message);
  });

  it('SH-STORE-17.1 says that the text is a consultation draft of 2020-07-08', () => {
    expect(shStoreRules).toMatchObject({
      regime: 'SH_STORE',
      version: 1,
      status: { code: 'CONSULTATION_DRAFT', on: '2020-07-08' },
    });
  });
});
