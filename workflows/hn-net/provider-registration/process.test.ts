import { describe, expect, it } from 'vitest';
import { personForm, service } from '../../../rules/hn-net/provider.fixture.ts';
import { refusalReasonCodes } from '../../../rules/hn-net/refusal-reasons.ts';
import { at, people } from '../../../test/support/engine-samples.ts';
import { providerRegistrationInputs } from './input.ts';
import { PaperRegistration } from '../../../test/support/paper-registration.ts';

const untrue = { ground: 'IDENTITY_UNTRUE', reason: '营业执照与登记机关公示信息不一致' };

describe('the review of a registration', () => {
  it('HN-NET-06.1 begins with a receipt, a task and an internal target of five working days', () => {
    const one = new PaperRegistration({ on: '2025-09-26' });
    expect(one.state).toMatchObject({ stage: 'UNDER_REVIEW', bodyId: 'sh-centre' });
    expect(one.deadline('review')).toMatchObject({ lastDay: '2025-10-10' });
    expect(one.last.dueAt).toBeNull();
    expect(one.noticed).toEqual(['registrationReceived']);
    expect(one.last.tasks).toMatchObject([{ name: 'review', detail: { grounds: [], formVersion: 1 } }]);
    // Nothing follows when the target is missed.
    expect(one.until('2025-12-01 00:00').state.stage).toBe('UNDER_REVIEW');
  });

  it('HN-NET-06.1 registers: the entry is written, the clock of the verification runs', () => {
    const one = PaperRegistration.registered();
    expect(one.state).toMatchObject({ stage: 'REGISTERED', closedAt: null, facts: { registeredOn: '2025-03-03' } });
    expect(one.entries).toEqual([
      {
        register: 'hn-net.providers',
        status: 'REGISTERED',
        validFrom: '2025-03-03',
        validTo: null,
        data: {
          kind: 'ENTERPRISE',
          formVersion: 1,
          trades: [],
          expired: [],
          withheld: [],
          broughtInBy: 'hn-liuyang',
          operates: null,
          verifiedOn: '2025-03-03',
          suspendedFor: [],
          deregisteredFor: null,
        },
      },
    ]);
    expect(one.last.notices).toMatchObject([
      { template: 'providerRegistered', deadlines: [{ name: 'verification', lastDay: '2026-03-03' }] },
    ]);
  });

  it('HN-NET-06.1 XC-05.5 is for a reviewer of the body who has not filed', () => {
    const one = new PaperRegistration();
    const register = (who: keyof typeof people) => () => one.does('register', who, '2025-03-04 10:00');
    expect(register('provider')).toThrow('may not do this');
    expect(register('consumer')).toThrow('may not do this');
    expect(register('manager')).toThrow('may not do this');
    expect(register('reviewerElsewhere')).toThrow('outside');
    expect(() => one.does('withdraw', 'otherProvider', '2025-03-04 10:00')).toThrow('outside');
    one.state.participants['filer'] = [people.reviewer.id];
    expect(register('reviewer')).toThrow('somebody else must');
    expect(one.entries).toEqual([]);
  });

  it('HN-NET-06.3 refuses a human-resources agency without its permit, and cannot register it', () => {
    const one = new PaperRegistration({ form: { trades: ['HUMAN_RESOURCES_AGENCY'] } });
    expect(one.last.notices[0]?.data).toMatchObject({ grounds: [{ zh: '缺少法定的行政许可或从业资质证明' }] });
    expect(() => one.does('register', 'reviewer', '2025-03-04 10:00')).toThrow('Permit or qualification demanded');
    one.does('refuseRegistration', 'reviewer', '2025-03-04 10:00', {
      ground: 'PERMIT_MISSING',
      reason: '未提交人力资源服务许可证',
    });
    expect(one.state).toMatchObject({ outcome: 'REFUSED', deadlines: [], tasks: [] });
    expect(one.last.notices).toMatchObject([
      { template: 'registrationRefused', data: { clause: 'HN-NET 第九条第一项', reason: '未提交人力资源服务许可证' } },
    ]);
    expect(one.entries).toEqual([]);
  });

  it('HN-NET-05.1 refuses on a ground of the fixed list alone, with a reason', () => {
    const { refuseRegistration } = providerRegistrationInputs;
    for (const ground of refusalReasonCodes)
      expect(refuseRegistration.safeParse({ ground, reason: '理由' }).success, ground).toBe(true);
    for (const ground of [undefined, '', 'COMPETITOR', 'OTHER'])
      expect(refuseRegistration.safeParse({ ground, reason: '理由' }).success).toBe(false);
    expect(refuseRegistration.safeParse({ ground: 'PERMIT_MISSING' }).success).toBe(false);
    const one = new PaperRegistration();
    expect(() =>
      one.does('refuseRegistration', 'reviewer', '2025-03-04 10:00', { ground: 'IDENTITY_UNTRUE', reason: ' ' }),
    ).toThrow('needs a reason');
    one.does('refuseRegistration', 'reviewer', '2025-03-04 10:00', untrue);
    expect(one.last.lines).toContainEqual(
      expect.objectContaining({ type: 'GROUND_CITED', clause: 'HN-NET 第九条第一项', requirement: 'HN-NET-06.2' }),
    );
  });

  it('HN-NET-06.5 does not show a service with a false description, and says which and why', () => {
    const form = { services: [service(), service({ code: 'S2', name: '包过认证' })] };
    const one = new PaperRegistration({ form });
    const withheld = [{ service: 'S2', reason: '“包过”为虚假宣传' }];
    expect(() =>
      one.does('register', 'reviewer', '2025-03-04 10:00', { withheld: [{ service: 'S3', reason: '—' }] }),
    ).toThrow("no service 'S3'");
    one.does('register', 'reviewer', '2025-03-04 10:00', { withheld });
    expect(one.entries.at(-1)).toMatchObject({ status: 'REGISTERED', data: { withheld: ['S2'] } });
    expect(one.last.notices).toMatchObject([{ data: { withheld } }]);
    // Put right by the provider and looked at again.
    one.does('submitData', 'provider', '2025-03-10 10:00', { changes: form, confirmed: true });
    one.does('verify', 'reviewer', '2025-03-11 10:00', { withheld: [] });
    expect(one.entries.at(-1)).toMatchObject({ data: { withheld: [], formVersion: 2 } });
  });

  it('HN-NET-01.2 registers a natural person alike', () => {
    expect(PaperRegistration.registered({ form: personForm() }).entries).toMatchObject([
      { status: 'REGISTERED', data: { kind: 'NATURAL_PERSON' } },
    ]);
  });

  it('HN-NET-01.5 marks the operator of a window that registers as a provider', () => {
    const one = PaperRegistration.registered({ form: { operates: 'hn-liuyang' } });
    expect(one.entries).toMatchObject([{ data: { operates: 'hn-liuyang' } }]);
  });

  it('HN-NET-15.7 keeps no name, number, address or contact in state, entry or notice', () => {
    const one = PaperRegistration.registered({ form: personForm() });
    expect(JSON.stringify([one.state, one.transitions])).not.toMatch(
      /王芳|李明|11010519491231002X|浏阳市某路|13800000000/,
    );
  });

  it('HN-NET-15.7 tells on the timeline which fields were changed and not what they now say', () => {
    const one = PaperRegistration.registered();
    const changes = { address: '长沙市某路2号', contactName: '王五', telephone: '13900000000' };
    one.does('submitData', 'provider', '2025-03-10 10:00', { changes, confirmed: true });
    expect(one.last.lines).toContainEqual(
      expect.objectContaining({
        type: 'FORM_CHANGED',
        detail: { version: 2, fields: ['address', 'contactName', 'telephone'] },
      }),
    );
    expect(JSON.stringify([one.last.lines, one.state, one.last.tasks])).not.toMatch(/某路2号|王五|13900000000/);
  });

  it('HN-NET-06.1 tells the reviewer why a provider left the register before', () => {
    const one = new PaperRegistration({ opening: { leftBefore: 'QUALIFICATION_CANCELLED' } });
    expect(one.last.tasks).toMatchObject([{ detail: { leftBefore: 'QUALIFICATION_CANCELLED' } }]);
  });
});

