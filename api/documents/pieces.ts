/** The pieces that documents are made of. */
import type { ReportPiece } from '../../activities/letters/sheet-setter.ts';

export const heading = (level: 1 | 2, text: string): ReportPiece => ({ kind: 'heading', level, text });

/** A heading of the first level at the top of a page: what follows is sealed or bound by itself. */
export const pageHeading = (text: string): ReportPiece => ({ kind: 'heading', level: 1, text, beginsPage: true });

/** A table; one without rows says that there is nothing. */
export function table(
  columns: readonly (readonly [head: string, share: number])[],
  rows: readonly (readonly string[])[],
): ReportPiece {
  const empty = columns.map((_, index) => (index === 0 ? '无' : ''));
  return {
    kind: 'table',
    shares: columns.map(([, share]) => share),
    head: columns.map(([head]) => head),
    rows: rows.length === 0 ? [empty] : rows,
  };
}
