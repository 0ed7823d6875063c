/** How this platform reads the text where it leaves something open (interpretation, 5.2); each reading can be changed in the rules. */
import { interpretationsOf } from '../book/clauses.ts';

export const centreInterpretations = interpretationsOf('EC-CENTRE', []);
