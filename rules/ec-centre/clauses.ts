/** The standard for e-commerce public service centres, section by section (EC-CENTRE). */
import { clausesOf, type RegulationText } from '../book/clauses.ts';

export const centreStandard: RegulationText = { code: 'EC-CENTRE', clauses: clausesOf('EC-CENTRE', []) };