describe('an application that is returned', () => {
  const returned = { items: ['营业执照副本'], reason: '扫描件不清晰', until: '2025-03-10' };

  it('HN-NET-06.2 waits for the provider, whose correction is the next version of the form', () => {
    const one = new PaperRegistration();
    one.does('returnApplication', 'reviewer', '2025-03-04 10:00', returned);
    expect(one.state).toMatchObject({ stage: 'RETURNED', tasks: [] });
    expect(one.deadline('review')?.dueAt).toBeNull();
    expect(one.last.notices).toMatchObject([
      { template: 'registrationReturned', deadlines: [{ name: 'formCorrection', lastDay: '2025-03-10' }] },
    ]);
    expect(() => one.does('register', 'reviewer', '2025-03-04 11:00')).toThrow('not open now');
    expect(() => one.does('correctApplication', 'provider', '2025-03-05 10:00', { changes: {} })).toThrow(
      'at least one field',
    );
    const changes = { identityProof: { fileId: 'file-9', link: null, validUntil: null } };
    one.does('correctApplication', 'provider', '2025-03-05 10:00', { changes });
    expect(one.last.writes).toEqual([{ write: 'form', data: { changes, filedById: 'provider' } }]);
    expect(one.state).toMatchObject({ stage: 'UNDER_REVIEW', facts: { filed: { version: 2 } } });
    // The days that the provider had it do not count against the target.
    expect(one.deadline('review')).toMatchObject({ lastDay: '2025-03-11' });
    one.does('register', 'reviewer', '2025-03-06 10:00');
    expect(one.entries).toMatchObject([{ data: { formVersion: 2 }, validFrom: '2025-03-06' }]);
  });

  it('HN-NET-06.2 reminds, and goes on with what was filed when the time is over', () => {
    const one = new PaperRegistration();
    one.does('returnApplication', 'reviewer', '2025-03-04 10:00', returned).until('2025-03-11 00:00');
    expect(one.mailed.slice(-2)).toEqual(['2025-03-10 09:00 deadlineReminder', '2025-03-11 00:00 correctionTimeOver']);
    expect(one.state).toMatchObject({ stage: 'UNDER_REVIEW', tasks: [{ name: 'review' }] });
  });

  it('HN-NET-06.2 may wait without a time limit, and cannot have had one', () => {
    const one = new PaperRegistration();
    expect(() =>
      one.does('returnApplication', 'reviewer', '2025-03-04 10:00', { ...returned, until: '2025-03-03' }),
    ).toThrow('before today');
    one.does('returnApplication', 'reviewer', '2025-03-04 10:00', { items: ['执照'], reason: '不清晰' });
    expect(one.until('2025-12-31 00:00').state.stage).toBe('RETURNED');
    one.does('refuseRegistration', 'reviewer', '2025-12-31 10:00', untrue);
    expect(one.state.outcome).toBe('REFUSED');
  });

  it('HN-NET-06.3 can be registered once the permit is there', () => {
    const one = new PaperRegistration({ form: { trades: ['AUDIT'] } });
    one.does('returnApplication', 'reviewer', '2025-03-04 10:00', { items: ['执业证书'], reason: '缺证' });
    const permits = [{ trade: 'AUDIT', number: '43010001', fileId: 'f', link: null, validUntil: '2026-12-31' }];
    one.does('correctApplication', 'provider', '2025-03-05 10:00', { changes: { permits } });
    one.does('register', 'reviewer', '2025-03-06 10:00');
    expect(one.deadline('permitExpiry')).toMatchObject({ lastDay: '2026-12-31' });
  });

  it('HN-NET-06.1 is withdrawn by the provider alone, and once only', () => {
    const one = new PaperRegistration();
    one.does('withdraw', 'provider', '2025-03-04 10:00');
    expect([one.state.outcome, one.last.notices[0]?.template]).toEqual(['WITHDRAWN', 'registrationWithdrawn']);
    expect(() => one.does('withdraw', 'provider', '2025-03-04 11:00')).toThrow('closed');
    expect(() => PaperRegistration.registered().does('withdraw', 'provider', '2025-03-04 10:00')).toThrow(
      'not open now',
    );
  });
});

