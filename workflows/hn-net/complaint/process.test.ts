import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../rules/refusal.ts';
import type { Person } from '../../../rules/roles.ts';
import { at } from '../../../test/support/engine-samples.ts';
import {
  CONSUMER,
  CONTACT,
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
  providerEntry,
} from '../../../test/support/network-case.ts';
import { ningxiang, ningxiangDeclared } from '../../../test/support/network-windows.ts';
import type { ComplaintFacts } from './contract.ts';
import { complaintIntake } from './intake.ts';
import { complaint } from './process.ts';

const FILED = at('2026-02-13 18:00');
const REGISTERED = at('2026-02-14 10:00');
const LATER = at('2026-02-26 10:00');

const form = {
  platform: 'hn-liuyang',
  provider: PROVIDER,
  orderNumber: 'DD-2026-0017',
  reason: 'NO_VOUCHER',
  account: '付款后未开具发票，多次催要无果。',
  claim: '补开发票',
  happenedOn: '2026-02-03',
};

function filed(changes: object = {}, filer = people.consumer) {
  const filing = fileForm(complaintIntake, { ...form, ...changes }, { filer, now: FILED });
  return new NetworkCase<ComplaintFacts>(complaint, filing, { id: 'cpl-1', openedAt: FILED, filer });
}

function registered(changes: object = {}, by = people.county) {
  const one = filed(changes);
  one.act('registerComplaint', by, {}, REGISTERED);
  return one;
}

function investigated(changes: object = {}) {
  const one = registered(changes);
  one.act('startInvestigation', people.county, {}, LATER);
  return one;
}

const upheld = { responsible: 'PROVIDER', breached: ['NO_VOUCHER'], reason: '经核实，服务商未开具发票。' };

function decided() {
  const one = investigated();
  one.act('upholdComplaint', people.county, upheld, LATER);
  return one;
}

/** The clause of the line with which a case decided, and of what its parties were told. */
function citedBy({ last }: NetworkCase<ComplaintFacts>) {
  return { line: last.lines[0]?.clause, notice: last.notices[0]?.data['clause'] };
}

const tasksOf = ({ state }: NetworkCase<ComplaintFacts>) => state.tasks.map(({ name }) => name);

describe('filing a complaint', () => {
  it('HN-NET-20.1 goes to the hub or any window, which receives it and says so', () => {
    for (const [platform, body] of [
      ['hn-hub', 'hn-hub'],
      ['hn-changsha-machinery', 'hn-changsha-machinery'],
    ] as const) {
      const one = filed({ platform });
      expect(one.state).toMatchObject({
        stage: 'RECEIVED',
        bodyId: body,
        facts: { competent: { bodyId: 'hn-liuyang' } },
      });
      expect(one.toldTo('complaintReceived')).toEqual([CONSUMER]);
      // The provider hears of it once it is registered.
      expect(one.last.notices).toHaveLength(1);
    }
  });

  it('HN-NET-20.1 needs neither an account nor the provider’s code, and no name enters the case', () => {
    const one = filed({ provider: undefined, providerName: '星辰检测' }, people.contact);
    expect(one.state.parties).toEqual({ complainant: [CONTACT] });
    expect(one.state.facts.competent).toBeNull();
    expect(JSON.stringify(one.state.facts)).not.toContain('星辰检测');
    expect(() => fileForm(complaintIntake, { ...form, provider: undefined })).toThrow();
  });

  it('HN-NET-20.1 is refused only for what cannot be: a day ahead, oneself, no such reason', () => {
    const file = (changes: object) => () => fileForm(complaintIntake, { ...form, ...changes }, { now: FILED });
    expect(file({ happenedOn: '2026-02-14' })).toThrow('in the future');
    expect(file({ provider: CONSUMER })).toThrow('about yourself');
    expect(file({ reason: 'WHATEVER' })).toThrow();
    expect(file({ provider: '91430102MA4L8XK930' })).toThrow();
    expect(file({ provider: 'unit:hn-hub' })).toThrow();
    expect(file({ fileIds: ['fil-1'] })).not.toThrow();
  });

  it('HN-NET-15.3 HN-NET-20.1 looks the provider up, and hands a provider that nobody registered to the hub', () => {
    expect(complaintIntake.lookUp?.(complaintIntake.form.parse(form), CONSUMER)).toEqual({
      entries: [
        { register: 'hn-net.providers', party: PROVIDER },
        { register: 'hn-net.consumers', party: CONSUMER },
      ],
      registers: ['hn-net.windows'],
    });
    const { opening } = fileForm(complaintIntake, form, { now: FILED, entries: [] });
    expect(opening).toMatchObject({ competent: { bodyId: 'hn-hub' }, providerRegion: null });
    const found = fileForm(complaintIntake, form, { now: FILED, entries: [providerEntry] });
    expect(found.opening).toMatchObject({ competent: { bodyId: 'hn-liuyang' }, providerRegion: 'HN/CHANGSHA/LIUYANG' });
  });
});

