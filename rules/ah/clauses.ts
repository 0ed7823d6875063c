/**
 * The two Anhui measures, article by article (AH-OPS, AH-EVAL; 皖经信服务〔2019〕107号). Articles whose number was lost, and rows of the annexes, are
 * cited by what they are about.
 */
import type { RegulationText } from '../book/clauses.ts';
import { clausesOf } from '../book/clauses.ts';
import { evaluationClauses } from './clauses-of-evaluation.ts';
import { operationClauses } from './clauses-of-operation.ts';

export const operationMeasures: RegulationText = { code: 'AH-OPS', clauses: clausesOf('AH-OPS', operationClauses) };

export const evaluationMeasures: RegulationText = {
  code: 'AH-EVAL',
  clauses: clausesOf('AH-EVAL', evaluationClauses),
};
