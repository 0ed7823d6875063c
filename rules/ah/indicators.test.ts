import { expect, it } from 'vitest';
import { sheetFor } from './indicators.ts';

it('AH-EVAL-01.2 a city platform has four groups of fourteen items, an institution no resource gathering and no internet platform', () => {
  const city = sheetFor('CITY_PLATFORM');
  expect([city.groups.length, city.items.length]).toEqual([4, 14]);
  const institution = sheetFor('INSTITUTION');
  expect(institution.groups).toEqual(['EFFECT', 'COOPERATION', 'OWN']);
  expect(institution.items).toHaveLength(11);
});

it('AH-EVAL-02.6 AH-EVAL-02.13 of an institution the rows of resources and of the internet platform are absent', () => {
  const { items } = sheetFor('INSTITUTION');
  for (const absent of ['resources', 'cultivation', 'internet'] as const) expect(items).not.toContain(absent);
});

it('AH-EVAL-01.3 two bonus items and one deduction stand apart from the base', () => {
  const { bonuses, deductions, items } = sheetFor('INSTITUTION');
  expect([bonuses, deductions]).toEqual([['media', 'titles'], ['complaints']]);
  expect(items.filter((name) => [...bonuses, ...deductions].includes(name as never))).toEqual([]);
});
