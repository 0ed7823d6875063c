import { expect, it } from 'vitest';
import { norms, normsMet, summaryParts, summarySubjects, type Norm } from './norms.ts';

const all = Object.keys(norms) as Norm[];

it('AH-OPS-03.1 three ticks are checked for what is unified', () => {
  expect(normsMet(all).unified).toBe(3);
});

it('AH-OPS-03.2 a missing handling time makes 4 of 5', () => {
  expect(normsMet(all.filter((name) => name !== 'HANDLING_TIME'))).toMatchObject({
    open: 4,
    missing: ['HANDLING_TIME'],
  });
});

it('AH-EVAL-02.12 all but quick response, and it is seen missing', () => {
  const met = normsMet(all.filter((name) => name !== 'QUICK_RESPONSE'));
  expect(met).toEqual({ unified: 3, open: 5, quickResponse: false, missing: ['QUICK_RESPONSE'] });
});

it('AH-OPS-04.3 AH-EVAL-06.3 the yearly summary has seven parts, in which each subject of capacity has its place', () => {
  expect(Object.keys(summaryParts)).toHaveLength(7);
  const told = Object.values(summarySubjects).map(({ zh }) => zh);
  for (const subject of ['设施', '稳定性', '整合', '诚信服务', '风险防控']) {
    expect(told.filter((words) => words.includes(subject))).toHaveLength(1);
  }
});
