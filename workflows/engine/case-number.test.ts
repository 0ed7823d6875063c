import { expect, it } from 'vitest';
import { caseNumber, casesNamedIn, namedCase, withNumbers } from './case-number.ts';

it('XC-05.1 a number of a case is made of the marks of body and kind, the year and a running number', () => {
  const parts = { body: '沪企服', kind: '店申', year: '2025', number: 12 };
  expect(caseNumber('{body}{kind}〔{year}〕{number}号', parts)).toBe('沪企服店申〔2025〕12号');
});

it('XC-05.1 cases are named in words by their numbers, wherever the words stand, and by the id where no number is known', () => {
  const words = {
    title: { zh: `由 ${namedCase('app-1')} 引出，另见 ${namedCase('app-2')}` },
    notices: [{ data: { from: namedCase('app-1'), at: '2025-09-26', count: 3, none: null } }],
  };
  expect(casesNamedIn(words)).toEqual(['app-1', 'app-2']);
  expect(withNumbers(words, new Map([['app-1', '沪企服店申〔2025〕12号']]))).toEqual({
    title: { zh: '由 沪企服店申〔2025〕12号 引出，另见 app-2' },
    notices: [{ data: { from: '沪企服店申〔2025〕12号', at: '2025-09-26', count: 3, none: null } }],
  });
});
