import { expect, it } from 'vitest';
import { categories, categoriesOnForm, categoryAtFormPosition, categoryCodes } from './categories.ts';
import { gradeCodes } from './grades.ts';

it('SH-EVAL-03.1 there are ten categories, numbered as in the notice', () => {
  expect(categoryCodes.map((code) => categories[code].number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it('SH-EVAL-03.4 place 2 of the form is TECH_INNOVATION and not HUMAN_RESOURCES', () => {
  expect(categoryAtFormPosition(2)).toBe('TECH_INNOVATION');
  expect(categoriesOnForm.map((code) => categories[code].number)).toEqual([1, 9, 4, 3, 7, 8, 5, 6, 2, 10]);
  expect(categoryCodes.map((code) => categoryAtFormPosition(categories[code].formPosition))).toEqual(categoryCodes);
  expect(categoryAtFormPosition(11)).toBeNull();
});

it('SH-EVAL-01.2 the grades are excellent, good and unqualified; there is no plain pass', () => {
  expect(gradeCodes).toEqual(['EXCELLENT', 'GOOD', 'UNQUALIFIED']);
});
