import { text } from '../../rules/text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, atTime, fiveWorkingDayLadder } from '../../rules/time/index.ts';
import { publishedCalendar } from '../../rules/time/published-calendar.ts';
import { at, recalendared, START } from '../../test/support/engine-samples.ts';
import { inWords, opened, paused, resumed, retimed } from './deadlines.ts';

const terms = { calendar: publishedCalendar(), rules: {} };
const ladder = fiveWorkingDayLadder;
const fiveDays = { name: 'duty', entry: 1, period: { unit: 'workingDays', n: 5 }, ladder } as const;

function duty(startedAt = START, now = startedAt) {
  return opened({ ...fiveDays, startedAt, now }, terms);
}

describe('a deadline of a case', () => {
  it('XC-03.1 XC-02.1 is due after five working days and reminded with two left and on the last', () => {
    expect(duty()).toEqual({
      name: 'duty',
      entry: 1,
      period: { unit: 'workingDays', n: 5 },
      startedAt: START,
      pauses: [],
      dueAt: at('2025-10-11 00:00'),
      lastDay: '2025-10-10',
      provisional: false,
      calendarVersion: 1,
      rungs: [
        { key: 'two-working-days-left', at: at('2025-09-30 09:00') },
        { key: 'last-day', at: at('2025-10-10 09:00') },
      ],
      spent: [],
    });
  });

  it('XC-03.3 passes over a reminder whose time has gone by when the deadline is recorded late', () => {
    const late = duty(START, at('2025-10-09 10:00'));
    expect(late.spent).toEqual(['two-working-days-left']);
    expect(late.rungs.map(({ key }) => key)).toEqual(['last-day']);
  });

  it('SH-STORE-06.6 has no last moment and no reminder while it rests', () => {
    const resting = paused(duty(), { from: at('2025-09-29 20:00'), cause: text('in review', 'in review') }, terms);
    expect(resting).toMatchObject({ dueAt: null, lastDay: null, rungs: [], pauses: [{ to: null }] });
    expect(inWords(resting)).toEqual({ zh: '计时中止', en: 'suspended' });
  });

  it('SH-STORE-06.6 goes on with the days it had left, its reminders planned anew', () => {
    // 26 September is day 0; 28 and 29 are used up; 30 September and 9 October do not count.
    const resting = paused(duty(), { from: at('2025-09-29 20:00'), cause: text('in review', 'in review') }, terms);
    const running = resumed(resting, at('2025-10-09 10:00'), ladder, at('2025-10-09 10:00'), terms);
    expect(running).toMatchObject({ dueAt: at('2025-10-14 00:00'), lastDay: '2025-10-13' });
    expect(running.rungs).toEqual([
      { key: 'two-working-days-left', at: at('2025-10-10 09:00') },
      { key: 'last-day', at: at('2025-10-13 09:00') },
    ]);
  });

  it('SH-STORE-06.6 is exceeded the moment it goes on if its last day was running already', () => {
    const resting = paused(duty(), { from: at('2025-10-10 20:00'), cause: text('in review', 'in review') }, terms);
    const running = resumed(resting, at('2025-10-11 10:00'), ladder, at('2025-10-11 10:05'), terms);
    expect(running.dueAt).toBe(at('2025-10-11 10:00'));
    expect(running.rungs).toEqual([]);
  });

  it('never ends a pause before it began, whatever the facts say', () => {
    const resting = paused(duty(), { from: at('2025-09-29 20:00'), cause: text('in review', 'in review') }, terms);
    const running = resumed(resting, at('2025-09-28 08:00'), ladder, at('2025-09-30 08:00'), terms);
    expect(running.pauses).toEqual([
      { from: at('2025-09-29 20:00'), to: at('2025-09-29 20:00'), cause: text('in review', 'in review') },
    ]);
    expect(running.dueAt).toBe(at('2025-10-11 00:00'));
  });

  it('XC-03.3 does not bring back a reminder that was sent, however the clock rests and the calendar changes', () => {
    const sent = {
      ...duty(),
      rungs: [{ key: 'last-day', at: at('2025-10-10 09:00') }],
      spent: ['two-working-days-left'],
    };
    const now = at('2025-09-30 10:00');
    const resting = paused(sent, { from: now, cause: text('x', 'x') }, terms);
    const running = resumed(resting, at('2025-10-09 08:00'), ladder, at('2025-10-09 08:00'), terms);
    const moved = retimed(running, ladder, at('2025-10-09 08:30'), {
      ...terms,
      calendar: recalendared(2025, { work: '' }),
    });
    for (const deadline of [running, moved]) {
      expect(deadline.rungs.map(({ key }) => key)).not.toContain('two-working-days-left');
      expect(deadline.spent.filter((key) => key === 'two-working-days-left')).toHaveLength(1);
    }
  });

  it('XC-02.3 moves with another calendar', () => {
    // Without the make-up Sunday of 28 September one working day more is needed after the holiday.
    const moved = retimed(duty(), ladder, at('2025-09-27 10:00'), {
      ...terms,
      calendar: recalendared(2025, { work: '1011' }),
    });
    expect(moved).toMatchObject({ dueAt: at('2025-10-12 00:00'), lastDay: '2025-10-11', calendarVersion: 2 });
  });
});

const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2025-06-01', n));
const moment = fc
  .record({ day, hour: fc.integer({ min: 0, max: 23 }) })
  .map((m) => atTime(m.day, `${String(m.hour).padStart(2, '0')}:00`));

describe('any life of a deadline', () => {
  it('keeps each reminder either ahead or spent, never both and never twice, and none behind now', () => {
    fc.assert(
      fc.property(moment, fc.array(moment, { maxLength: 6 }), (startedAt, later) => {
        let deadline = duty(startedAt);
        for (const now of later.filter((one) => one > startedAt).sort()) {
          const rests = deadline.pauses.some(({ to }) => to === null);
          deadline = rests
            ? resumed(deadline, now, ladder, now, terms)
            : paused(deadline, { from: now, cause: text('x', 'x') }, terms);
          const ahead = deadline.rungs.map(({ key }) => key);
          expect(new Set([...ahead, ...deadline.spent]).size).toBe(ahead.length + deadline.spent.length);
          expect(deadline.rungs.every((rung) => rung.at > now)).toBe(true);
          if (deadline.dueAt === null) expect(ahead).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('SH-STORE-06.6 is never due earlier for having rested', () => {
    fc.assert(
      fc.property(moment, moment, moment, (startedAt, one, other) => {
        const bare = duty(startedAt);
        const [from = one, to = other] = [one, other].sort();
        const { dueAt } = bare;
        if (dueAt === null) throw new Error('A deadline that runs has a last moment.');
        fc.pre(from >= startedAt && from < dueAt);
        const running = resumed(paused(bare, { from, cause: text('x', 'x') }, terms), to, ladder, to, terms);
        expect((running.dueAt ?? '') >= dueAt).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
