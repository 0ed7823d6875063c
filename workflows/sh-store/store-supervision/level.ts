/** The level of the store as its supervision knows it: a change stands on the timeline with its points (SH-EVAL-11.5). */
import { changed, entry, remarked } from '../../../rules/phrases.ts';
import { balanceOf, type MonthlyPoints } from '../../../rules/sh-store/monthly-points.ts';
import { ratingBands, ratingOf } from '../../../rules/sh-store/rating.ts';
import { text } from '../../../rules/text.ts';
import type { Supervision } from './contract.ts';

export function noteLevel(step: Supervision, points: MonthlyPoints): void {
  const balance = balanceOf(points);
  const { level, title } = ratingOf(balance, step.rules);
  const before = step.facts.level;
  if (level === before) return;
  step.facts.level = level;
  const was = ratingBands.find((band) => band.level === before)?.title ?? title;
  const at = text(`${balance} 分`, balance === 1 ? '1 point' : `${balance} points`);
  step.record('RATING_CHANGED', entry(text('评价等级', 'Rating'), remarked(changed(was, title), at)), {
    clause: 'SH-EVAL 评价等级',
    requirement: 'SH-EVAL-11.5',
    detail: { from: before, to: level, points: balance },
  });
}
