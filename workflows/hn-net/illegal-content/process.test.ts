import { describe, expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import {
  CONSUMER,
  CONTACT,
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
  providerEntry,
} from '../../../test/support/network-case.ts';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import type { FoundCase } from '../../engine/intake.ts';
import { illegalContent as contract, type IllegalContentFacts } from './contract.ts';
import { illegalContentIntake as intake } from './intake.ts';
import { illegalContent } from './process.ts';

const hub = { bodyId: 'hn-hub', region: 'HN' } as const;
const manager = person('hub-manager', { role: 'manager', ...hub });
const colleague = person('hub-2', { role: 'reviewer', ...hub });
const REGISTRATION: FoundCase = earlierCase('reg-1', 'providerRegistration', 'REGISTERED');

const form = {
  provider: PROVIDER,
  items: ['https://shop.example.cn/items/17'],
  breach: 'FABRICATED_TRADES',
  account: '同一付款账户三日内下单四十次后全部退款。',
};
const found = at('2026-02-14 09:00');
const decided = at('2026-02-14 15:00');
const breach = {
  ...{ breach: 'FABRICATED_TRADES', measures: ['STOP_TRADING', 'BLOCK'], offers: [] as string[] },
  reason: '退款记录相互印证。',
};
const report = {
  authority: '长沙市市场监督管理局',
  way: 'LETTER',
  reportNumber: '长企枢报〔2026〕3号',
  reportedAt: at('2026-02-24 10:00'),
  fileIds: ['fil-9'],
};

function earlierCase(id: string, kind: string, stage: string): FoundCase {
  const isOpen = kind === 'providerRegistration' || stage === 'REPORTED';
  return { id, kind, subject: PROVIDER, about: null, stage, isOpen };
}

function filing(changes: object = {}, filer = people.hub, cases: readonly FoundCase[] = [REGISTRATION]) {
  const party = filer.offices[0]?.party ?? `person:${filer.id}`;
  return intake.file({
    form: intake.form.parse({ ...form, ...changes }),
    ...{ filer, party, filerName: '某人', now: found, rules: hnNetValues(), entries: [providerEntry], cases },
  });
}

function opened(changes: object = {}, filer = people.hub, cases?: readonly FoundCase[]) {
  return new NetworkCase<IllegalContentFacts>(illegalContent, filing(changes, filer, cases), {
    ...{ id: 'ilc-1', openedAt: found, filer },
  });
}

function confirmed(filer = people.hub) {
  const one = opened({}, filer);
  one.act('keepSnapshot', people.hub, { fileId: 'fil-1' }, at('2026-02-14 14:00'));
  one.act('confirmBreach', colleague, breach, decided);
  return one;
}

function reported() {
  const one = confirmed();
  one.act('reportToAuthority', people.hub, report, at('2026-02-24 11:00'));
  return one;
}

describe('how the hub comes to know', () => {
  it('HN-NET-08.1 A-68 by its own monitoring, by a report of anybody, or by an authority: the case is the hub’s', () => {
    expect(filing()).toMatchObject({ body: hub, parties: {}, opening: { source: 'MONITORING', knownAt: found } });
    expect(filing({ source: 'AUTHORITY' })).toMatchObject({ opening: { source: 'AUTHORITY' } });
    for (const [filer, party] of [
      [people.consumer, CONSUMER],
      [people.contact, CONTACT],
    ] as const) {
      expect(filing({}, filer)).toMatchObject({ parties: { reporter: [party] }, opening: { source: 'REPORT' } });
    }
    expect(opened({}, people.contact).toldTo('reportReceived')).toEqual([CONTACT]);
    expect(contract.intake.by).toEqual(['consumer', 'contact', 'provider', 'reviewer']);
  });

  it('HN-NET-14.2 knew before it was filed, but never later, and only the hub says so', () => {
    const knownAt = at('2026-02-13 20:00');
    expect(filing({ knownAt })).toMatchObject({ opening: { knownAt } });
    expect(() => filing({ knownAt: at('2026-02-14 10:00') })).toThrow('cannot lie in the future');
    expect(() => filing({ knownAt }, people.consumer)).toThrow('staff of the hub alone');
    expect(() => filing({ source: 'AUTHORITY' }, people.county)).toThrow('staff of the hub alone');
  });

  it('HN-NET-08.2 is about a registered provider, and nobody reports themselves', () => {
    expect(() => filing({}, people.provider)).toThrow('cannot report yourself');
    expect(() => fileForm(intake, form, { filer: people.hub, entries: [] })).toThrow('No such provider');
  });

  it('HN-NET-08.6 the provider reads nothing of it before the measure: it could take away what is to be kept', () => {
    expect(contract.parties.provider.toldLater).toBe(true);
    const one = opened();
    expect(one.transitions.some(({ partiesChanged }) => partiesChanged)).toBe(false);
    const taken = confirmed();
    expect(taken.last.partiesChanged).toBe(true);
    expect(taken.toldTo('measureTaken')).toEqual([PROVIDER]);
  });
});

describe('what is done', () => {
  it('HN-NET-08.3 HN-NET-08.6 is blocked at once when confirmed, and never before a snapshot is kept', () => {
    const one = opened();
    expect(one.deadline('measure')).toMatchObject({ dueAt: at('2026-02-15 09:00') });
    expect(() => one.act('confirmBreach', colleague, breach, decided)).toThrow('Keep a snapshot');
    one.act('keepSnapshot', people.hub, { fileId: 'fil-1' }, decided);
    one.act('confirmBreach', colleague, breach, decided);
    expect(one.state).toMatchObject({
      stage: 'MEASURE_TAKEN',
      facts: { confirmed: { takenAt: decided }, snapshots: [{ fileId: 'fil-1', keptAt: decided }] },
      tasks: [{ name: 'report' }],
    });
    expect(one.deadline('measure')).toBeUndefined();
  });

  it('HN-NET-14.2 reported at 09:00 and blocked at 15:00, both times are on the timeline', () => {
    const lines = confirmed().last.lines.filter(({ type }) => type === 'MEASURE_TIME_RECORDED');
    expect(lines).toMatchObject([
      {
        clause: 'HN-NET 第八条第十三项',
        requirement: 'HN-NET-14.2',
        detail: { knownAt: found, takenAt: decided },
      },
    ]);
    expect(lines[0]?.title.zh).toMatch(/09:00.*15:00/);
  });

  it('HN-NET-15.10 fabricated orders are recorded as kind (4), with its passage', () => {
    const one = confirmed();
    const clause = 'HN-NET 第九条第九项(四)';
    expect(one.last.lines[0]).toMatchObject({ type: 'BREACH_CONFIRMED', clause });
    expect(one.last.notices[0]?.data).toMatchObject({ clause, earlier: 0 });
    expect(one.state.facts.confirmed).toMatchObject({ breach: 'FABRICATED_TRADES' });
  });

  it('HN-NET-15.1 a prohibited item is found to breach article 9, item 3', () => {
    const one = opened({ breach: 'PROHIBITED' }, people.consumer);
    one.act('keepSnapshot', people.hub, { fileId: 'fil-1' }, decided);
    one.act('confirmBreach', people.hub, { ...breach, breach: 'PROHIBITED', measures: ['DELETE'] }, decided);
    expect(one.last.lines[0]).toMatchObject({ type: 'BREACH_CONFIRMED', clause: 'HN-NET 第九条第三项' });
    expect(one.toldTo('reportDecided')).toEqual([CONSUMER]);
  });

  it('HN-NET-12.1 enters the credit record of the provider, and is marked there once it is taken back', () => {
    const write = (item: object) => ({
      write: 'register',
      data: { register: 'hn-net.credit', party: PROVIDER, adds: true, data: { violations: { 'ilc-1': item } } },
    });
    const one = reported();
    const item = { breach: 'FABRICATED_TRADES', foundOn: '2026-02-14' };
    expect(one.transitions.flatMap(({ writes }) => writes)).toMatchObject([write(item)]);
    one.act('liftMeasure', manager, { reason: '系渠道故障。' }, at('2026-02-25 10:00'));
    expect(one.last.writes).toMatchObject([write({ ...item, liftedOn: '2026-02-25' })]);
    expect(one.state.outcome).toBe('LIFTED');
    expect(one.toldTo('measureLifted')).toEqual([PROVIDER]);
  });

  it('HN-NET-08.3 XC-05.1 is dismissed with a reason that the reporter is told; the provider never hears of it', () => {
    const one = opened({}, people.consumer);
    expect(() => one.act('dismissFinding', people.hub, {}, decided)).toThrow('needs a reason');
    one.act('dismissFinding', people.hub, { reason: '成交记录与发票一致。' }, decided);
    expect(one.state).toMatchObject({ outcome: 'NO_BREACH', deadlines: [], tasks: [] });
    expect(one.noticed).toEqual(['reportReceived', 'reportDecided']);
    expect(one.transitions.flatMap(({ writes }) => writes)).toEqual([]);
  });

  it('HN-NET-08.3 XC-05.5 is decided by somebody else than who found it, and by nobody who has an interest', () => {
    const one = opened();
    expect(() => one.act('dismissFinding', people.hub, { reason: '……' }, decided)).toThrow('somebody else must');
    const interested = { ...colleague, interests: [PROVIDER] };
    expect(() => one.act('dismissFinding', interested, { reason: '……' }, decided)).toThrow('interest');
  });
});

describe('time', () => {
  it('HN-NET-08.3 24 hours of the clock from knowing of it, holidays or not; then a manager sees to it', () => {
    const one = opened();
    const due = one.deadline('measure')?.dueAt;
    one.liveUntil(at('2026-02-15 10:00'));
    expect(due).toBe(at('2026-02-15 09:00'));
    expect(one.tasks).toEqual(['assess', 'overdue']);
    one.act('keepSnapshot', people.hub, { fileId: 'fil-1' }, at('2026-02-15 11:00'));
    one.act('confirmBreach', colleague, breach, at('2026-02-15 11:00'));
    expect(one.tasks).toEqual(['report']);
  });

  it('HN-NET-08.2 found on the make-up Saturday 2026-02-14 it is reported by the end of 2026-02-24', () => {
    const one = confirmed();
    expect(one.deadline('report')).toMatchObject({ lastDay: '2026-02-24' });
    one.liveUntil(at('2026-02-25 00:00'));
    expect(one.tasks).toEqual(['report', 'overdue']);
    expect(one.state.stage).toBe('MEASURE_TAKEN');
  });

  it('HN-NET-08.2 the report names authority, way, number and time, and comes neither before the knowledge nor from the future', () => {
    const one = confirmed();
    const act = (reportedAt: string) =>
      one.act('reportToAuthority', people.hub, { ...report, reportedAt }, at('2026-02-24 11:00'));
    expect(() => act(at('2026-02-14 08:00'))).toThrow('earlier than the knowledge');
    expect(() => act(at('2026-02-24 12:00'))).toThrow('in the future');
    act(report.reportedAt);
    expect(one.state).toMatchObject({ stage: 'REPORTED', facts: { reportedAt: report.reportedAt } });
    expect(one.state.deadlines).toMatchObject([{ name: 'statement' }]);
    expect(one.last.lines[0]?.title.zh).toContain('长沙市市场监督管理局');
    expect(one.last.lines[0]?.title.zh).toContain('长企枢报〔2026〕3号');
    one.act('closeMatter', people.hub, {}, at('2026-02-24 12:00'));
    expect(one.state.outcome).toBe('CLOSED');
  });
});

describe('a stop of the service', () => {
  const reason = '一年内三次发布违法信息。';

  it('HN-NET-08.4 is a manager’s decision, with the earlier breaches before their eyes, and suspends the registration', () => {
    const earlier = [
      earlierCase('ilc-8', 'illegalContent', 'CLOSED'),
      earlierCase('ilc-9', 'illegalContent', 'REPORTED'),
      earlierCase('ilc-7', 'illegalContent', 'NO_BREACH'),
      earlierCase('ilc-6', 'illegalContent', 'FOUND'),
    ];
    const again = opened({}, people.hub, [REGISTRATION, ...earlier]);
    expect(again.state).toMatchObject({ about: `conduct:${PROVIDER}`, facts: { earlier: ['ilc-8', 'ilc-9'] } });
    expect(again.last.lines.find(({ type }) => type === 'EARLIER_BREACHES')?.title.zh).toContain('违法信息 2 件');
    expect(opened().told).not.toContain('EARLIER_BREACHES');
    const one = reported();
    expect(() => one.act('stopService', people.hub, { reason }, report.reportedAt)).toThrow('may not');
    expect(() => one.act('stopService', manager, {}, report.reportedAt)).toThrow('needs a reason');
    one.act('stopService', manager, { reason }, at('2026-02-24 14:00'));
    expect(one.last.messages).toMatchObject([
      { to: 'reg-1', action: 'suspendListing', input: { ground: 'UNLAWFUL_CONTENT', reason } },
    ]);
    expect(one.state.outcome).toBe('SERVICE_STOPPED');
  });

  it('HN-NET-08.2 HN-NET-08.4 does not spare the report', () => {
    const one = confirmed();
    one.act('stopService', manager, { reason }, decided);
    expect(one.state).toMatchObject({ stage: 'MEASURE_TAKEN', outcome: null });
    expect(() => one.act('stopService', manager, { reason }, decided)).toThrow('already');
    one.act('reportToAuthority', people.hub, report, at('2026-02-24 11:00'));
    expect(one.state.outcome).toBe('SERVICE_STOPPED');
  });

  it('HN-NET-08.4 ends with the finding when that is reversed', () => {
    const one = reported();
    one.act('stopService', manager, { reason }, at('2026-02-24 14:00'));
    expect(() => one.act('liftMeasure', people.hub, { reason }, at('2026-02-25 10:00'))).toThrow('may not');
    one.act('liftMeasure', manager, { reason: '系渠道故障。' }, at('2026-02-25 10:00'));
    expect(one.last.messages).toMatchObject([{ to: 'reg-1', action: 'restoreListing' }]);
    expect(one.state.outcome).toBe('LIFTED');
  });

  it('HN-NET-08.4 needs a registration that is open', () => {
    const one = opened({}, people.hub, []);
    one.act('keepSnapshot', people.hub, { fileId: 'fil-1' }, decided);
    one.act('confirmBreach', colleague, breach, decided);
    expect(() => one.act('stopService', manager, { reason }, decided)).toThrow('no open registration');
  });
});

it('HN-NET-08.3 the provider is heard after the measure', () => {
  const one = confirmed();
  expect(one.deadline('statement')).toMatchObject({ lastDay: '2026-03-06' });
  const statement = { statement: '系渠道故障。', fileIds: ['fil-4'] };
  one.act('giveStatement', people.provider, statement, at('2026-02-24 09:00'));
  expect(one.last.lines[0]?.title.zh).toContain('系渠道故障');
  expect(one.deadline('statement')).toBeUndefined();
  expect(() => opened().act('giveStatement', people.provider, statement, decided)).toThrow('is not open now');
});

describe('offers on the platform', () => {
  const offer: FoundCase = {
    ...{ id: 'ofr-1', kind: 'offerReview', subject: PROVIDER, about: null, stage: 'LISTED', isOpen: true },
    opening: { name: '材料成分检测' },
  };
  const named = { items: [], offers: ['ofr-1'] };

  it('HN-NET-08.3 are named in place of addresses: those of the provider alone', () => {
    expect(filing(named, people.hub, [offer])).toMatchObject({
      opening: { items: ['材料成分检测'], offers: ['ofr-1'] },
    });
    expect(() => filing(named, people.hub, [{ ...offer, isOpen: false }])).toThrow('no offer of this provider');
    expect(() => filing({ items: [] })).toThrow('at least one address');
  });

  it('HN-NET-08.3 are out of view from the measure on, those that the reviewer adds included, and come back when it is lifted', () => {
    const one = opened(named, people.hub, [REGISTRATION, offer]);
    one.act('keepSnapshot', people.hub, { fileId: 'fil-1' }, found);
    const measure = { ...breach, offers: ['ofr-2'] };
    expect(() => one.act('confirmBreach', colleague, measure, decided, [])).toThrow('no offer of this provider');
    one.act('confirmBreach', colleague, measure, decided, [{ id: 'ofr-2', name: '型式试验' }]);
    const { reason } = breach;
    expect(one.last.messages).toMatchObject([
      { to: 'ofr-1', action: 'takeOutOfView', input: { deleted: false, reason } },
      { to: 'ofr-2', action: 'takeOutOfView', input: { deleted: false, reason } },
    ]);
    one.act('liftMeasure', manager, { reason: '证据有误。' }, decided);
    expect(one.last.messages.map(({ to, action }) => `${action} ${to}`)).toEqual([
      'restoreOffer ofr-1',
      'restoreOffer ofr-2',
    ]);
  });

  it('HN-NET-15.1 one that its review has passed on comes back if there is no breach', () => {
    const { opening, ...filed } = filing();
    const passedOn = { ...filed, opening: { ...opening, passedOnFrom: 'ofr-1' } };
    const one = new NetworkCase(illegalContent, passedOn, { id: 'ilc-1', openedAt: found });
    one.act('dismissFinding', colleague, { reason: '不属于禁止交易的服务。' }, decided);
    expect(one.last.messages).toMatchObject([{ to: 'ofr-1', action: 'restoreOffer' }]);
  });
});
