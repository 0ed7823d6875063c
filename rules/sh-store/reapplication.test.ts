import { describe, expect, it } from 'vitest';
import { barInForce, clearanceBar, firstAdmissibleDay, isBarred, noShowBar } from './bars.ts';
import { shStoreValues } from './config.ts';

describe('re-application', () => {
  it('SH-STORE-05.5 bars from the day after a no-show through 2026-02-28, without roll-forward', () => {
    expect(noShowBar('2025-08-29')).toEqual({
      cause: 'NO_SHOW',
      firstDay: '2025-08-30',
      lastDay: '2026-02-28',
      firstAdmissibleDay: '2026-03-01',
      clause: 'SH-STORE 二.3',
      firm: true,
    });
    // The last day of this one lies in the National Day holiday and stays there.
    expect(noShowBar('2025-04-03').lastDay).toBe('2025-10-03');
  });

  it('SH-STORE-03.6 refuses on 2026-02-28, names 2026-03-01, and accepts on that day', () => {
    const bars = [noShowBar('2025-08-29')];
    expect(isBarred(bars, '2025-08-29')).toBe(false);
    expect(isBarred(bars, '2025-08-30')).toBe(true);
    expect(isBarred(bars, '2026-02-28')).toBe(true);
    expect(firstAdmissibleDay(bars, '2026-02-28')).toBe('2026-03-01');
    expect(isBarred(bars, '2026-03-01')).toBe(false);
    expect(firstAdmissibleDay(bars, '2026-03-01')).toBe('2026-03-01');
  });

  it('SH-STORE-11.6 bars a cleared institution through 2026-10-24, in principle', () => {
    const bar = clearanceBar('2025-10-24');
    expect(bar).toMatchObject({
      firstDay: '2025-10-25',
      lastDay: '2026-10-24',
      firstAdmissibleDay: '2026-10-25',
      firm: false,
    });
  });

  it('SH-STORE-03.6 names the day after the last of several bars that follow on one another', () => {
    const bars = [noShowBar('2025-08-29'), clearanceBar('2026-02-28'), clearanceBar('2025-01-10')];
    expect(firstAdmissibleDay(bars, '2025-09-01')).toBe('2027-03-01');
    expect(barInForce(bars, '2025-09-01')?.cause).toBe('NO_SHOW');
    expect(firstAdmissibleDay([], '2025-09-01')).toBe('2025-09-01');
  });

  it('SH-STORE-05.5 follows the configured length; no months is no bar', () => {
    expect(noShowBar('2025-08-29', shStoreValues({ 'bar.noShowMonths': 3 })).lastDay).toBe('2025-11-29');
    const none = noShowBar('2025-08-29', shStoreValues({ 'bar.noShowMonths': 0 }));
    expect(isBarred([none], '2025-08-29') || isBarred([none], '2025-08-30')).toBe(false);
  });
});
