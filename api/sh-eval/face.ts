/** The doors of the regime beside its processes. */
import { assessmentNotice } from '../../rules/sh-eval/clauses.ts';
import { assessmentInterpretations } from '../../rules/sh-eval/interpretations.ts';
import type { RegimeFace } from '../regimes.ts';

export const face: RegimeFace = {
  law: { texts: [assessmentNotice], interpretations: assessmentInterpretations, grounds: [] },
  routes: [],
};