describe('registering a complaint', () => {
  it('HN-NET-20.2 is due within one working day: of Friday 2026-02-13 18:00 by the end of Saturday 2026-02-14', () => {
    const one = filed();
    expect(one.deadline('registration')).toMatchObject({ lastDay: '2026-02-14', dueAt: at('2026-02-15 00:00') });
    expect(tasksOf(one)).toEqual(['registerComplaint']);
    // Its last day is a make-up working day, so the reminder goes out on it.
    expect(one.liveUntil(at('2026-02-14 12:00'))).toEqual([at('2026-02-14 09:00')]);
    expect(one.toldTo('deadlineReminder')).toEqual(['reviewer']);
  });

  it('HN-NET-20.2 not done in time it goes to the manager, and must be done all the same', () => {
    const one = filed();
    one.liveUntil(at('2026-02-15 00:00'));
    expect(one.state.stage).toBe('RECEIVED');
    expect(tasksOf(one)).toEqual(['registerComplaint', 'registrationOverdue']);
    expect(one.toldTo('complaintOverdue')).toEqual(['manager']);
    one.act('registerComplaint', people.county, {}, at('2026-02-24 10:00'));
    expect(tasksOf(one)).toEqual(['investigate']);
  });

  it('HN-NET-20.2 is done by a reviewer of the platform that has it, once', () => {
    for (const who of [people.city, people.department, people.consumer, people.countyManager]) {
      expect(() => filed().act('registerComplaint', who, {}, REGISTERED)).toThrow(Refusal);
    }
    const one = registered();
    expect(one.toldTo('complaintRegistered')).toEqual([CONSUMER]);
    expect(() => one.act('registerComplaint', people.county, {}, LATER)).toThrow('not open now');
  });

  it('HN-NET-20.3 tells the provider what it is about, and it may answer', () => {
    const one = registered();
    expect(one.last.notices.find(({ template }) => template === 'complaintAgainstProvider')).toMatchObject({
      to: { party: PROVIDER },
      data: {
        claim: '补开发票',
        orderNumber: 'DD-2026-0017',
        happenedOn: '2026-02-03',
        ground: { en: 'No invoice or voucher' },
      },
    });
    const statement = { statement: '发票已于2月10日寄出。', fileIds: ['fil-1'] };
    expect(() => one.act('giveStatement', people.otherProvider, statement, LATER)).toThrow('outside your institution');
    expect(() => one.act('giveStatement', people.consumer, statement, LATER)).toThrow(Refusal);
    one.act('giveStatement', people.provider, statement, LATER);
    expect(one.toldTo('complaintFileGrew')).toEqual([CONSUMER]);
    one.act('addEvidence', people.consumer, { note: '至今未收到。', fileIds: [] }, LATER);
    expect(one.toldTo('complaintFileGrew')).toEqual([PROVIDER]);
  });
});

