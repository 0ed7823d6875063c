import { expect, it } from 'vitest';
import { atTime } from '../time/index.ts';
import { asksForData, asksForMeasures, checkRequestTimes } from './authority-request.ts';

it('HN-NET-08.5 a request asks for data, for measures, or for both', () => {
  expect((['DATA', 'MEASURES', 'BOTH'] as const).map((asked) => [asksForData(asked), asksForMeasures(asked)])).toEqual([
    [true, false],
    [false, true],
    [true, true],
  ]);
});

it('HN-NET-08.5 a request has come by now, and its time to answer did not end before it came', () => {
  const now = atTime('2025-09-26', '10:00');
  const receivedAt = atTime('2025-09-25', '16:00');
  expect(checkRequestTimes({ receivedAt, answerBy: null }, now)).toEqual([]);
  expect(checkRequestTimes({ receivedAt, answerBy: '2025-09-25' }, now)).toEqual([]);
  expect(checkRequestTimes({ receivedAt, answerBy: '2025-09-24' }, now)).toMatchObject([{ field: 'answerBy' }]);
  expect(checkRequestTimes({ receivedAt: atTime('2025-09-26', '10:01'), answerBy: null }, now)).toMatchObject([
    { field: 'receivedAt' },
  ]);
});
