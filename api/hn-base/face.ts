/** The doors of the regime beside its processes. */
import { declarationCall } from '../../rules/hn-base/clauses.ts';
import { declarationInterpretations } from '../../rules/hn-base/interpretations.ts';
import type { RegimeFace } from '../regimes.ts';

export const face: RegimeFace = {
  law: { texts: [declarationCall], interpretations: declarationInterpretations, grounds: [] },
  routes: [],
};
