import { describe, expect, it } from 'vitest';
import { at, PaperCase, people } from '../../../test/support/engine-samples.ts';
import { storeInvitation } from './process.ts';

function invitation(openedAt = at('2025-09-12 10:00')) {
  return new PaperCase(
    storeInvitation,
    { reasons: ['LEADERSHIP'], inviter: '市中小企业发展服务中心' },
    { id: 'inv-1', openedAt },
  );
}

describe('an invitation', () => {
  it('SH-STORE-02.4 XC-01.5 holds for thirty days, and past the days off at its end', () => {
    expect(invitation(at('2025-09-01 10:00')).deadline('acceptance')?.lastDay).toBe('2025-10-09');
    expect(invitation().deadline('acceptance')?.lastDay).toBe('2025-10-13');
  });

  it('SH-STORE-02.4 lapses after it, and contact and inviter are told, each in its own words', () => {
    const one = invitation();
    one.liveUntil(at('2025-10-14 00:00'));
    expect(one.state).toMatchObject({ outcome: 'LAPSED', closedAt: at('2025-10-14 00:00') });
    expect(one.last.notices).toEqual([
      expect.objectContaining({ template: 'invitationLapsed', to: { contact: true } }),
      expect.objectContaining({ template: 'invitationNotTakenUp', to: { user: people.provider.id, or: 'reviewer' } }),
    ]);
  });

  it('SH-STORE-02.3 is accepted by the application made on it, and reminds no more', () => {
    const one = invitation();
    one.act('acceptInvitation', people.otherCase, { applicationCaseId: 'app-9' }, at('2025-09-20 10:00'));
    expect(one.state).toMatchObject({ outcome: 'ACCEPTED', facts: { applicationCaseId: 'app-9' }, deadlines: [] });
    expect(one.liveUntil(at('2026-01-01 00:00'))).toEqual([]);
  });

  it('SH-STORE-02.3 can be declined by the institution alone', () => {
    expect(() => invitation().act('declineInvitation', people.otherProvider)).toThrow('outside your institution');
    const one = invitation();
    one.act('declineInvitation', people.provider, { reason: '今年暂无计划' });
    expect(one.state.outcome).toBe('DECLINED');
    expect(one.last.notices).toEqual([
      expect.objectContaining({ template: 'invitationDeclined', to: { contact: true } }),
      expect.objectContaining({
        template: 'invitationNotTakenUp',
        data: expect.objectContaining({
          outcome: storeInvitation.contract.outcomes['DECLINED'],
          reason: '今年暂无计划',
        }) as unknown,
      }),
    ]);
  });
});
