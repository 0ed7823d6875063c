/** The rows of a bulletin: eight figures of a member for the quarter (AH-EVAL-05.2). */
import { bulletinFigures, summed, type BulletinFigure } from '../../../rules/ah/figures.ts';
import { monthsOfQuarter, type Quarter } from '../../../rules/ah/quarters.ts';
import type { MemberFigures } from '../words.ts';
import type { BulletinRow } from './contract.ts';

/** The rows of these members, in their order. */
export function bulletinRows(members: readonly MemberFigures[], quarter: Quarter): BulletinRow[] {
  const [from, to] = monthsOfQuarter(quarter);
  return members.map(({ party, name, kind, byMonth }) => {
    const sums = summed(byMonth, from, to);
    const figures = Object.fromEntries(bulletinFigures.map((figure) => [figure, sums[figure] ?? 0]));
    return { party, name, kind, figures: figures as Record<BulletinFigure, number> };
  });
}