describe('the listing', () => {
  it('HN-NET-06.5 HN-NET-08.4 is suspended on a ground by a reviewer, a manager or another case, and comes back', () => {
    for (const who of ['reviewer', 'manager', 'otherCase'] as const) {
      const one = PaperRegistration.registered();
      const input = { ground: 'INFORMATION_FALSE', reason: '多次发布虚假信息' };
      one.does('suspendListing', who, '2025-03-05 10:00', input);
      expect(one.state.stage).toBe('SUSPENDED');
      expect(one.entries.at(-1)).toMatchObject({
        status: 'SUSPENDED',
        data: { suspendedFor: ['INFORMATION_FALSE'] },
        reason: '多次发布虚假信息',
      });
      expect(one.last.notices).toMatchObject([
        { template: 'listingSuspended', data: { clause: 'HN-NET 第十九条第一项', untilVerified: false } },
      ]);
      expect(() => one.does('suspendListing', who, '2025-03-05 11:00', input)).toThrow('on this ground already');
      one.does('restoreListing', who, '2025-03-07 10:00', { ground: 'INFORMATION_FALSE', reason: '已整改' });
      expect(one.state.stage).toBe('REGISTERED');
      expect(one.entries.at(-1)).toMatchObject({ status: 'REGISTERED', data: { suspendedFor: [] } });
    }
  });

  it('HN-NET-06.5 stays suspended until the last cause is gone', () => {
    const one = PaperRegistration.registered();
    one.does('suspendListing', 'reviewer', '2025-03-05 10:00', untrue);
    one.does('suspendListing', 'manager', '2025-03-05 11:00', { ground: 'NO_ABILITY_TO_SERVE', reason: '无人服务' });
    one.does('restoreListing', 'reviewer', '2025-03-06 10:00', { ground: 'IDENTITY_UNTRUE', reason: '已核实' });
    expect(one.state.stage).toBe('SUSPENDED');
    expect(one.last.notices).toMatchObject([{ data: { remaining: [{ zh: '不具备服务能力' }] } }]);
    expect(() =>
      one.does('restoreListing', 'reviewer', '2025-03-06 11:00', { ground: 'IDENTITY_UNTRUE', reason: '—' }),
    ).toThrow('not suspended on this ground');
  });

  it('HN-NET-06.5 is suspended by nobody from outside', () => {
    const one = PaperRegistration.registered();
    for (const who of ['provider', 'otherProvider', 'consumer', 'reviewerElsewhere'] as const)
      expect(() => one.does('suspendListing', who, '2025-03-05 10:00', untrue), who).toThrow();
  });
});

