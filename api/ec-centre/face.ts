/** The doors of the regime beside its processes. */
import { centreStandard } from '../../rules/ec-centre/clauses.ts';
import { centreInterpretations } from '../../rules/ec-centre/interpretations.ts';
import type { RegimeFace } from '../regimes.ts';

export const face: RegimeFace = {
  law: { texts: [centreStandard], interpretations: centreInterpretations, grounds: [] },
  routes: [],
};
