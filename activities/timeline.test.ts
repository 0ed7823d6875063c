import { expect, it } from 'vitest';
import { systemActor } from '../rules/roles.ts';
import { text } from '../rules/text.ts';
import { at } from '../test/support/engine-samples.ts';
import { chained, verifyChain, type TimelineLine } from './timeline.ts';

const start = { timelineLength: 0, timelineHead: '0'.repeat(64), timelineAt: new Date(at('2025-09-26 10:00')) };

function line(short: string, more: Partial<TimelineLine> = {}): TimelineLine {
  return { at: at(short), type: 'DONE', actor: systemActor('XC-05.3'), title: text('完成', 'Done'), ...more };
}

it('XC-05.3 no line lies before the one before it or before its case, also when the clock was set back 40 days', () => {
  const first = chained('app-1', start, [line('2025-09-20 10:00'), line('2025-09-27 10:00')]);
  const second = chained('app-1', first, [
    line('2025-08-18 10:00', { type: 'NOTICE_SENT', detail: { noticeId: 'n-1' } }),
    line('2025-09-28 10:00'),
  ]);
  const rows = [...first.rows, ...second.rows];
  expect(rows.map((row) => row.at)).toEqual(
    ['2025-09-26 10:00', '2025-09-27 10:00', '2025-09-27 10:00', '2025-09-28 10:00'].map(
      (short) => new Date(at(short)),
    ),
  );
  // What the clock said is not lost.
  expect(rows.map(({ detail }) => detail)).toEqual([
    { clockSaid: at('2025-09-20 10:00') },
    null,
    { noticeId: 'n-1', clockSaid: at('2025-08-18 10:00') },
    null,
  ]);
  expect(verifyChain(rows, second)).toMatchObject({ intact: true, lines: 4 });
  expect(second.timelineAt).toEqual(new Date(at('2025-09-28 10:00')));
});

it('XC-05.3 a line that is behind by milliseconds gets the moment before it, and says nothing of the clock', () => {
  const { rows } = chained('app-1', start, [{ ...line('2025-09-26 10:00'), at: '2025-09-26T09:59:59.990+08:00' }]);
  expect(rows).toMatchObject([{ at: start.timelineAt, detail: null }]);
});
