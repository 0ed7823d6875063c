import { expect, it } from 'vitest';
import { pointsRows } from '../sh-store/points-table.ts';
import { angleTitles, dimensionTitles, indicatorKeys, indicators, indicatorsOf, type Dimension } from './indicators.ts';

const dimensions = Object.keys(dimensionTitles) as Dimension[];

it('SH-EVAL-08.1 there are five groups with 13 indicators: 4, 2, 1, 5 and 1', () => {
  expect(dimensions.map((dimension) => indicatorsOf(dimension).length)).toEqual([4, 2, 1, 5, 1]);
  expect(indicatorKeys).toHaveLength(13);
});

it('SH-EVAL-08.2 what is assessed on documents links to filed documents', () => {
  for (const dimension of ['ORGANISATION', 'MANAGEMENT', 'PUBLIC_BENEFIT'] as const)
    for (const key of indicatorsOf(dimension)) expect([key, indicators[key].materials.length > 0]).toEqual([key, true]);
});

it('SH-EVAL-08.4 effectiveness rests on the six sub-totals of the points, each once', () => {
  const angles = indicatorsOf('EFFECTIVENESS').flatMap((key) => indicators[key].angles);
  const known = [...new Set(pointsRows.flatMap(({ angle }) => angle ?? []))];
  expect(angles).toHaveLength(6);
  expect([...angles].sort()).toEqual([...known].sort());
  expect(Object.keys(angleTitles)).toEqual(angles);
});
