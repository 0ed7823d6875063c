import { describe, expect, it } from 'vitest';
import { permit, proof } from '../../../rules/hn-net/provider.fixture.ts';
import { at } from '../../../test/support/engine-samples.ts';
import { PaperRegistration } from '../../../test/support/paper-registration.ts';

const HR = 'HUMAN_RESOURCES_AGENCY';

/** A human-resources agency whose permit lasts through 2025-10-10. */
function agency() {
  const form = { trades: [HR], permits: [permit({ validUntil: '2025-10-10' })] } as const;
  return PaperRegistration.registered({ form });
}

const renewed = { changes: { permits: [permit({ validUntil: '2030-10-10' })] }, confirmed: true };

describe('a permit that runs out', () => {
  it('HN-NET-06.4 is reminded of, opens a task and stands in the entry as expired from the day after its last', () => {
    const one = agency();
    expect(one.deadline('permitExpiry')).toMatchObject({ lastDay: '2025-10-10', dueAt: at('2025-10-11 00:00') });
    one.until('2025-10-10 23:59');
    expect(one.mailed.slice(2)).toEqual([
      '2025-09-10 09:00 deadlineReminder',
      '2025-09-29 09:00 deadlineReminder',
      '2025-10-09 09:00 deadlineReminder',
    ]);
    expect(one.state.tasks).toEqual([]);
    one.until('2025-10-11 00:00');
    expect(one.last.tasks).toMatchObject([{ name: 'expiredPapers', role: 'reviewer', detail: { papers: [HR] } }]);
    expect(one.entries.at(-1)).toMatchObject({ status: 'REGISTERED', data: { expired: [HR] } });
    expect(one.last.notices).toMatchObject([
      { template: 'papersExpired', data: { papers: [{ zh: '人力资源服务许可证' }], expiredSince: '2025-10-11' } },
    ]);
    expect(one.state.stage).toBe('REGISTERED');
  });

  it('HN-NET-06.4 is replaced by the provider: entry and task follow once the new one was found in order', () => {
    const one = agency();
    one.does('submitData', 'provider', '2025-10-13 10:00', renewed);
    expect(one.entries.at(-1)).toMatchObject({ data: { expired: [HR] } });
    one.does('verify', 'reviewer', '2025-10-14 10:00', {});
    expect(one.entries.at(-1)).toMatchObject({ data: { expired: [], formVersion: 2 } });
    expect(one.state.tasks.map(({ name }) => name)).not.toContain('expiredPapers');
    expect(one.deadline('permitExpiry')?.lastDay).toBe('2030-10-10');
  });

  it('HN-NET-06.4 replaced in time is not spoken of again', () => {
    const one = agency();
    one.does('submitData', 'provider', '2025-09-15 10:00', renewed).does('verify', 'reviewer', '2025-09-16 10:00', {});
    one.until('2025-12-01 00:00');
    expect(one.noticed.filter((name) => name === 'papersExpired')).toEqual([]);
    expect(one.state.tasks).toEqual([]);
  });

  it('HN-NET-06.3 HN-NET-06.4 cannot be confirmed as valid: renewed, or the trade given up', () => {
    const one = agency();
    one.does('submitData', 'provider', '2026-02-25 10:00');
    expect(() => one.does('verify', 'reviewer', '2026-02-26 10:00', {})).toThrow('expired or not true');
    one.does('returnData', 'reviewer', '2026-02-26 10:00', { items: ['许可证'], reason: '许可证已过有效期' });
    one.does('submitData', 'provider', '2026-02-27 10:00', { changes: { trades: [], permits: [] }, confirmed: true });
    one.does('verify', 'reviewer', '2026-03-02 10:00', {});
    expect(one.entries.at(-1)).toMatchObject({ data: { trades: [], expired: [] } });
  });

  it('HN-NET-06.4 is followed by the next one to run out, in one task', () => {
    const audit = permit({ trade: 'AUDIT', validUntil: '2025-12-31' });
    const form = {
      trades: [HR, 'AUDIT'],
      permits: [permit({ validUntil: '2025-10-10' }), audit],
      identityProof: proof({ validUntil: '2026-01-31' }),
    } as const;
    const one = PaperRegistration.registered({ form });
    one.until('2025-10-11 00:00');
    expect(one.deadline('permitExpiry')?.lastDay).toBe('2025-12-31');
    one.until('2026-01-01 00:00');
    expect(one.last.tasks).toMatchObject([{ name: 'expiredPapers', entry: 1, detail: { papers: [HR, 'AUDIT'] } }]);
    one.until('2026-02-01 00:00');
    expect(one.entries.at(-1)).toMatchObject({ data: { expired: ['IDENTITY', HR, 'AUDIT'] } });
    expect(one.deadline('permitExpiry')).toBeUndefined();
  });

  it('HN-NET-06.4 without an end is never spoken of', () => {
    const one = PaperRegistration.registered();
    expect(one.deadline('permitExpiry')).toBeUndefined();
  });

  it('HN-NET-06.3 that has expired by the day of the decision cannot be registered any more', () => {
    const form = { trades: [HR], permits: [permit({ validUntil: '2025-03-04' })] } as const;
    const one = new PaperRegistration({ form });
    expect(one.last.notices[0]?.data).toMatchObject({ grounds: [] });
    expect(() => one.does('register', 'reviewer', '2025-03-05 10:00')).toThrow('expired or not true');
  });
});
