/** The doors of the regime beside its processes, and the sheet that an evaluation shows. */
import { caseNumbers } from '../../prisma/case-numbers.ts';
import type { Database } from '../../prisma/client.ts';
import { evaluationMeasures, operationMeasures } from '../../rules/ah/clauses.ts';
import { anhuiInterpretations } from '../../rules/ah/interpretations.ts';
import { evaluationSheet } from '../../rules/ah/sheet.ts';
import type { AnnualEvaluationFacts } from '../../workflows/ah/annual-evaluation/facts.ts';
import { registers } from '../../workflows/ah/words.ts';
import type { RegimeFace } from '../regimes.ts';
import { getBulletin, getBulletinPdf, getBulletinWord, listAnhuiBulletins } from './routes/bulletins.ts';
import { exportEvaluations, getEvaluations, getEvaluationsPdf } from './routes/evaluations.ts';
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
    getEvaluationsPdf,
  ],
  // Its members are public, those that have left are not.
  namedParties: { [registers.members]: ['MEMBER'] },
  // What a member reads of its own data, and the department scores on; marks and grade are facts that open with the notice (AH-EVAL-07.7).
  caseExtras: {
    annualEvaluation: async (database, _row, { facts }) => ({
      sheet: await sheetOf(database, facts as AnnualEvaluationFacts),
    }),
  },
};

async function sheetOf(database: Database, facts: AnnualEvaluationFacts) {
  const { leftOut = [], takenIn = [] } = facts.data?.named ?? {};
  const numbers = await caseNumbers(database, [...leftOut, ...takenIn]);
  return evaluationSheet(facts, (caseId) => numbers.get(caseId) ?? caseId);
}
