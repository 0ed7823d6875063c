import { describe, expect, it } from 'vitest';
import { personKey } from '../parties/party.ts';
import { hnNetValues } from './config.ts';
import {
  checkEvaluation,
  evaluationKey,
  evaluationMoves,
  hideReasons,
  longestEvaluation,
  refusalToHide,
  satisfactionOf,
} from './evaluation.ts';

const good = { score: 5, text: '办得很快' };
const done = { completed: true, ownOrder: true, evaluated: false };

describe('the evaluation of an order', () => {
  it('HN-NET-19.1 is made once by the consumer of a completed order', () => {
    expect(checkEvaluation(good, done)).toEqual([]);
    expect(checkEvaluation({ score: 1, text: null }, done)).toEqual([]);
    expect(evaluationKey(personKey('u-1'), 'o-1')).toBe('EVALUATION:o-1:person:u-1');
    for (const order of [
      { ...done, completed: false },
      { ...done, ownOrder: false },
      { ...done, evaluated: true },
    ]) {
      expect(checkEvaluation(good, order)).toMatchObject([{ field: 'order', requirement: 'HN-NET-19.1' }]);
    }
  });

  it.each([0, 6, 4.5, NaN])('HN-NET-19.1 refuses the score %s', (score) => {
    expect(checkEvaluation({ score, text: null }, done)).toMatchObject([{ field: 'score' }]);
  });

  it('HN-NET-19.1 bounds the words', () => {
    expect(checkEvaluation({ score: 3, text: '好'.repeat(longestEvaluation) }, done)).toEqual([]);
    expect(checkEvaluation({ score: 3, text: '好'.repeat(longestEvaluation + 1) }, done)).toHaveLength(1);
  });

  it('HN-NET-19.2 is hidden by a platform alone, and for unlawful content alone', () => {
    for (const code of Object.keys(hideReasons)) {
      expect(refusalToHide('PLATFORM', code), code).toBeNull();
      expect(refusalToHide('PROVIDER', code)?.zh, code).toContain('不得删除');
      expect(refusalToHide('CONSUMER', code), code).not.toBeNull();
    }
    expect(refusalToHide('PLATFORM', 'UNFAVOURABLE')).not.toBeNull();
    expect(refusalToHide('PLATFORM', '')).not.toBeNull();
    expect(Object.values(evaluationMoves).flat()).not.toContain('DELETED');
  });

  it('HN-NET-24.1 HN-NET-19.1 counts the satisfied share, and none as not applicable', () => {
    const counts = { 1: 1, 2: 0, 3: 2, 4: 3, 5: 6 };
    expect(satisfactionOf(counts)).toEqual({ satisfied: 9, all: 12, percent: 75 });
    expect(satisfactionOf(counts, hnNetValues({ 'evaluation.satisfiedFrom': 3 })).satisfied).toBe(11);
    expect(satisfactionOf({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }).percent).toBeNull();
  });
});
