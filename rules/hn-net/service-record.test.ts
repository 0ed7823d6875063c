import { expect, it } from 'vitest';
import { checkBasisDays, evidenceKinds, isInTime, missingGroups, type GroupOfRecord } from './service-record.ts';

const there: GroupOfRecord = { basisOn: '2025-10-13', uploadedOn: '2025-10-14', isLate: false };
const none: GroupOfRecord = { basisOn: '2025-10-13', uploadedOn: null, isLate: false };

it('HN-NET-23.2 HN-NET-23.3 a record lacks the group of which no file is there', () => {
  expect(missingGroups({ LAUNCH: none, PERFORMANCE: there })).toEqual(['LAUNCH']);
  expect(missingGroups({ LAUNCH: there, PERFORMANCE: there })).toEqual([]);
  expect(Object.values(evidenceKinds).filter(({ group }) => group === 'LAUNCH')).toHaveLength(3);
});

it('HN-NET-23.5 a record with one late group is late as a whole', () => {
  expect(isInTime({ LAUNCH: there, PERFORMANCE: there })).toBe(true);
  expect(isInTime({ LAUNCH: there, PERFORMANCE: { ...there, isLate: true } })).toBe(false);
  expect(isInTime({ LAUNCH: none, PERFORMANCE: there })).toBe(false);
});

it('HN-NET-23.1 no basis lies in the future, and nothing is performed before it was launched', () => {
  const fields = (launched: string, performed: string | null) =>
    checkBasisDays(launched, performed, '2025-10-14').map(({ field }) => field);
  expect(fields('2025-09-26', '2025-10-13')).toEqual([]);
  expect(fields('2025-10-15', null)).toEqual(['launchedOn']);
  expect(fields('2025-10-14', '2025-10-13')).toEqual(['performedOn']);
  expect(fields('2025-10-13', '2025-10-15')).toEqual(['performedOn']);
  const since = (launched: string) => checkBasisDays(launched, null, '2025-10-14', '2025-10-10');
  expect(since('2025-10-10')).toEqual([]);
  expect(since('2025-10-09')).toMatchObject([{ field: 'launchedOn', requirement: 'HN-NET-23.1' }]);
});
