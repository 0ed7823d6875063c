/** The counts of a campaign put together by what one asks for: by district, or by category. */
import type { Text } from '../../rules/text.ts';

/** A count as the API gives it. */
export interface Counted {
  readonly stage: string;
  readonly stageTitle: Text;
  readonly isOpen: boolean;
  readonly entries: number;
  readonly late: number;
}

/** What stands under one district or category. */
export interface BoardRow {
  readonly key: string;
  readonly title: Text;
  readonly entries: number;
  readonly open: number;
  readonly late: number;
  /** By stage, in the order in which the stages come first. */
  readonly stages: readonly { readonly stage: string; readonly title: Text; readonly entries: number }[];
}

/** The rows in the order in which they come first. @param by key and title of the row that a count belongs to */
export function boardRows<Cell extends Counted>(
  cells: readonly Cell[],
  by: (cell: Cell) => { readonly key: string; readonly title: Text },
): BoardRow[] {
  const rows = new Map<string, BoardRow>();
  for (const cell of cells) {
    const { key, title } = by(cell);
    const { entries = 0, open = 0, late = 0, stages = [] } = rows.get(key) ?? {};
    rows.set(key, {
      key,
      title,
      entries: entries + cell.entries,
      open: open + (cell.isOpen ? cell.entries : 0),
      late: late + cell.late,
      stages: withCount(stages, cell),
    });
  }
  return [...rows.values()];
}

function withCount(stages: BoardRow['stages'], { stage, stageTitle, entries }: Counted): BoardRow['stages'] {
  const known = stages.some((one) => one.stage === stage);
  if (!known) return [...stages, { stage, title: stageTitle, entries }];
  return stages.map((one) => (one.stage === stage ? { ...one, entries: one.entries + entries } : one));
}
