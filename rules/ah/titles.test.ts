import { expect, it } from 'vitest';
import { countedReports, countedTitles } from './titles.ts';

it('AH-EVAL-02.15 of reports those with a link count: 3 of 4', () => {
  const link = 'https://example.cn/1';
  expect(countedReports([{ link }, { link }, { link }, {}])).toBe(3);
});

it('AH-EVAL-02.16 of a national and a city title one counts', () => {
  expect(countedTitles(['NATIONAL', 'CITY'])).toBe(1);
});
