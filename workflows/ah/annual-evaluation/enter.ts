import { registers } from '../words.ts';
import type { Evaluation } from './contract.ts';

/** The evaluation of the year in the register, as it stands from now on. */
export function enter(step: Evaluation): void {
  const { kind, year, total, rank, grade } = step.facts;
  const reward = grade === 'EXCELLENT' ? 'PROPOSED' : null;
  step.write('register', {
    register: registers.evaluations,
    status: grade ?? 'IN_EVALUATION',
    validFrom: null,
    validTo: null,
    data: { [String(year)]: { kind, total, rank, grade, reward } },
    adds: true,
  });
}
