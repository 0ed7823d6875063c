/** The rows of a bulletin: eight figures of each member for the quarter, while it runs and once it is frozen (AH-EVAL-05.1, 05.2). */
import { bulletinFigures, summed, type BulletinFigure, type FiguresByMonth } from './figures.ts';
import { monthsOfQuarter, type Quarter } from './quarters.ts';

/** The rows of these members, in their order: all that is known of each, with its figures of the quarter in place of those by month. */
export function bulletinRows<Member extends { readonly byMonth: FiguresByMonth }>(
  members: readonly Member[],
  quarter: Quarter,
): (Omit<Member, 'byMonth'> & { readonly figures: Record<BulletinFigure, number> })[] {
  const [from, to] = monthsOfQuarter(quarter);
  return members.map(({ byMonth, ...member }) => {
    const sums = summed(byMonth, from, to);
    const figures = Object.fromEntries(bulletinFigures.map((figure) => [figure, sums[figure] ?? 0]));
    return { ...member, figures: figures as Record<BulletinFigure, number> };
  });
}
