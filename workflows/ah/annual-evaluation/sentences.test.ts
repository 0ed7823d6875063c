import { expect, it } from 'vitest';
import { norms, type Norm } from '../../../rules/ah/norms.ts';
import { annualEvaluationSentences } from './sentences.ts';

it('AH-OPS-03.1 AH-OPS-03.2 the line of a scoring says how many of three and of five are met, and what is missing', () => {
  const ticked = (Object.keys(norms) as Norm[]).filter((name) => name !== 'HANDLING_TIME');
  const told = { after: { facts: { total: 85 } } } as never;
  const line = JSON.stringify(annualEvaluationSentences.scoreSheet({ marks: {}, norms: ticked }, told));
  expect(line).toContain('总分：85');
  expect(line).toContain('三统一 3/3，五公开 4/5');
  expect(line).toContain('3 of 3 unified, 4 of 5 open');
  expect(line).toContain('公开服务办理时限');
});
