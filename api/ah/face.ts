/** The doors of the regime beside its processes. */
import { evaluationMeasures, operationMeasures } from '../../rules/ah/clauses.ts';
import { anhuiInterpretations } from '../../rules/ah/interpretations.ts';
import type { RegimeFace } from '../regimes.ts';

export const face: RegimeFace = {
  law: { texts: [operationMeasures, evaluationMeasures], interpretations: anhuiInterpretations, grounds: [] },
  routes: [],
};
