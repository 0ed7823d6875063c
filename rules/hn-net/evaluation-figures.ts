import type { HnNetValues } from './config.ts';
import { hnNetValues } from './config.ts';
import type { Satisfaction, Score } from './evaluation.ts';
import { satisfactionOf } from './evaluation.ts';

/** An evaluation as the credit record of its provider has it (HN-NET-12.1, 第八条第十一项). */
export interface EvaluationOnRecord {
  readonly score: Score;
  /** False while it is hidden: it then is neither shown nor counted. */
  readonly isShown: boolean;
  /** True from the provider's report until a platform has decided on it; it is shown and counted meanwhile (HN-NET-12.2). */
  readonly isContested: boolean;
}

/** What the page of a provider says of its evaluations. */
export interface EvaluationFigures {
  /** How many of the evaluations shown have each score. */
  readonly counts: Readonly<Record<Score, number>>;
  readonly satisfaction: Satisfaction;
  /** Mean score of those shown, unrounded; null where there are none. */
  readonly meanScore: number | null;
  readonly contested: number;
  /** Hidden for unlawful content: said as a number, so that what was taken from view is not a secret (HN-NET-12.1). */
  readonly hidden: number;
}

/** The figures of a provider's evaluations, of whatever period they are given for (HN-NET-12.1, 19.1, 24.1). */
export function evaluationFigures(
  evaluations: readonly EvaluationOnRecord[],
  values: HnNetValues = hnNetValues(),
): EvaluationFigures {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  let sum = 0;
  const shown = evaluations.filter(({ isShown }) => isShown);
  for (const { score } of shown) {
    counts[score] += 1;
    sum += score;
  }
  return {
    counts,
    satisfaction: satisfactionOf(counts, values),
    meanScore: shown.length === 0 ? null : sum / shown.length,
    contested: shown.filter(({ isContested }) => isContested).length,
    hidden: evaluations.length - shown.length,
  };
}
