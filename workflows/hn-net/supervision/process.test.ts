import { describe, expect, it } from 'vitest';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import { bodyOf } from '../../../rules/hn-net/network.ts';
import type { Person } from '../../../rules/roles.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase, netPeople as people, PROVIDER, providerEntry } from '../../../test/support/network-case.ts';
import type { FoundEntry } from '../../engine/intake.ts';
import type { SupervisionFacts } from './contract.ts';
import { supervisionIntake as intake } from './intake.ts';
import { supervision } from './process.ts';

const liuyang = { bodyId: 'hn-dept-liuyang', region: 'HN/CHANGSHA/LIUYANG' } as const;
const changsha = { bodyId: 'hn-dept-changsha', region: 'HN/CHANGSHA' } as const;
const inspector = people.department;
const manager = person('dept-manager', { role: 'manager', ...liuyang });
const cityOfficer = person('dept-city', { role: 'reviewer', ...changsha });

/** What the supervised can lose when it is decided. */
const registered = { registrationCaseId: 'reg-1', qualificationCaseId: null };
const window: FoundEntry = {
  ...{ ...providerEntry, register: 'hn-net.windows', party: 'unit:hn-liuyang', name: '浏阳市中小企业综合窗口服务平台' },
  ...{ status: 'RECOGNISED', data: { window: { ...bodyOf('hn-liuyang') }, operator: PROVIDER, disqualifiedFor: null } },
};
const credit: FoundEntry = {
  ...{ ...providerEntry, register: 'hn-net.credit', status: 'RECORDED' },
  data: {
    complaints: Object.fromEntries(
      ['cpl-1', 'cpl-2', 'cpl-3'].map((id) => [id, { result: 'UPHELD', upheldOn: '2025-09-01', breached: [] }]),
    ),
    violations: { 'ilc-1': { breach: 'PROHIBITED', foundOn: '2025-09-02' } },
  },
};

const form = {
  kind: 'PROVIDER',
  supervised: PROVIDER,
  place: 'HN/CHANGSHA/LIUYANG',
  trigger: 'COMPLAINTS',
  account: '多家企业反映逾期不交付。',
};
const windowForm = { ...form, kind: 'WINDOW', window: 'hn-liuyang', trigger: 'INSPECTION' };
const openedAt = at('2025-09-26 09:00');
const NOW = at('2025-09-26 10:00');
const reason = '一年内三次投诉成立，均未履行承诺。';

interface Known {
  readonly filer?: Person;
  readonly entries?: readonly FoundEntry[];
}

function filing(changes: object = {}, known: Known = {}) {
  const { filer = inspector, entries = [providerEntry, credit] } = known;
  return intake.file({
    form: intake.form.parse({ ...form, ...changes }),
    ...{
      filer,
      party: `person:${filer.id}`,
      filerName: '某人',
      now: openedAt,
      rules: hnNetValues(),
      entries,
      cases: [],
    },
  });
}

function opened(changes: object = {}, known: Known = {}) {
  return new NetworkCase<SupervisionFacts>(supervision, filing(changes, known), {
    ...{ id: 'spv-1', openedAt, filer: known.filer ?? inspector },
  });
}

function found(changes: object = {}, grounds = ['POOR_REPUTATION'], known: Known = {}) {
  const one = opened(changes, known);
  one.act('recordFinding', inspector, { grounds, reason, fileIds: ['fil-1'] }, NOW);
  return one;
}

function announced(changes: object = {}, grounds = ['POOR_REPUTATION'], known: Known = {}) {
  const one = found(changes, grounds, known);
  one.act('announceLoss', inspector, { reason }, NOW);
  return one;
}

const statement = { statement: '已全部退款。', fileIds: ['fil-2'] };
const HEARD = at('2025-10-09 10:00');

function heard(changes: object = {}, grounds = ['POOR_REPUTATION'], known: Known = {}) {
  const one = announced(changes, grounds, known);
  one.act('giveStatement', people.provider, statement, HEARD);
  return one;
}