it('XC-05.1 HN-NET-05.1 every decision on a ground cites the passage of the ground, on its line and in its notice', () => {
  const prohibited = { ground: 'TRADE_PROHIBITED', reason: '所列商品禁止交易' };
  const cited = { clause: 'HN-NET 第九条第三项', requirement: 'HN-NET-15.1' };
  const told = [{ data: { clause: cited.clause } }];
  const refused = new PaperRegistration().does('refuseRegistration', 'reviewer', '2025-03-04 10:00', prohibited);
  expect(refused.last.lines[0]).toMatchObject({ type: 'REGISTRATION_REFUSED', ...cited });
  expect(refused.last.notices).toMatchObject(told);
  const one = PaperRegistration.registered();
  for (const action of ['suspendListing', 'restoreListing', 'deregister']) {
    one.does(action, 'reviewer', '2025-03-05 10:00', prohibited);
    expect(one.last.lines[0]).toMatchObject({ detail: { action }, ...cited });
    expect(one.last.notices).toMatchObject(told);
  }
});

describe('the end of a registration', () => {
  it('HN-NET-06.1 HN-NET-10.2 comes at the wish of the provider; its day is kept, from which retention runs', () => {
    const one = PaperRegistration.registered();
    one.does('leave', 'provider', '2025-07-01 15:00');
    // Its offers are taken off with it (HN-NET-06.7).
    expect(one.last.messagesAbout).toMatchObject([{ kind: 'offerReview', action: 'registrationEnded' }]);
    expect(one.state).toMatchObject({
      outcome: 'DEREGISTERED',
      deadlines: [],
      facts: { deregisteredOn: '2025-07-01', deregisteredFor: 'OWN_WISH' },
    });
    expect(one.entries.at(-1)).toMatchObject({
      status: 'DEREGISTERED',
      validFrom: '2025-03-03',
      validTo: '2025-07-01',
      data: { deregisteredFor: 'OWN_WISH' },
    });
    expect(one.until('2030-01-01 00:00').last.notices).toMatchObject([{ template: 'providerDeregistered' }]);
  });

  it('HN-NET-06.1 HN-NET-25.3 or by decision, with a ground of the list and a reason', () => {
    for (const who of ['reviewer', 'manager', 'otherCase'] as const) {
      const one = PaperRegistration.registered();
      const input = { ground: 'QUALIFICATION_CANCELLED', reason: '多家企业反映服务能力差' };
      expect(() => one.does('deregister', who, '2025-07-01 15:00', { ...input, reason: '' })).toThrow('reason');
      one.does('deregister', who, '2025-07-01 15:00', input);
      expect(one.state.outcome).toBe('DEREGISTERED');
      expect(one.last.notices).toMatchObject([{ data: { clause: 'HN-NET 第二十四条', atOwnWish: false } }]);
      expect(one.entries.at(-1)).toMatchObject({ data: { deregisteredFor: 'QUALIFICATION_CANCELLED' } });
    }
    expect(() => PaperRegistration.registered().does('deregister', 'provider', '2025-07-01 15:00', untrue)).toThrow();
    expect(() => new PaperRegistration().does('deregister', 'reviewer', '2025-03-04 15:00', untrue)).toThrow();
  });
});

