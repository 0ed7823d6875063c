import { describe, expect, it } from 'vitest';
import type { CreditRecord } from './credit.ts';
import { upheldComplaints } from './credit.ts';

describe('a credit record', () => {
  it('HN-NET-12.1 HN-NET-20.4 counts the complaints that stand, and none that is under review or was reversed', () => {
    const breached = ['NO_VOUCHER'] as const;
    const record: CreditRecord = {
      complaints: {
        'cpl-1': { result: 'UPHELD', upheldOn: '2026-03-02', breached },
        'cpl-2': { result: 'REOPENED', upheldOn: '2026-03-02', breached, reopenedOn: '2026-03-05' },
        'cpl-3': { result: 'REVERSED', upheldOn: '2026-03-02', breached, reversedOn: '2026-03-06' },
      },
    };
    expect(upheldComplaints(record)).toBe(1);
    expect(upheldComplaints({ complaints: {} })).toBe(0);
  });
});
