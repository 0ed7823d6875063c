/** The doors of the regime beside its processes. */
import { evaluationMeasures, operationMeasures } from '../../rules/ah/clauses.ts';
import { anhuiInterpretations } from '../../rules/ah/interpretations.ts';
import type { RegimeFace } from '../regimes.ts';
import { getBulletin, getBulletinPdf, getBulletinWord, listAnhuiBulletins } from './routes/bulletins.ts';
import { exportEvaluations, getEvaluations } from './routes/evaluations.ts';
import { exportMembers, listMembers } from './routes/members.ts';
import { listNeeds } from './routes/needs.ts';
import { getAnhuiNetwork, listResidents } from './routes/network.ts';
import { exportReports, listReports, tableReports } from './routes/reports.ts';

export const face: RegimeFace = {
  law: { texts: [operationMeasures, evaluationMeasures], interpretations: anhuiInterpretations, grounds: [] },
  routes: [
    getAnhuiNetwork,
    listResidents,
    listMembers,
    exportMembers,
    listNeeds,
    listReports,
    tableReports,
    exportReports,
    listAnhuiBulletins,
    getBulletin,
    getBulletinPdf,
    getBulletinWord,
    getEvaluations,
    exportEvaluations,
  ],
};