describe('handling a complaint', () => {
  it('HN-NET-20.3 registered on 2026-02-14 it is to be handled by 2026-03-13', () => {
    const one = registered();
    expect(one.deadline('handling')).toMatchObject({ lastDay: '2026-03-13', dueAt: at('2026-03-14 00:00') });
    expect(one.liveUntil(at('2026-03-13 23:59'))).toEqual([
      at('2026-03-06 09:00'),
      at('2026-03-11 09:00'),
      at('2026-03-13 09:00'),
    ]);
  });

  it('HN-NET-20.3 overdue it goes to the manager, and nothing happens of itself', () => {
    const one = investigated();
    one.liveUntil(at('2026-03-14 00:00'));
    expect(one.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null });
    expect(tasksOf(one)).toEqual(['investigate', 'handlingOverdue']);
    expect(one.toldTo('complaintOverdue')).toEqual(['manager']);
    one.act('upholdComplaint', people.county, upheld, at('2026-03-16 10:00'));
    expect(one.state).toMatchObject({ outcome: 'UPHELD', tasks: [] });
  });

  it('HN-NET-20.1 sent to the wrong window it is registered there and transferred, not refused', () => {
    const one = registered({ platform: 'hn-changsha' }, people.city);
    expect(one.state).toMatchObject({ stage: 'REGISTERED', bodyId: 'hn-changsha' });
    expect(one.last.notices[0]?.data).toMatchObject({
      competent: { name: { en: 'Liuyang comprehensive window platform' } },
    });
    expect(tasksOf(one)).toEqual(['transferComplaint']);
    expect(() => one.act('startInvestigation', people.city, {}, LATER)).toThrow('transfer it to the Liuyang');
    const reason = '该服务商由浏阳窗口平台负责接入';
    one.act('transferComplaint', people.city, { body: 'hn-liuyang', reason }, LATER);
    expect(one.state).toMatchObject({ stage: 'REGISTERED', bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' });
    expect(one.told).toContain('CASE_HANDED_OVER');
    expect(one.toldTo('complaintTransferred')).toEqual([CONSUMER, PROVIDER]);
    expect(one.last.notices[0]?.data).toMatchObject({ reason, transferredAt: LATER });
    expect(tasksOf(one)).toEqual(['investigate']);
    // The clock of its handling runs on from its registration.
    expect(one.deadline('handling')?.lastDay).toBe('2026-03-13');
    expect(() => one.act('startInvestigation', people.city, {}, LATER)).toThrow(Refusal);
    one.act('startInvestigation', people.county, {}, LATER);
  });

  it('HN-NET-20.1 HN-NET-02.2 both sides and the timeline read which window it came from, not where that has its cases', () => {
    const filing = fileForm(complaintIntake, { ...form, platform: 'hn-ningxiang' }, { entries: [ningxiang] });
    const one = new NetworkCase<ComplaintFacts>(complaint, filing, { id: 'cpl-1', openedAt: FILED });
    expect(one.state.bodyId).toBe('hn-changsha');
    one.act('registerComplaint', people.city, {}, REGISTERED);
    const transfer = { body: 'hn-liuyang', reason: '该服务商由浏阳窗口平台负责接入' };
    one.act('transferComplaint', people.city, transfer, LATER, [ningxiang]);
    const told = one.last.notices.filter(({ template }) => template === 'complaintTransferred');
    expect(told.map(({ data }) => data['from'])).toMatchObject([
      { name: { zh: ningxiangDeclared.name }, telephone: ningxiangDeclared.telephone },
      { name: { zh: ningxiangDeclared.name } },
    ]);
    expect(one.last.lines[0]?.title.zh).toContain(`由 ${ningxiangDeclared.name} 改为 浏阳市`);
  });

  it('HN-NET-20.1 is transferred only within the network, to another platform, with a reason', () => {
    const transfer = (body: string) => () =>
      registered().act('transferComplaint', people.county, { body, reason: '移送' }, LATER);
    expect(transfer('hn-dept-changsha')).toThrow('hub or a window');
    expect(transfer('sh-centre')).toThrow('hub or a window');
    expect(transfer('hn-liuyang')).toThrow('has the complaint already');
    expect(() => filed().act('transferComplaint', people.county, { body: 'hn-hub', reason: '移送' })).toThrow(
      'not open now',
    );
  });

  it('HN-NET-20.1 is not filed with a platform that does not exist, nor sent to the provider of one', () => {
    for (const platform of ['MARS', 'hn-dept-changsha'])
      expect(() => filed({ platform })).toThrow('There is no such platform');
    const one = registered({ provider: undefined, providerName: '星辰检测', platform: 'hn-changsha' }, people.city);
    const elsewhere = { provider: PROVIDER, broughtInBy: 'MARS' };
    expect(() => one.act('nameProvider', people.city, elsewhere, LATER)).toThrow('has no such platform');
  });

  it('HN-NET-20.3 finds out a provider that the complainant could only describe', () => {
    const one = registered({ provider: undefined, providerName: '星辰检测', platform: 'hn-changsha' }, people.city);
    expect(one.toldTo('complaintAgainstProvider')).toEqual([]);
    expect(() => one.act('applyForMediation', people.consumer, {}, LATER)).toThrow('not found out the provider');
    expect(() => one.act('nameProvider', people.city, { provider: CONSUMER }, LATER)).toThrow('another organisation');
    one.act('nameProvider', people.city, { provider: PROVIDER, broughtInBy: 'hn-liuyang' }, LATER);
    expect(one.toldTo('complaintAgainstProvider')).toEqual([PROVIDER]);
    expect(one.last.partiesChanged).toBe(true);
    expect(tasksOf(one)).toContain('transferComplaint');
    expect(() => one.act('nameProvider', people.city, { provider: PROVIDER }, LATER)).toThrow('known already');
  });

  it('XC-05.1 HN-NET-20 says of each action what is missing for it', () => {
    const unknown = registered({ provider: undefined, providerName: '星辰检测', platform: 'hn-changsha' }, people.city);
    const missing = (one: typeof unknown, name: string, who: Person = people.city) => one.blocked(name, who, LATER, []);
    expect(missing(unknown, 'nameProvider')).toEqual([]);
    expect(missing(unknown, 'applyForMediation', people.consumer)).toEqual(['CONDITION_NOT_MET']);
    unknown.act('nameProvider', people.city, { provider: PROVIDER, broughtInBy: 'hn-liuyang' }, LATER);
    expect(missing(unknown, 'nameProvider')).toEqual(['ALREADY_DONE']);
    expect(missing(unknown, 'startInvestigation')).toEqual(['CONDITION_NOT_MET']);
    expect(missing(unknown, 'applyForMediation', people.consumer)).toEqual([]);
    unknown.act('applyForMediation', people.consumer, {}, LATER);
    expect(missing(investigated(), 'closeSettled', people.county)).toEqual(['CONDITION_NOT_MET']);
    expect(missing(investigated(), 'upholdComplaint', people.county)).toEqual([]);
  });

  it('HN-NET-20.3 an unknown provider is not found responsible', () => {
    const one = registered({ provider: undefined, providerName: '星辰检测' });
    one.act('startInvestigation', people.county, {}, LATER);
    expect(() => one.act('upholdComplaint', people.county, upheld, LATER)).toThrow('not known yet');
    one.act('rejectComplaint', people.county, { responsible: 'NOBODY', reason: '无法查明' }, LATER);
    expect(one.toldTo('complaintFinding')).toEqual([CONSUMER]);
  });

  it('HN-NET-20.3 is withdrawn by its complainant, account or not, and both sides hear that no finding is made', () => {
    const one = investigated();
    expect(() => one.act('withdrawComplaint', people.otherConsumer, {}, LATER)).toThrow('outside your institution');
    expect(() => one.act('withdrawComplaint', people.provider, {}, LATER)).toThrow(Refusal);
    one.act('withdrawComplaint', people.consumer, { reason: '已补开发票' }, LATER);
    expect(one.state).toMatchObject({ outcome: 'WITHDRAWN', deadlines: [], tasks: [], facts: { finding: null } });
    expect(one.toldTo('complaintWithdrawn')).toEqual([CONSUMER, PROVIDER]);

    const early = filed({}, people.contact);
    early.act('withdrawComplaint', people.contact, {}, REGISTERED);
    expect(early.toldTo('complaintWithdrawn')).toEqual([CONTACT]);
    expect(() => early.act('applyForMediation', people.contact, {}, LATER)).toThrow('apply for mediation directly');
  });
});

describe('the finding on a complaint', () => {
  it('HN-NET-20.4 is told to both sides with its reasons', () => {
    const one = decided();
    expect(one.state).toMatchObject({ outcome: 'UPHELD', deadlines: [], tasks: [] });
    expect(one.toldTo('complaintFinding')).toEqual([CONSUMER, PROVIDER]);
    expect(one.last.notices[0]?.data).toMatchObject({
      verdict: { en: 'Upheld' },
      responsible: { en: 'Provider' },
      breached: [{ en: 'No invoice or voucher' }],
      reason: upheld.reason,
      mediationOpen: true,
    });
  });

  it('HN-NET-12.1 HN-NET-20.4 upheld it appears in the credit record of the provider with date and result', () => {
    expect(decided().last.writes).toMatchObject([
      {
        write: 'register',
        data: {
          register: 'hn-net.credit',
          party: PROVIDER,
          adds: true,
          status: 'RECORDED',
          data: { complaints: { 'cpl-1': { result: 'UPHELD', upheldOn: '2026-02-26', breached: ['NO_VOUCHER'] } } },
        },
      },
    ]);
  });

  it('HN-NET-20.4 XC-06.1 counts nowhere else: in no other register, and not against a provider that is not to blame', () => {
    const registersOf = ({ last }: NetworkCase<ComplaintFacts>) =>
      last.writes.map(({ data }) => (data as { register?: string }).register);
    expect(registersOf(decided())).toEqual(['hn-net.credit']);
    const platform = investigated();
    platform.act('upholdComplaint', people.county, { ...upheld, responsible: 'PLATFORM' }, LATER);
    expect([platform.state.outcome, registersOf(platform)]).toEqual(['UPHELD', []]);
    const rejected = investigated();
    rejected.act('rejectComplaint', people.county, { responsible: 'NOBODY', reason: '发票已寄出' }, LATER);
    expect([rejected.state.outcome, registersOf(rejected)]).toEqual(['NOT_UPHELD', []]);
    expect(rejected.toldTo('complaintFinding')).toEqual([CONSUMER, PROVIDER]);
  });

  it('HN-NET-20.4 XC-05.1 needs a reason, a reviewer of the platform, and duties that were breached', () => {
    const decide = (who: (typeof people)[keyof typeof people], changes: object) => () =>
      investigated().act('upholdComplaint', who, { ...upheld, ...changes }, LATER);
    expect(decide(people.county, { reason: ' ' })).toThrow('needs a reason');
    expect(decide(people.county, { breached: [] })).toThrow('duties that were breached');
    expect(decide(people.city, {})).toThrow('outside your institution');
    expect(decide(people.countyManager, {})).toThrow(Refusal);
    expect(decide(people.provider, {})).toThrow(Refusal);
    expect(() => registered().act('upholdComplaint', people.county, upheld, LATER)).toThrow('not open now');
    const one = decided();
    expect(() => one.act('rejectComplaint', people.county, { responsible: 'NOBODY', reason: '再议' })).toThrow(
      'closed',
    );
  });

  it('HN-NET-20.4 can be reopened and reversed, which the credit record shows and both sides hear', () => {
    const one = decided();
    expect(() => one.act('reopenFinding', people.consumer, { reason: '不服' })).toThrow(Refusal);
    expect(() => one.act('reopenFinding', people.countyManager, { reason: '' })).toThrow('needs a reason');
    one.act('reopenFinding', people.countyManager, { reason: '服务商补交了寄送凭证' }, at('2026-03-02 10:00'));
    expect(one.state).toMatchObject({ stage: 'INVESTIGATING', outcome: null, closedAt: null });
    expect(one.toldTo('complaintReopened')).toEqual([CONSUMER, PROVIDER]);
    const itemOf = () => (one.last.writes[0]?.data as { data?: unknown }).data;
    expect(itemOf()).toMatchObject({ complaints: { 'cpl-1': { result: 'REOPENED', reopenedOn: '2026-03-02' } } });
    expect(one.deadline('handling')?.lastDay).toBe('2026-03-23');
    // What was found once is not withdrawn away.
    expect(() => one.act('withdrawComplaint', people.consumer, {}, at('2026-03-03 10:00'))).toThrow('under review');

    one.act('rejectComplaint', people.county2, { responsible: 'NOBODY', reason: '凭证属实' }, at('2026-03-03 10:00'));
    expect(itemOf()).toMatchObject({
      complaints: { 'cpl-1': { result: 'REVERSED', upheldOn: '2026-02-26', reversedOn: '2026-03-03' } },
    });
    expect(one.last.notices[0]?.data).toMatchObject({ former: { en: 'Upheld' }, verdict: { en: 'Not upheld' } });
    expect(one.state).toMatchObject({ outcome: 'NOT_UPHELD', facts: { enteredOn: null, reopened: null } });
  });

  it('HN-NET-20.4 not upheld at first, it may be upheld after the review', () => {
    const one = investigated();
    one.act('rejectComplaint', people.county, { responsible: 'CONSUMER', reason: '未提供开票信息' }, LATER);
    one.act('reopenFinding', people.county, { reason: '新证据' }, at('2026-03-02 10:00'));
    expect(one.last.writes).toEqual([]);
    one.act('upholdComplaint', people.county, upheld, at('2026-03-03 10:00'));
    expect(one.last.writes).toMatchObject([
      { data: { data: { complaints: { 'cpl-1': { result: 'UPHELD', upheldOn: '2026-03-03' } } } } },
    ]);
  });
});

describe('a complaint and mediation', () => {
  const mediated = () => {
    const one = investigated();
    one.act('applyForMediation', people.consumer, {}, LATER);
    return one;
  };
  const result = (one: NetworkCase<ComplaintFacts>, ended: string, now = at('2026-03-02 10:00')) =>
    one.act(
      'mediationEnded',
      { kind: 'system', id: 'med-1', role: 'system' },
      { mediationCaseId: 'med-1', result: ended },
      now,
    );

  it('HN-NET-21.1 a complaint alone starts no mediation; an application does', () => {
    expect(investigated().transitions.flatMap(({ openings }) => openings)).toEqual([]);
    const one = mediated();
    expect(one.last.openings).toMatchObject([
      {
        id: 'med-1',
        kind: 'mediation',
        subject: PROVIDER,
        parties: { provider: [PROVIDER], consumer: [CONSUMER] },
        bodyId: 'hn-liuyang',
        bodies: { department: { bodyId: 'hn-dept-liuyang' } },
        opening: { applicant: 'consumer', complaintCaseId: 'cpl-1', claim: '补开发票', appliedAt: LATER },
      },
    ]);
    expect(one.state).toMatchObject({ stage: 'TO_MEDIATION', tasks: [] });
    expect(one.deadline('handling')?.dueAt).toBeNull();
    expect(() => one.act('applyForMediation', people.consumer, {}, LATER)).toThrow('not open now');
    expect(() => investigated().act('applyForMediation', people.provider, {}, LATER)).toThrow(Refusal);
  });

  it('HN-NET-21.1 it may be applied for in the form; the complaint is registered all the same', () => {
    const one = filed({ wantsMediation: true });
    expect(one.state.stage).toBe('RECEIVED');
    expect(one.last.openings).toHaveLength(1);
    one.act('registerComplaint', people.county, {}, REGISTERED);
    expect(one.state.stage).toBe('TO_MEDIATION');
    expect(one.deadline('handling')?.dueAt).toBeNull();
  });

  it('HN-NET-21.1 applied for against a provider not known yet, it starts once the platform has found it out', () => {
    const one = registered({ wantsMediation: true, provider: undefined, providerName: '星辰检测' });
    expect(one.state.stage).toBe('REGISTERED');
    one.act('nameProvider', people.county, { provider: PROVIDER, broughtInBy: 'hn-liuyang' }, LATER);
    expect(one.last.openings).toHaveLength(1);
    expect(one.state.stage).toBe('TO_MEDIATION');
    expect(one.toldTo('complaintAgainstProvider')).toEqual([PROVIDER]);
  });

  it('HN-NET-21.2 the platform that brought the provider in mediates, even where the complaint lies elsewhere', () => {
    const one = registered({ platform: 'hn-changsha' }, people.city);
    one.act('applyForMediation', people.consumer, {}, LATER);
    expect([one.state.bodyId, one.last.openings[0]?.bodyId]).toEqual(['hn-changsha', 'hn-liuyang']);
    one.act('transferComplaint', people.city, { body: 'hn-liuyang', reason: '移送' }, LATER);
    expect(one.state).toMatchObject({ stage: 'TO_MEDIATION', bodyId: 'hn-liuyang', tasks: [] });
  });

  it('HN-NET-20.4 settled, the complaint ends with a finding of its own and counts against nobody', () => {
    const one = mediated();
    const settled = { responsible: 'PROVIDER', reason: '双方已达成协议，服务商补开发票。' };
    result(one, 'SETTLED');
    expect(one.state.stage).toBe('INVESTIGATING');
    // Three working days of standstill are given back: 27 February, the make-up Saturday and 2 March.
    expect(one.deadline('handling')?.lastDay).toBe('2026-03-18');
    one.act('closeSettled', people.county, settled, at('2026-03-03 10:00'));
    expect(one.state.outcome).toBe('SETTLED');
    expect(one.toldTo('complaintFinding')).toEqual([CONSUMER, PROVIDER]);
    expect(one.last.writes).toEqual([]);
    expect(() => investigated().act('closeSettled', people.county, settled, LATER)).toThrow('No settlement');
  });

  it('HN-NET-21.3 failed, the complaint goes on, and no second mediation is opened for it', () => {
    const one = mediated();
    result(one, 'FAILED');
    expect(tasksOf(one)).toEqual(['investigate']);
    expect(() => one.act('applyForMediation', people.consumer, {}, LATER)).toThrow('SME department');
    one.act('upholdComplaint', people.county, upheld, at('2026-03-03 10:00'));
    // The department may settle it later; the finding stands.
    result(one, 'SETTLED', at('2026-03-20 10:00'));
    expect(one.state).toMatchObject({ outcome: 'UPHELD', facts: { mediation: { result: 'SETTLED' } } });
  });

  it('HN-NET-21.1 may be applied for once the finding is known, and again after a withdrawal', () => {
    const one = decided();
    one.act('applyForMediation', people.consumer, {}, at('2026-03-02 10:00'));
    expect(one.last.openings).toMatchObject([{ id: 'med-1' }]);
    expect(one.state).toMatchObject({ outcome: 'UPHELD', stage: 'UPHELD' });
    expect(() => one.act('applyForMediation', people.consumer, {}, LATER)).toThrow('in mediation');
    result(one, 'WITHDRAWN');
    one.act('applyForMediation', people.consumer, {}, at('2026-03-04 10:00'));
    expect(one.last.openings).toMatchObject([{ id: 'med-1-2' }]);
  });

  it('HN-NET-21.1 hears nothing from a mediation that is not its own', () => {
    const one = mediated();
    const other = { kind: 'system', id: 'med-9', role: 'system' } as const;
    one.act('mediationEnded', other, { mediationCaseId: 'med-9', result: 'FAILED' }, LATER);
    expect(one.state.stage).toBe('TO_MEDIATION');
    expect(() => one.act('mediationEnded', people.county, { mediationCaseId: 'med-1', result: 'FAILED' })).toThrow(
      Refusal,
    );
  });
});

describe('what a finding rests on', () => {
  it('XC-05.1 XC-04.4 is the passages of the duties breached, or of the one complained of where none was', () => {
    const one = investigated();
    one.act('upholdComplaint', people.county, { ...upheld, breached: ['FORCED_TRADE', 'NO_VOUCHER', 'UNFAIR_TERMS'] });
    const both = 'HN-NET 第九条第七项、第九条第五项';
    expect(citedBy(one)).toEqual({ line: both, notice: both });
    const other = investigated({ reason: 'FALSE_PUBLICITY' });
    other.act('rejectComplaint', people.county, { responsible: 'NOBODY', reason: '属实' }, LATER);
    expect(citedBy(other)).toEqual({ line: 'HN-NET 第九条第六项', notice: 'HN-NET 第九条第六项' });
  });
});
