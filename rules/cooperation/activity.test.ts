import { describe, expect, it } from 'vitest';
import { countsAsActivity, missingPieces, missingSteps, type ActivityTraces } from './activity.ts';

const online: ActivityTraces = {
  ...{ mode: 'ONLINE', isPublished: true, signedUp: 30, checkedIn: 25, evaluations: 12, isHeld: true },
};

describe('an online activity', () => {
  it('AH-EVAL-03.3 counts with publication, sign-up, check-in and evaluation', () => {
    expect(countsAsActivity(online)).toBe(true);
  });

  it.each([
    ['publication', { isPublished: false }],
    ['signUp', { signedUp: 0 }],
    ['checkIn', { checkedIn: 0 }],
    ['evaluation', { evaluations: 0 }],
  ] as const)('AH-EVAL-03.3 does not count without %s', (step, lack) => {
    expect(missingSteps({ ...online, ...lack })).toEqual([step]);
    expect(countsAsActivity({ ...online, ...lack })).toBe(false);
  });
});

it('AH-EVAL-03.4 an offline activity counts on what was reported, once it was held', () => {
  const offline = { ...online, mode: 'OFFLINE', signedUp: 0, checkedIn: 0, evaluations: 0 } as const;
  expect(countsAsActivity(offline)).toBe(true);
  expect(countsAsActivity({ ...offline, isHeld: false })).toBe(false);
});

it('AH-EVAL-03.2 the evidence is a list, photos and a summary: all three', () => {
  expect(missingPieces({ PHOTOS: '2025-10-09' })).toEqual(['LIST', 'SUMMARY']);
  expect(missingPieces({ PHOTOS: '2025-10-09', LIST: '2025-10-09', SUMMARY: '2025-10-10' })).toEqual([]);
});
