import { expect, it } from 'vitest';
import { bulletinFigures, differences, lacksPublicBenefit, ofYear, progress, satisfaction, summed } from './figures.ts';

const months = {
  '2024-12': { matches: 5 },
  '2025-01': { matches: 2, served: 50 },
  '2025-09': { matches: 3, served: 150 },
  '2026-01': { matches: 7 },
};

it('AH-EVAL-01.1 of 2025 the months 2025-01 to 2025-12 count', () => {
  expect(ofYear(months, 2025)).toEqual({ matches: 5, served: 200 });
  expect(summed(months, '2025-07', '2025-09')).toEqual({ matches: 3, served: 150 });
});

it('AH-EVAL-02.14 a product counts in every period at whose end it is in service, not in the month of its entry alone', () => {
  const products = { '2024-11': { products: 10, matches: 1 }, '2025-11': { products: -3 } };
  expect(ofYear(products, 2024)).toEqual({ products: 10, matches: 1 });
  expect(summed(products, '2025-07', '2025-09')).toEqual({ products: 10 });
  expect(ofYear(products, 2025)).toEqual({ products: 7 });
});

it('AH-EVAL-02.1 90 satisfied of 100 are 90 %, and nobody asked is not applicable', () => {
  expect(satisfaction({ satisfied: 90, evaluations: 100 })).toBe(90);
  expect(satisfaction({})).toBeNull();
});

it('AH-EVAL-02.3 200 served and none for public benefit is flagged', () => {
  expect(lacksPublicBenefit({ served: 200 })).toBe(true);
  expect(lacksPublicBenefit({ served: 200, publicServed: 1 })).toBe(false);
  expect(lacksPublicBenefit({})).toBe(false);
});

it('AH-EVAL-05.2 the bulletin has eight figures', () => {
  expect(bulletinFigures).toHaveLength(8);
});

it('AH-EVAL-04.3 a figure that the records do not bear out is shown beside theirs', () => {
  const reported = {
    matches: 9,
    served: 0,
    activities: 0,
    users: 0,
    resources: 0,
    cooperation: 0,
    collections: 0,
    products: 0,
  };
  expect(differences(reported, { matches: 7 })).toEqual([{ figure: 'matches', reported: 9, recorded: 7 }]);
  expect(differences({ ...reported, matches: 7 }, { matches: 7 })).toEqual([]);
});

it('AH-OPS-01.6 150 of 200 enterprises are 75 %', () => {
  expect(progress(150, 200)).toEqual({ done: 150, task: 200, percent: 75 });
  // Reckoned as on paper: 29 of 100 is no 28.999 percent.
  expect([progress(29, 100), progress(57, 100)].map(({ percent }) => percent)).toEqual([29, 57]);
});
