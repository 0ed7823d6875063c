import { describe, expect, it } from 'vitest';
import { hnNetValues } from './config.ts';
import type { Score } from './evaluation.ts';
import { evaluationFigures } from './evaluation-figures.ts';

const shown = (score: Score, isContested = false) => ({ score, isShown: true, isContested });
const hidden = (score: Score) => ({ score, isShown: false, isContested: false });

describe('the figures of a provider’s evaluations', () => {
  it('HN-NET-12.1 HN-NET-19.1 count what is published, favourable or not, and nothing that is hidden', () => {
    expect(evaluationFigures([shown(5), shown(4), shown(1), hidden(1)])).toEqual({
      counts: { 1: 1, 2: 0, 3: 0, 4: 1, 5: 1 },
      satisfaction: { satisfied: 2, all: 3, percent: 200 / 3 },
      meanScore: 10 / 3,
      contested: 0,
      hidden: 1,
    });
  });

  it('HN-NET-12.2 count a contested evaluation until the platform has decided', () => {
    const figures = evaluationFigures([shown(1, true), shown(5)]);
    expect(figures).toMatchObject({ contested: 1, hidden: 0, satisfaction: { satisfied: 1, all: 2 } });
  });

  it('HN-NET-12.1 say nothing of satisfaction where there are no evaluations, which is not 0', () => {
    expect(evaluationFigures([])).toMatchObject({ satisfaction: { all: 0, percent: null }, meanScore: null });
    expect(evaluationFigures([hidden(5)])).toMatchObject({ satisfaction: { percent: null }, hidden: 1 });
  });

  it('HN-NET-12.1 HN-NET-24.1 follow the least score that counts as satisfied', () => {
    const figures = evaluationFigures([shown(3), shown(2)], hnNetValues({ 'evaluation.satisfiedFrom': 3 }));
    expect(figures.satisfaction).toEqual({ satisfied: 1, all: 2, percent: 50 });
  });
});
