import { expect, it } from 'vitest';
import { evaluationSheet, type SheetBasis } from './sheet.ts';

const figures = { evaluations: 100, satisfied: 90, served: 200, activities: 10, keyActivities: 3, quality: 3 };
const basis: SheetBasis = {
  kind: 'CITY_PLATFORM',
  data: { figures, regular: { inTime: 11, due: 12 }, tasks: { served: 300 } },
  counts: null,
  summary: { media: 3, titles: 1 },
};

function rowsOf(changes: Partial<SheetBasis> = {}) {
  const { groups } = evaluationSheet({ ...basis, ...changes });
  return new Map(groups.flatMap(({ rows }) => rows).map((row) => [row.item as string, row]));
}

const besides = (item: string) =>
  rowsOf()
    .get(item)
    ?.beside.map(({ title, n }) => `${title.en} ${n}`);
const flags = (item: string, changes: Partial<SheetBasis>) =>
  rowsOf(changes)
    .get(item)
    ?.flags.map(({ en }) => en);
const withFigures = (more: object) => ({ data: { ...basis.data!, figures: { ...figures, ...more } } });

it('AH-EVAL-01.2 AH-EVAL-01.3 has four groups for a city platform and three for an institution, with the extras apart', () => {
  expect(evaluationSheet(basis).groups.map(({ rows }) => rows.length)).toEqual([5, 2, 3, 4]);
  const { groups, bonuses, deductions } = evaluationSheet({ ...basis, kind: 'INSTITUTION' });
  expect(groups.map(({ group, rows }) => `${group} ${rows.length}`)).toEqual(['EFFECT 5', 'COOPERATION 3', 'OWN 3']);
  expect(bonuses.map(({ item, value }) => [item, value])).toEqual([
    ['media', 3],
    ['titles', 1],
  ]);
  expect(deductions.map(({ item, value }) => [item, value])).toEqual([['complaints', 0]]);
});

it('AH-EVAL-02.1 shows the satisfied share, and that it is not applicable where nobody evaluated', () => {
  expect(rowsOf().get('satisfaction')).toMatchObject({ value: 90, flags: [] });
  expect(besides('satisfaction')).toEqual(['Online evaluations 100', 'Of these, satisfied 90']);
  const nobody = withFigures({ evaluations: 0, satisfied: 0 });
  expect(rowsOf(nobody).get('satisfaction')?.value).toBeNull();
  expect(flags('satisfaction', nobody)).toEqual(['nobody evaluated it online: not applicable']);
});

it('AH-EVAL-02.3 flags enterprises served of which none was for public benefit, beside the yearly task', () => {
  expect(rowsOf().get('served')).toMatchObject({ value: 200, task: 300 });
  expect(flags('served', {})).toEqual(['no service for public benefit']);
  expect(flags('served', withFigures({ publicServed: 1 }))).toEqual([]);
});

it('AH-EVAL-02.4 AH-EVAL-02.7 AH-EVAL-02.10 shows key activities, quality resources, and reports in time of those due', () => {
  expect(rowsOf().get('activities')?.value).toBe(10);
  expect(besides('activities')).toEqual(['Of these, key activities 3']);
  expect(rowsOf().get('cultivation')?.value).toBe(3);
  expect(rowsOf().get('upload')?.value).toBe(11);
  expect(besides('upload')?.[0]).toBe('Monthly reports due 12');
});

it('AH-EVAL-02.11 without a summary what rests on it has no basis; without data nothing is counted', () => {
  for (const item of ['facilities', 'norms']) {
    expect(flags(item, { summary: null })).toEqual(['no basis without a summary: scores nothing']);
    expect(flags(item, {})).toEqual([]);
  }
  expect([...rowsOf({ data: null }).values()].map(({ value }) => value)).toEqual(Array(14).fill(null));
  expect(evaluationSheet({ ...basis, data: null, summary: null }).bonuses.map(({ value }) => value)).toEqual([
    null,
    null,
  ]);
});