describe('whose it is', () => {
  it('HN-NET-25.1 the department of the place of service has it, wherever the provider sits', () => {
    expect(filing().body).toEqual(liuyang);
    const elsewhere = { ...providerEntry, region: 'HN/XIANGTAN', bodyId: 'hn-hub' };
    expect(filing({ place: 'HN/CHANGSHA' }, { entries: [elsewhere] })).toMatchObject({
      body: changsha,
      subject: PROVIDER,
      opening: { place: 'HN/CHANGSHA' },
    });
    expect(() => filing({ place: 'HN/NOWHERE' })).toThrow('place');
  });

  it('HN-NET-25.1 a platform may bring it before the department, and nobody from outside the network', () => {
    expect(filing({ trigger: 'REPORT' }, { filer: people.hub }).body).toEqual(liuyang);
    const stranger = person('sh', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' });
    expect(() => filing({}, { filer: stranger })).toThrow('Only staff of the network');
    const one = opened({}, { filer: people.hub });
    expect(() => one.act('recordFinding', people.hub, { grounds: ['UNLAWFUL'], reason, fileIds: [] }, NOW)).toThrow(
      'outside your',
    );
  });

  it('HN-NET-25.2 names the window where its operator is supervised, and a registered provider otherwise', () => {
    expect(filing(windowForm, { entries: [window] })).toMatchObject({ title: '浏阳市中小企业综合窗口服务平台' });
    expect(() => filing({ kind: 'WINDOW' })).toThrow('name the window');
    expect(() => filing({ window: 'hn-liuyang' })).toThrow('none for a provider');
    expect(() => filing({ ...windowForm, window: 'hn-hub' })).toThrow('window');
    expect(() => filing({}, { entries: [] })).toThrow('No such provider');
  });

  it('HN-NET-25.2 hears the operator of the register and nobody else, and a window must be on record to lose anything', () => {
    expect(() => filing(windowForm, { entries: [] })).toThrow('is not on record');
    const another = { ...window, data: { ...window.data, operator: '91310104MA1FR2CD85' } };
    expect(() => filing(windowForm, { entries: [another] })).toThrow('is run by 91310104MA1FR2CD85');
  });
});

describe('what is found', () => {
  it('HN-NET-25.3 A-70 three upheld complaints are before the eyes of the officer, and decide nothing', () => {
    const one = opened();
    expect(one.last.lines.find(({ type }) => type === 'CREDIT_RECORD_SEEN')?.title.zh).toMatch(
      /投诉成立 3 件.*违法信息 1 件/,
    );
    expect(one.state.about).toBe(`conduct:${PROVIDER}`);
    expect(one.last.tasks).toMatchObject([{ name: 'inspect', detail: { upheldComplaints: 3, violations: 1 } }]);
    expect(one.state).toMatchObject({ stage: 'UNDER_INSPECTION', outcome: null, deadlines: [] });
    expect(one.liveUntil(at('2026-09-26 09:00'))).toEqual([]);
  });

  it('HN-NET-25.2 HN-NET-25.3 is one of the grounds for whom it is about, with a reason that they are told', () => {
    const one = opened();
    const finding = { grounds: ['NOT_WORKING'], reason, fileIds: [] };
    expect(() => one.act('recordFinding', inspector, finding, NOW)).toThrow('no ground against this kind');
    expect(() => one.act('recordFinding', inspector, { ...finding, reason: '' }, NOW)).toThrow('needs a reason');
    expect(found().toldTo('findingMade')).toEqual([PROVIDER]);
  });

  it('HN-NET-25.1 nothing found, it is closed with a reason', () => {
    const one = opened();
    one.act('closeSupervision', inspector, { reason: '未发现问题。' }, NOW);
    expect(one.state).toMatchObject({ outcome: 'CLOSED', tasks: [] });
  });
});

describe('a warning', () => {
  const warning = { demands: '退还费用。', correctBy: '2025-10-20', reason };

  it('HN-NET-25.3 sets a time to correct; a correction that is accepted ends it', () => {
    const one = found();
    expect(() => one.act('warn', inspector, { ...warning, correctBy: '2025-09-26' }, NOW)).toThrow('after today');
    one.act('warn', inspector, warning, NOW);
    expect(one.deadline('correction')).toMatchObject({ lastDay: '2025-10-20' });
    one.act('reportCorrection', people.provider, { statement: '已退款。', fileIds: [] }, HEARD);
    expect(one.tasks).toEqual(['judgeCorrection']);
    one.act('acceptCorrection', inspector, {}, HEARD);
    expect(one.state).toMatchObject({ outcome: 'CORRECTED', deadlines: [] });
  });

  it('HN-NET-25.3 that nobody answers takes nothing away: an officer looks into it', () => {
    const one = found();
    one.act('warn', inspector, warning, NOW);
    one.liveUntil(at('2025-10-21 00:00'));
    expect(one.state).toMatchObject({ stage: 'WARNED', outcome: null, tasks: [{ name: 'judgeCorrection' }] });
    one.act('rejectCorrection', inspector, { reason: '退款未到账。' }, at('2025-10-21 10:00'));
    expect(one.state).toMatchObject({ stage: 'FINDING', tasks: [{ name: 'decideMeasure' }] });
  });
});

describe('the loss of a qualification', () => {
  it('HN-NET-25.3 is announced first; the provider is heard within 10 working days, to 2025-10-16', () => {
    const one = announced();
    expect(one.deadline('statement')).toMatchObject({ lastDay: '2025-10-16' });
    expect(one.toldTo('lossAnnounced')).toEqual([PROVIDER]);
    expect(() => one.act('cancelQualification', manager, { reason }, NOW)).toThrow('is not open now');
    expect(() => found().act('cancelQualification', manager, { reason }, NOW)).toThrow('is not open now');
  });

  it('HN-NET-25.3 when a manager decides, the provider is deregistered on that ground, by letter and mail', () => {
    const one = heard();
    expect(() => one.act('cancelQualification', inspector, { reason }, HEARD)).toThrow('may not');
    // It registered anew after the filing: that registration goes.
    one.act('cancelQualification', manager, { reason }, HEARD, { ...registered, registrationCaseId: 'reg-2' });
    expect(one.state.outcome).toBe('PROVIDER_CANCELLED');
    expect(one.last.messages).toMatchObject([
      { to: 'reg-2', action: 'deregister', input: { ground: 'QUALIFICATION_CANCELLED', reason } },
    ]);
    expect(one.last.lines[0]).toMatchObject({ clause: 'HN-NET 第二十四条', requirement: 'HN-NET-25.3' });
    expect(one.last.notices).toMatchObject([{ template: 'qualificationCancelled', data: { heard: true } }]);
    expect(one.tasks).toEqual(['sendLetter']);
  });

  it('HN-NET-25.3 XC-04.3 silence counts only once the announcement has arrived; then too a manager decides', () => {
    const one = announced();
    const lost = { noticeId: 'n-1', template: 'lossAnnounced', recipient: 'a@example.org', request: 'lossAnnounced:1' };
    one.liveUntil(at('2025-10-17 00:00'), () => [lost]);
    expect(one.state.stage).toBe('HEARING');
    const reached = announced();
    reached.liveUntil(at('2025-10-17 00:00'), () => []);
    expect(reached.state).toMatchObject({ stage: 'TO_DECIDE', outcome: null, facts: { heard: { by: 'SILENCE' } } });
    expect(reached.last.messages).toEqual([]);
    reached.act('giveStatement', people.provider, statement, at('2025-10-17 09:00'));
    expect(reached.state.facts.heard).toMatchObject({ by: 'STATEMENT' });
  });

  it('HN-NET-25.2 of a window ends its qualification, which gives its providers to the platform above; its registration as a provider stays', () => {
    const one = heard(windowForm, ['NOT_WORKING'], { entries: [window] });
    const nothing = { registrationCaseId: 'reg-1', qualificationCaseId: null };
    expect(() => one.act('cancelQualification', manager, { reason }, HEARD, nothing)).toThrow('runs no window');
    one.act('cancelQualification', manager, { reason }, HEARD, { ...nothing, qualificationCaseId: 'win-1' });
    expect(one.state.outcome).toBe('QUALIFICATION_CANCELLED');
    expect(one.last.lines[0]).toMatchObject({ type: 'QUALIFICATION_CANCELLED', requirement: 'HN-NET-25.2' });
    expect(one.last.messages).toMatchObject([
      { to: 'win-1', action: 'cancelAfterSupervision', input: { ground: 'NOT_WORKING', reason } },
    ]);
  });

  it('HN-NET-25.3 XC-05.5 is not decided by who found it, and can be dropped', () => {
    const finder = person('department', { role: 'manager', ...liuyang });
    const one = heard();
    expect(() => one.act('cancelQualification', finder, { reason }, HEARD, registered)).toThrow('somebody else must');
    one.act('dropLoss', manager, { reason: '已全部退款。' }, HEARD);
    expect(one.state).toMatchObject({ stage: 'FINDING', facts: { announcedAt: null, heard: null } });
    expect(one.toldTo('lossDropped')).toEqual([PROVIDER]);
  });

  it('HN-NET-25.3 needs a registration that is open', () => {
    const one = heard({}, ['WEAK_ABILITY']);
    const nothing = { ...registered, registrationCaseId: null };
    expect(() => one.act('cancelQualification', manager, { reason }, HEARD, nothing)).toThrow('no open registration');
  });
});

it('HN-NET-25.4 a referral keeps addressee, date and file, and the case ends as referred', () => {
  const one = found({}, ['UNLAWFUL']);
  const referral = {
    addressee: '浏阳市市场监督管理局',
    referredOn: '2025-09-26',
    referenceNumber: '浏企主移〔2025〕1号',
    fileIds: ['fil-3'],
  };
  expect(() => one.act('refer', inspector, { ...referral, referredOn: '2025-09-27' }, NOW)).toThrow('a day to come');
  one.act('refer', inspector, referral, NOW);
  expect(one.state.facts.referrals).toEqual([
    { addressee: '浏阳市市场监督管理局', referredOn: '2025-09-26', fileIds: ['fil-3'] },
  ]);
  expect(one.last.lines[0]?.title.zh).toContain('浏企主移〔2025〕1号');
  one.act('closeSupervision', inspector, { reason: '已立案查处。' }, NOW);
  expect(one.state.outcome).toBe('REFERRED');
});

it('HN-NET-25.5 what a level cannot handle goes upward, level by level, with its tasks', () => {
  const one = found();
  one.act('escalate', inspector, { reason: '该服务商在三个市州开展服务。' }, NOW);
  expect(one.state).toMatchObject({ ...changsha, facts: { escalatedBy: ['hn-dept-liuyang'] } });
  expect(() => one.act('announceLoss', inspector, { reason }, NOW)).toThrow('outside your');
  one.act('escalate', cityOfficer, { reason: '跨市州。' }, NOW);
  expect(one.state).toMatchObject({ bodyId: 'hn-dept-province', region: 'HN' });
  const province = person('dept-province', { role: 'reviewer', bodyId: 'hn-dept-province', region: 'HN' });
  expect(() => one.act('escalate', province, { reason: '……' }, NOW)).toThrow('no department above');
  expect(one.tasks).toEqual(['decideMeasure']);
});
