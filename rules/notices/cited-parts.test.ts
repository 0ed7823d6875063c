import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { citation, type Citations } from './citation.ts';
import { citedParts } from './cited-parts.ts';

const named = (zh: string, en: string) => ({ name: text(zh, en), short: text(zh, en), objections: text('', '') });
const citations: Citations = {
  'SH-STORE': named('《办法》', 'the Measures'),
  'SH-EVAL': named('《测评通知》', 'the Assessment Notice'),
};

describe.each(['zh-CN', 'en'] as const)('XC-04.4 a text in %s', (locale) => {
  it.each([
    ['SH-STORE 四.5(1)', ['SH-STORE 四.5(1)']],
    ['SH-STORE 一.1(1)、一.1(5)', ['SH-STORE 一.1(1)', 'SH-STORE 一.1(5)']],
    ['SH-STORE 一.1末段', ['SH-STORE 一.1末段']],
    ['SH-STORE 第八条第三项(二)', ['SH-STORE 第八条第三项(二)']],
    ['SH-EVAL 第二十八条', ['SH-EVAL 第二十八条']],
  ])('is parted at its citation of %s, and says the same', (clause, clauses) => {
    const words = `A。${citation(citations, clause, locale)}，B`;
    const parts = citedParts(citations, words, locale);
    expect(parts.map((part) => part.words).join('')).toBe(words);
    expect(parts.flatMap((part) => part.clause ?? [])).toEqual(clauses);
  });

  it.each(['', '四.5(1)', '《办法》', 'the Measures', '1.2 of the law', '《办法》、《测评通知》'])(
    'that cites no clause stays whole: %s',
    (words) => {
      expect(
        citedParts(citations, words, locale)
          .map((part) => part.words)
          .join(''),
      ).toBe(words);
      expect(citedParts(citations, words, locale).flatMap((part) => part.clause ?? [])).toEqual([]);
    },
  );
});
