/** The call for declarations of demonstration bases, passage by passage (HN-BASE). */
import { clausesOf, type RegulationText } from '../book/clauses.ts';

export const declarationCall: RegulationText = { code: 'HN-BASE', clauses: clausesOf('HN-BASE', []) };