describe('the platform that answers for a provider', () => {
  it('HN-NET-16.7 HN-NET-25.2 is another one when a case says so; who brought the provider in stays on record', () => {
    const one = PaperRegistration.registered();
    expect(() => one.does('moveToPlatform', 'manager', '2025-03-05 10:00', {})).toThrow('may not do this');
    expect(() =>
      one.does('moveToPlatform', 'otherCase', '2025-03-05 10:00', { bodyId: 'hn-dept-changsha', reason: '—' }),
    ).toThrow('no such platform');
    one.does('moveToPlatform', 'otherCase', '2025-03-05 10:00', { bodyId: 'hn-changsha', reason: '窗口资格已取消' });
    expect(one.state).toMatchObject({ bodyId: 'hn-changsha', region: 'HN/CHANGSHA', stage: 'REGISTERED' });
    expect(one.entries.at(-1)).toMatchObject({ data: { broughtInBy: 'hn-liuyang' } });
    expect(() => one.does('suspendListing', 'reviewer', '2025-03-06 10:00', untrue)).toThrow('outside');
  });

  it('HN-NET-16.7 may change before the review is over, without an entry', () => {
    const one = new PaperRegistration();
    one.does('moveToPlatform', 'otherCase', '2025-03-04 10:00', { bodyId: 'hn-hub', reason: '窗口资格已取消' });
    expect([one.state.bodyId, one.state.stage, one.entries]).toEqual(['hn-hub', 'UNDER_REVIEW', []]);
    expect(one.last.at).toBe(at('2025-03-04 10:00'));
  });
});

describe('a contest of the credit record', () => {
  it('HN-NET-12.2 ends with the registration, undecided: the record says so, and the provider is told', () => {
    const one = PaperRegistration.registered();
    for (const entry of ['cpl-1', 'ilc-1'])
      one.act('contestCredit', people.provider, { entry, ...statement }, at('2025-07-01 10:00'), entries);
    one.does('deregister', 'manager', '2025-07-03 10:00', { ground: 'IDENTITY_INVALID', reason: '证照失效。' });
    const ended = { status: 'ENDED', contestedOn: '2025-07-01', endedOn: '2025-07-03' };
    const credit = one.last.writes.filter(({ data }) => (data as { register?: string }).register === 'hn-net.credit');
    expect(credit).toMatchObject([{ data: { data: { contests: { 'cpl-1': ended, 'ilc-1': ended } } } }]);
    expect(one.last.notices.map(({ template }) => template)).toEqual(['providerDeregistered', 'contestsEnded']);
    expect(one.last.lines.map(({ type }) => type)).toContain('CREDIT_RECORD_CHANGED');
    expect(one.state).toMatchObject({ outcome: 'DEREGISTERED', tasks: [], facts: { contests: {} } });
  });

  const statement = { statement: '系渠道故障，并非虚构交易。', fileIds: [] };
  const entries = ['ilc-1', 'cpl-1'];

  it('HN-NET-12.2 is of an entry of the record, marks it, and is decided by a manager with reasons', () => {
    const one = PaperRegistration.registered();
    const contest = (entry: string) => () =>
      one.act('contestCredit', people.provider, { entry, ...statement }, at('2025-07-01 10:00'), entries);
    expect(contest('ilc-9')).toThrow('no such entry');
    contest('ilc-1')();
    expect(contest('ilc-1')).toThrow('under examination already');
    contest('cpl-1')();
    expect(one.tasks).toContain('examineContest');
    expect(one.last.writes).toMatchObject([
      { data: { data: { contests: { 'cpl-1': { status: 'CONTESTED', contestedOn: '2025-07-01' } } } } },
    ]);
    const decide = (entry: string, who: keyof typeof people, decision: string) =>
      one.does('decideContest', who, '2025-07-02 10:00', { entry, decision, reason: '退款记录属实。' });
    expect(() => decide('cpl-1', 'reviewer', 'UPHELD')).toThrow();
    decide('ilc-1', 'manager', 'UPHELD');
    expect(one.tasks).toContain('examineContest');
    decide('cpl-1', 'manager', 'REMOVED');
    expect(one.tasks).not.toContain('examineContest');
    const removed = { status: 'REMOVED', contestedOn: '2025-07-01', decidedOn: '2025-07-02' };
    expect(one.last.writes).toMatchObject([{ data: { data: { contests: { 'cpl-1': removed } } } }]);
    expect(one.last.notices).toMatchObject([{ template: 'contestDecided' }]);
    expect(() => decide('cpl-1', 'manager', 'UPHELD')).toThrow('is not contested');
  });
});
