import { describe, expect, it } from 'vitest';
import { agreementItems, agreementTextNames, missingTexts, platformRules, stillMissing } from './agreement.ts';

const whole = Object.fromEntries(agreementTextNames.map((name) => [name, '……']));

describe('what a user agreement holds', () => {
  it('HN-NET-07.1 HN-NET-07.3 is ten contents, and four rules beside them', () => {
    expect(Object.keys(agreementItems)).toHaveLength(10);
    expect(Object.keys(platformRules)).toHaveLength(4);
    expect(missingTexts(whole)).toEqual([]);
  });

  it('HN-NET-07.1 each of them is missed, where it is not there or blank', () => {
    for (const name of agreementTextNames) {
      expect(missingTexts({ ...whole, [name]: null })).toEqual([name]);
      expect(missingTexts({ ...whole, [name]: ' ' })).toEqual([name]);
    }
  });

  it('HN-NET-07.1 a change adds or takes away, and leaves the others as they were', () => {
    expect(stillMissing(['fees', 'disputes'], { disputes: '长沙仲裁委员会仲裁' })).toEqual(['fees']);
    expect(stillMissing(['fees'], { exit: '' })).toEqual(['fees', 'exit']);
    expect(stillMissing(['fees'], { exit: undefined })).toEqual(['fees']);
  });
});
