/**
 * What a case costs at saturation: rate by finished steps, processor time, and what PostgreSQL writes; against the bare workflow, and against the bare
 * workflow with the same rows and the same mails.
 */
import { alternately, inMs, pairedRow, type Measurement } from '../measurement.ts';
import type { Row } from '../stats.ts';
import { casesASecond, costOfSteps, finishSteps, msOfACase, STEPS_OF_A_CASE, type StepsCost } from '../steps.ts';

const SIDES = { bare: 'bare', floor: 'bare with rows and mails' } as const;

export const cost: Measurement = {
  name: 'cost',
  what: 'what a case costs at saturation',
  async measure(stage, { pairs, seconds }) {
    const { product, bare, floor } = stage;
    for (const life of [product, bare, floor]) if (life !== undefined) await finishSteps(life, 2);
    const taken = await alternately(pairs, {
      product: () => costOfSteps(stage, 'product', seconds),
      bare: () => costOfSteps(stage, 'bare', seconds),
      floor: () => costOfSteps(stage, 'floor', seconds),
    });
    const against = (side: keyof typeof SIDES, goals: { rate: string; time: string }): Row[] => [
      pairedRow({
        measure: 'cases a second at saturation, by finished steps',
        product: taken.product.map(casesASecond),
        against: taken[side].map(casesASecond),
        by: SIDES[side],
        words: (value) => value.toFixed(1),
        goal: goals.rate,
      }),
      pairedRow({
        measure: `processor time of a case: ${SIDES[side]} / product`,
        product: taken.product.map(msOfACase),
        against: taken[side].map(msOfACase),
        by: SIDES[side],
        words: (value) => `${value.toFixed(0)} ms`,
        ratio: 'against / product',
        goal: goals.time,
      }),
    ];
    return [
      ...against('bare', { rate: '', time: '0.70, aim 0.80' }),
      ...against('floor', { rate: '', time: '0.85, aim 0.95' }),
      ...parts(taken.product, taken.floor),
      ...writes(taken.product, taken.floor),
    ];
  },
};

const ofACase = (value: (cost: StepsCost) => number) => (one: StepsCost) => (value(one) / one.steps) * STEPS_OF_A_CASE;

/** Who uses the processor. */
function parts(product: readonly StepsCost[], floor: readonly StepsCost[]): Row[] {
  return (['callers', 'workers', 'server', 'postgres'] as const).map((part) => {
    const of = ofACase(({ spent }) => spent[part]);
    return pairedRow({
      measure: `  of it ${part}`,
      product: product.map(of),
      against: floor.map(of),
      by: SIDES.floor,
      words: inMs,
      ratio: 'against / product',
      goal: '',
    });
  });
}

/** What PostgreSQL writes, for records and engine together. */
function writes(product: readonly StepsCost[], floor: readonly StepsCost[]): Row[] {
  const row = (measure: string, of: (cost: StepsCost) => number, words: (value: number) => string) =>
    pairedRow({ measure, product: product.map(of), against: floor.map(of), by: SIDES.floor, words, goal: '' });
  return [
    row(
      'write-ahead log of a case',
      ofACase(({ written }) => written.walBytes / 1024),
      (value) => `${value.toFixed(0)} KB`,
    ),
    row(
      'commits of a case',
      ofACase(({ written }) => written.commits),
      (value) => value.toFixed(0),
    ),
  ];
}
