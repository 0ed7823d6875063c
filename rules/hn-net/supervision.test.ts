import { expect, it } from 'vitest';
import { checkCorrectBy, checkGrounds, checkReferredOn, supervisionGrounds } from './supervision.ts';

it('HN-NET-25.2 HN-NET-25.3 HN-NET-25.4 has the grounds of article 24, each against whom it is for', () => {
  expect(Object.values(supervisionGrounds).map(({ of, requirement }) => [of, requirement])).toEqual([
    ...[1, 2].map(() => ['WINDOW', 'HN-NET-25.2']),
    ...[1, 2, 3].map(() => ['PROVIDER', 'HN-NET-25.3']),
    ['PROVIDER', 'HN-NET-25.4'],
  ]);
  expect(checkGrounds(['WEAK_ABILITY', 'UNLAWFUL'], 'PROVIDER')).toEqual([]);
  expect(checkGrounds(['WEAK_ABILITY', 'NOT_WORKING'], 'WINDOW')).toMatchObject([
    { field: 'grounds', requirement: 'HN-NET-25.3' },
  ]);
});

it('HN-NET-25.4 a referral is of today or before; a time to correct ends later than today', () => {
  expect(checkReferredOn('2025-09-26', '2025-09-26')).toEqual([]);
  expect(checkReferredOn('2025-09-27', '2025-09-26')).toHaveLength(1);
  expect(checkCorrectBy('2025-09-27', '2025-09-26')).toEqual([]);
  expect(checkCorrectBy('2025-09-26', '2025-09-26')).toHaveLength(1);
});
