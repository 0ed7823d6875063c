/** The two Anhui measures, article by article (AH-OPS, AH-EVAL; 皖经信服务〔2019〕107号); numbers that were lost are cited by content. */
import { clausesOf, type RegulationText } from '../book/clauses.ts';

export const operationMeasures: RegulationText = {
  code: 'AH-OPS',
  clauses: clausesOf('AH-OPS', [
    [
      '第二十条',
      '本办法自印发之日起施行，为试行。',
      'The measures are in force from the day of issue, on trial.',
      '07.1',
      '本办法自印发之日起施行',
    ],
  ]),
};

export const evaluationMeasures: RegulationText = { code: 'AH-EVAL', clauses: clausesOf('AH-EVAL', []) };
