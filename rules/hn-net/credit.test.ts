import { describe, expect, it } from 'vitest';
import { creditWarning, entriesOf, standingViolations, upheldComplaints, type CreditRecord } from './credit.ts';

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

describe('what stands and what is contested', () => {
  const upheld = { result: 'UPHELD', upheldOn: '2025-09-01', breached: [] } as const;
  const record: CreditRecord = {
    complaints: { 'cpl-1': upheld, 'cpl-2': { ...upheld, result: 'REVERSED', reversedOn: '2025-09-05' } },
    violations: {
      'ilc-1': { breach: 'PROHIBITED', foundOn: '2025-09-02' },
      'ilc-2': { breach: 'PROHIBITED', foundOn: '2025-09-02', liftedOn: '2025-09-03' },
      'ofr-1': { breach: 'FALSE_PUBLICITY', foundOn: '2025-09-04' },
    },
  };

  it('HN-NET-12.1 warns of risk from as many standing entries as the rule says: those taken back are none', () => {
    expect([upheldComplaints(record), standingViolations(record)]).toEqual([1, 2]);
    expect(creditWarning(record, 3)).toBe(3);
    expect(creditWarning(record, 4)).toBeNull();
  });

  it('HN-NET-12.2 an entry counts while it is contested, and no more once the contest was accepted', () => {
    expect(entriesOf(record)).toEqual(['cpl-1', 'cpl-2', 'ilc-1', 'ilc-2', 'ofr-1']);
    const contested = { 'ilc-1': { status: 'CONTESTED', contestedOn: '2025-10-01' } } as const;
    expect(standingViolations({ ...record, contests: contested })).toBe(2);
    const removed = { status: 'REMOVED', contestedOn: '2025-10-01', decidedOn: '2025-10-09' } as const;
    const after = { ...record, contests: { 'ilc-1': removed, 'cpl-1': removed } };
    expect([upheldComplaints(after), standingViolations(after)]).toEqual([0, 1]);
  });
});
