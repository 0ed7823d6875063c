import { describe, expect, it } from 'vitest';
import { earliestEffect } from '../agreement.ts';
import { hnNetValues } from '../config.ts';

describe('the numbers of the trading platform', () => {
  it('HN-NET-07.2 a version published on 2025-09-26 takes effect after the 30 days that the agreement in force names', () => {
    const noticeDays = hnNetValues()['agreement.noticeDays'];
    expect(earliestEffect('2025-09-26', { noticeDays, effectiveFrom: '2025-01-01' })).toBe('2025-10-26');
    expect(earliestEffect('2025-09-26', { noticeDays, effectiveFrom: '2025-11-01' })).toBe('2025-11-01');
    expect(earliestEffect('2025-09-26', null)).toBe('2025-09-26');
  });
});
