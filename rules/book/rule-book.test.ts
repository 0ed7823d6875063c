import { describe, expect, expectTypeOf, it } from 'vitest';
import type { NumberKey, RuleBook, SwitchKey, ValuesOf } from './rule-book.ts';
import { choice, lost, resolveValues, rule, stillFitting } from './rule-book.ts';
import { timeValues } from './time-values.ts';

const values = {
  'answer.days': rule(5, 'working day', 'X 1', 'XC-06.2', '答复期限', 'Time to answer'),
  'answer.moves': rule(true, 'switch', 'A-02', 'XC-06.2', '期末顺延', 'The end moves past days off'),
  'answer.by': choice(['PARTY', 'PLATFORM'], 'X 2', 'XC-06.2', '由谁答复', 'Who answers'),
  'answer.weight': lost('point', 'A-82', 'AH-EVAL-01.4', '答复的分值', 'Points of the answer'),
} as const;

type Values = ValuesOf<typeof values>;

const book: RuleBook<typeof values> = {
  regime: 'X',
  version: 1,
  title: { zh: '示例', en: 'Example' },
  status: { code: 'IN_FORCE', on: '2020-01-01', from: '2020-02-01', zh: '施行中', en: 'In force' },
  values,
};

describe('the types of a rule book', () => {
  it('XC-06.2 knows which keys hold a number and which a switch', () => {
    expectTypeOf<NumberKey<Values>>().toEqualTypeOf<'answer.days'>();
    expectTypeOf<SwitchKey<Values>>().toEqualTypeOf<'answer.moves'>();
    expectTypeOf<Values['answer.by']>().toEqualTypeOf<'PARTY' | 'PLATFORM'>();
    const length = (key: NumberKey<Values>) => resolveValues(book)[key];
    expect(length('answer.days')).toBe(5);
    // @ts-expect-error a switch is no length
    expect(length('answer.moves')).toBe(true);
    // @ts-expect-error nor is a key of another book
    expect(length('trial.months')).toBeUndefined();
  });

  it('XC-06.1 gives every book the same conventions on the end of a day and on reminders', () => {
    const shared = { ...book, values: { ...values, ...timeValues } };
    expectTypeOf<NumberKey<ValuesOf<typeof shared.values>>>()
      .extract<'reminders.hour'>()
      .toEqualTypeOf<'reminders.hour'>();
    expect(resolveValues<typeof shared.values>(shared)).toMatchObject({
      'time.endOfDay': '24:00',
      'reminders.hour': 9,
    });
  });
});

describe('a number that was lost with the text', () => {
  it('AH-EVAL-01.4 SH-EVAL-08.6 is not set, never 0, and no length of a period', () => {
    expectTypeOf<Values['answer.weight']>().toEqualTypeOf<number | null>();
    expect(resolveValues(book)['answer.weight']).toBeNull();
    expect(resolveValues(book, { 'answer.weight': 10 })['answer.weight']).toBe(10);
    expect(resolveValues(book, { 'answer.weight': null })['answer.weight']).toBeNull();
    expect(resolveValues(book, { 'answer.weight': 1.5 })['answer.weight']).toBe(1.5);
    for (const wrong of [0, -1, true, '10']) {
      expect(() => resolveValues(book, { 'answer.weight': wrong }), String(wrong)).toThrow(/"answer.weight" must/);
    }
  });

  it('XC-06.2 any other value cannot be left without one', () => {
    expect(() => resolveValues(book, { 'answer.days': null })).toThrow('must be a number; it was given null');
  });

  it('XC-06.2 of values that an earlier edition held, those stay that the book has and can hold', () => {
    const earlier = { 'answer.days': 7, 'answer.weight': 0, 'answer.by': 'NOBODY', 'answer.gone': 1 };
    expect(stillFitting(book, earlier)).toEqual({ 'answer.days': 7 });
  });
});
