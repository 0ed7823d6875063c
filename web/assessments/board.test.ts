import { expect, it } from 'vitest';
import { text } from '../../rules/text.ts';
import { boardRows } from './board.ts';

const cell = (district: string, stage: string, entries: number, isOpen = true) => ({
  ...{ district, stage, stageTitle: text(stage, stage), entries, isOpen },
});

it('SH-EVAL-06.1 counts the entries of a row by stage, all and open ones', () => {
  const cells = [
    cell('甲', 'SUBMITTED', 2),
    cell('乙', 'SUBMITTED', 1),
    cell('甲', 'SUBMITTED', 3),
    cell('甲', 'LATE', 4, false),
  ];
  const rows = boardRows(cells, ({ district }) => ({ key: district, title: text(district, district) }));
  expect(rows.map(({ key, entries, open }) => [key, entries, open])).toEqual([
    ['甲', 9, 5],
    ['乙', 1, 1],
  ]);
  expect(rows[0]?.stages.map(({ stage, entries }) => [stage, entries])).toEqual([
    ['SUBMITTED', 5],
    ['LATE', 4],
  ]);
});
