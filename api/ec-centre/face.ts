/** The doors of the regime beside its processes: its registers are public (EC-CENTRE-03.2). */
import { centreStandard } from '../../rules/ec-centre/clauses.ts';
import { centreInterpretations } from '../../rules/ec-centre/interpretations.ts';
import { centreStatuses, pointStatuses } from '../../rules/ec-centre/centre.ts';
import { entryStatuses } from '../../rules/ec-centre/services.ts';
import { text } from '../../rules/text.ts';
import { registers } from '../../workflows/ec-centre/words.ts';
import type { RegimeFace } from '../regimes.ts';
import { caseReferables } from './case-referables.ts';
import { listCentres, listFindings } from './routes/centres.ts';
import { listDirectory } from './routes/directory.ts';
import { exportReviews } from './routes/reviews.ts';

export const face: RegimeFace = {
  law: { texts: [centreStandard], interpretations: centreInterpretations, grounds: [] },
  routes: [listCentres, listFindings, listDirectory, exportReviews],
  caseReferables,
  publicRegisters: {
    [registers.centres]: {
      title: text('电商公共服务中心', 'E-commerce public service centres'),
      statuses: centreStatuses,
    },
    [registers.points]: { title: text('电商服务联络点', 'Liaison points'), statuses: pointStatuses },
    [registers.directory]: {
      title: text('服务与服务商名录', 'Directory of services and providers'),
      statuses: entryStatuses,
    },
  },
};
