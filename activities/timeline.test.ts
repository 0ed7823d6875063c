import { createHash } from 'node:crypto';
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

it('XC-05.3 lines name the hash they were made with, so that old lines verify after the setting has changed', () => {
  const before = chained('app-1', start, [line('2025-09-26 10:00'), line('2025-09-26 11:00')]);
  const after = chained('app-1', before, [line('2025-09-27 10:00')], 'sm3');
  const rows = [...before.rows, ...after.rows];
  expect(rows.map(({ algorithm }) => algorithm)).toEqual(['sha256', 'sha256', 'sm3']);
  expect(verifyChain(rows, after)).toEqual({ intact: true, lines: 3, head: after.timelineHead, algorithm: 'sm3' });
  expect(verifyChain(before.rows, before)).toMatchObject({ intact: true, algorithm: 'sha256' });
  const relabelled = (to: string) => rows.map((row) => (row.seq === 3 ? { ...row, algorithm: to } : row));
  for (const to of ['sha256', 'md5', ''])
    expect(verifyChain(relabelled(to), after), to).toMatchObject({ intact: false, brokenAt: 3 });
});

it('XC-05.3 lines that were written before lines named their hash still verify', () => {
  // Hashed as the first release did.
  const stored = {
    ...{
      caseId: 'app-1',
      seq: 1,
      type: 'DONE',
      clause: null,
      requirement: 'XC-05.3',
      revision: 1,
      detail: { b: 1, a: '二' },
    },
    ...{ at: new Date('2025-09-26T02:00:00.000Z'), actor: systemActor('XC-05.3'), title: text('完成', 'Done') },
    ...{ algorithm: 'sha256', prevHash: '0'.repeat(64) },
  };
  const hash = createHash('sha256')
    .update('0'.repeat(64))
    .update(
      '{"actor":{"id":"XC-05.3","kind":"system","role":"system"},"at":"2025-09-26T10:00:00.000+08:00","caseId":"app-1","clause":null,' +
        '"detail":{"a":"二","b":1},"requirement":"XC-05.3","revision":1,"seq":1,"title":{"en":"Done","zh":"完成"},"type":"DONE"}',
    )
    .digest('hex');
  expect(verifyChain([{ ...stored, hash }], { timelineLength: 1, timelineHead: hash })).toMatchObject({ intact: true });
});
