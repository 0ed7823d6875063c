/** The Hunan network measures, article by article (HN-NET; 湘经信中小服务〔2015〕33号, in force, HN-NET-27.2). */
import { clausesOf, type RegulationText } from '../book/clauses.ts';
import { networkClauses } from './clauses-of-network.ts';
import { dutyClauses } from './clauses-of-duties.ts';
import { protectionClauses } from './clauses-of-protection.ts';

export const networkMeasures: RegulationText = {
  code: 'HN-NET',
  clauses: clausesOf('HN-NET', [...dutyClauses, ...networkClauses, ...protectionClauses]),
};
