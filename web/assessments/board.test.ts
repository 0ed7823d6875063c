import { expect, it } from 'vitest';
import { text } from '../../rules/text.ts';
import { boardRows } from './board.ts';

const cell = (district: string, stage: string, entries: number, isOpen = true, late = 0) => ({
  ...{ district, stage, stageTitle: text(stage, stage), entries, isOpen, late },
});

it('SH-EVAL-06.1 counts the entries of a row by stage, all, open and late ones', () => {
  const cells = [
    cell('甲', 'SUBMITTED', 2),
    cell('乙', 'SUBMITTED', 1),
    cell('甲', 'SUBMITTED', 3, true, 1),
    cell('甲', 'LATE', 4, false, 4),
  ];
  const rows = boardRows(cells, ({ district }) => ({ key: district, title: text(district, district) }));
  expect(rows.map(({ key, entries, open, late }) => [key, entries, open, late])).toEqual([
    ['甲', 9, 5, 5],
    ['乙', 1, 1, 0],
  ]);
  expect(rows[0]?.stages.map(({ stage, entries }) => [stage, entries])).toEqual([
    ['SUBMITTED', 5],
    ['LATE', 4],
  ]);
});
