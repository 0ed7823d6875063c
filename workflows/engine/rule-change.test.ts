import { expect, it } from 'vitest';
import { rule } from '../../rules/book/rule-book.ts';
import { ruleChange } from './rule-change.ts';

it('XC-06.2 XC-04.4 a value that changed is said with both values, one of a thing in the singular', () => {
  const points = rule(1, 'point', 'A-1', 'XC-06.2', '加分', 'Bonus');
  expect(ruleChange(points, { key: 'bonus', from: null, to: 1 })).toMatchObject({
    en: 'Bonus: from not set to 1 point',
  });
  expect(ruleChange(points, { key: 'bonus', from: 1, to: 2 })).toEqual({
    zh: '加分：由 1 分 改为 2 分',
    en: 'Bonus: from 1 point to 2 points',
  });
});
