/** What the examination calls a fault, and what not: its judgement must be able to fail. */
import { describe, expect, it } from 'vitest';
import { disagreements, type Entry } from './ledger.ts';
import { outagesOf } from './outages.ts';
import { wrongAnswers } from './examine.ts';

const entry = (told: Entry['told'], mark = 'm1'): Entry => ({ mark, what: 'a firm files', told, answer: '', sent: 2 });
const times = (count: number) => new Map(count === 0 ? [] : [['m1', count]]);

describe('what people were told against the records', () => {
  it.each([
    ['DONE', 0, /^lost: a firm files \(m1, sent 2 times/],
    ['DONE', 2, /^doubled: .* recorded 2 times/],
    ['UNKNOWN', 2, /^doubled: /],
    ['REFUSED', 1, /^misled: /],
    ['REFUSED', 2, /^doubled: /],
  ] as const)('XC-05.6 a request told %s and recorded %i times is a fault', (told, count, words) => {
    expect(disagreements([entry(told)], times(count))).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    ['DONE', 1],
    ['UNKNOWN', 0],
    ['UNKNOWN', 1],
    ['REFUSED', 0],
  ] as const)('XC-05.6 a request told %s and recorded %i times is as it must be', (told, count) => {
    expect(disagreements([entry(told)], times(count))).toEqual([]);
  });

  it('XC-05.6 each request is held against its own mark', () => {
    expect(disagreements([entry('DONE'), entry('DONE', 'm2')], times(1))).toEqual([expect.stringContaining('(m2,')]);
  });
});

describe('answers while parts are away', () => {
  const answer = (status: number, at: number, retryAfter: string | null = '5') => ({
    ...{ at, what: 'a case', changing: false, status, code: '', retryAfter, ms: 10 },
  });
  const windows = [{ from: 1_000, to: 2_000 }];

  it('XC-05.6 an internal error is a fault at any time', () => {
    expect(wrongAnswers([answer(500, 1_500)], windows)).toEqual([expect.stringMatching(/^a fault: a case: 500/)]);
  });

  it('XC-05.6 to be told to come back says when', () => {
    expect(wrongAnswers([answer(503, 1_500, null)], windows)).toEqual([expect.stringMatching(/^no Retry-After/)]);
  });

  it.each([503, 504, 0])('XC-05.6 %i is right while something is away, and not when nothing is', (status) => {
    expect(wrongAnswers([answer(status, 1_500), answer(status, 995)], windows)).toEqual([]);
    expect(wrongAnswers([answer(status, 2_001), answer(status, 900)], windows)).toEqual([
      expect.stringMatching(/^nothing was away/),
      expect.stringMatching(/^nothing was away/),
    ]);
  });

  it('XC-05.6 answers and refusals are no faults', () => {
    expect(wrongAnswers([answer(200, 0), answer(409, 0), answer(422, 0)], windows)).toEqual([]);
  });
});

describe('the plan of the outages', () => {
  it('XC-05.6 the same seed makes the same plan, another seed another', () => {
    expect(outagesOf(1, 20)).toEqual(outagesOf(1, 20));
    expect(outagesOf(2, 20)).not.toEqual(outagesOf(1, 20));
    expect(new Set(outagesOf(1, 80).map(({ part }) => part)).size).toBe(4);
  });
});
