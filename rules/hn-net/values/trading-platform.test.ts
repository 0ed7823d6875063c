import { describe, expect, it } from 'vitest';
import { earliestEffect } from '../agreement.ts';
import { hnNetValues } from '../config.ts';
import { earliestEnd } from '../termination.ts';

describe('the numbers of the trading platform', () => {
  it('HN-NET-07.2 a version published on 2025-09-26 takes effect after the 30 days that the agreement in force names', () => {
    const noticeDays = hnNetValues()['agreement.noticeDays'];
    expect(earliestEffect('2025-09-26', { noticeDays, effectiveFrom: '2025-01-01' })).toBe('2025-10-26');
    expect(earliestEffect('2025-09-26', { noticeDays, effectiveFrom: '2025-11-01' })).toBe('2025-11-01');
    expect(earliestEffect('2025-09-26', null)).toBe('2025-09-26');
  });

  it('HN-NET-11.1 a notice of 2025-06-30 lets the platform end on 2025-10-01 at 00:00, one of 2025-11-30 on 2026-03-01', () => {
    const months = hnNetValues()['termination.noticeMonths'];
    expect(earliestEnd('2025-06-30', months)).toBe('2025-10-01T00:00:00.000+08:00');
    expect(earliestEnd('2025-11-30', months)).toBe('2026-03-01T00:00:00.000+08:00');
  });
});
