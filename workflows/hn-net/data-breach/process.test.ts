import { describe, expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import {
  CONSUMER,
  CONTACT,
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
} from '../../../test/support/network-case.ts';
import type { DataBreachFacts } from './contract.ts';
import { dataBreachIntake as intake } from './intake.ts';
import { dataBreach } from './process.ts';

const hub = { bodyId: 'hn-hub', region: 'HN' } as const;
const manager = person('hub-manager', { role: 'manager', ...hub });
const form = { provider: PROVIDER, data: ['CONTACT', 'ORDERS'], account: '订单页面无需登录即可打开。' };
const heldByPlatform = { ...form, provider: undefined, platform: 'hn-changsha' };
/** The first day of the holiday that ends on 2025-10-08. */
const reported = at('2025-10-01 10:00');

const measures = {
  measures: ['ACCESS_CUT', 'EVIDENCE_KEPT'],
  takenAt: at('2025-10-01 11:30'),
  account: '订单页面已关闭，日志已留存。',
};
const report = {
  authority: '长沙市互联网信息办公室',
  way: 'SYSTEM',
  reportNumber: '2025-1001-07',
  reportedAt: at('2025-10-01 15:00'),
};
const telling = { persons: 37, way: 'MESSAGE', toldAt: at('2025-10-02 09:00'), message: '请警惕冒充平台的来电。' };
const remedy = { remedy: '订单页面须登录，已复测。', remediedAt: at('2025-10-10 16:00') };
const conclusion = { cause: 'DEFECT', lesson: '上线前检查访问控制。', reason: '缺陷已修复并复测。' };

function filing(changes: object = {}, filer = people.contact) {
  return fileForm(intake, { ...form, ...changes }, { filer, now: reported });
}

function opened(changes: object = {}, filer = people.contact) {
  const options = { id: 'dbr-1', openedAt: reported, filer };
  return new NetworkCase<DataBreachFacts>(dataBreach, filing(changes, filer), options);
}

/** All that is done before it can be closed. */
function dealtWith(changes: object = {}) {
  const one = opened(changes);
  one.act('takeMeasures', people.provider, measures, at('2025-10-01 12:00'));
  one.act('reportToAuthority', people.hub, report, at('2025-10-01 16:00'));
  one.act('tellPersons', people.provider, telling, at('2025-10-02 09:30'));
  one.act('recordRemedy', people.provider, remedy, at('2025-10-10 17:00'));
  return one;
}

const names = (one: NetworkCase<DataBreachFacts>) => one.state.tasks.map(({ name }) => name);

describe('who reports a leak', () => {
  it('HN-NET-15.8 anybody who filed by code, the provider itself, or staff of a platform: the hub handles it', () => {
    expect(filing()).toMatchObject({ body: hub, parties: { provider: [PROVIDER], reporter: [CONTACT] } });
    expect(filing({}, people.provider)).toMatchObject({ body: hub, parties: { provider: [PROVIDER] } });
    expect(filing({}, people.provider).parties).not.toHaveProperty('reporter');
    expect(filing(heldByPlatform, people.county)).toMatchObject({
      ...{ body: hub, parties: {}, about: 'platform:hn-changsha' },
      opening: { provider: null, platform: 'hn-changsha', foundAt: reported, reporterConcerned: false },
    });
  });

  it('HN-NET-15.8 is about a registered provider or a platform of the network, and never both', () => {
    expect(() => filing({ platform: 'hn-changsha' })).toThrow('either the provider or the platform');
    expect(() => filing({ provider: undefined })).toThrow('either the provider or the platform');
    expect(() => filing({ ...heldByPlatform, platform: 'hn-dept-liuyang' })).toThrow('no such platform');
    expect(() => fileForm(intake, form, { filer: people.contact, entries: [] })).toThrow('No such provider');
    expect(() => filing({ foundAt: at('2025-10-01 10:01') })).toThrow('in the future');
  });

  it('HN-NET-15.7 keeps kinds of data alone, never what was written of it', () => {
    expect(JSON.stringify(opened().state)).not.toContain(form.account);
    expect(() => filing({ data: ['13800001111'] })).toThrow();
    expect(() => filing({ data: [] })).toThrow();
  });
});

describe('the clock of a leak', () => {
  it('HN-NET-15.8 reported 2025-10-01 10:00, a holiday: begins at once and does not wait for 9 Oct', () => {
    const one = opened();
    expect(one.state).toMatchObject({ stage: 'SUSPECTED', openedAt: reported });
    expect(names(one)).toEqual(['contain', 'report']);
    expect(one.deadline('measures')).toMatchObject({ startedAt: reported, dueAt: at('2025-10-02 10:00') });
    expect(one.deadline('report')).toMatchObject({ startedAt: reported, dueAt: at('2025-10-02 10:00') });
    expect(one.deadline('tell')).toMatchObject({ startedAt: reported, dueAt: at('2025-10-04 10:00') });
    expect(one.deadline('remedy')).toMatchObject({ startedAt: reported, lastDay: '2025-10-21' });
    expect(one.toldTo('measuresAsked')).toEqual([PROVIDER]);
    expect(one.toldTo('reportReceived')).toEqual([CONTACT]);
  });

  it('HN-NET-15.8 what is late is the manager’s to follow up, on a holiday too, and nothing follows of itself', () => {
    const one = opened(heldByPlatform, people.consumer);
    one.liveUntil(at('2025-10-02 10:01'));
    expect(one.state).toMatchObject({ stage: 'SUSPECTED', outcome: null });
    expect(names(one)).toContain('overdue');
    one.act('takeMeasures', people.hub, measures, at('2025-10-02 11:00'));
    expect(one.state.stage).toBe('CONTAINED');
  });
});

describe('what is done', () => {
  it('HN-NET-15.8 the provider takes the first measures, before anybody knows the cause', () => {
    const one = opened();
    one.act('takeMeasures', people.provider, measures, at('2025-10-01 12:00'));
    expect(one.state).toMatchObject({
      stage: 'CONTAINED',
      facts: { contained: { measures: measures.measures, takenAt: measures.takenAt } },
    });
    expect(one.deadline('measures')).toBeUndefined();
    expect(names(one)).toEqual(['report', 'followUp']);
    expect(one.last.lines[0]?.title.zh).toMatch(/切断泄露途径.*11:30/);
    expect(() => opened().act('takeMeasures', people.otherProvider, measures, at('2025-10-01 12:00'))).toThrow();
  });

  it('HN-NET-15.8 nothing is recorded as done in the future; what was done before the report counts', () => {
    const one = opened();
    const now = at('2025-10-01 12:00');
    const late = { ...telling, toldAt: at('2025-10-01 12:01') };
    expect(() => one.act('tellPersons', people.provider, late, now)).toThrow('in the future');
    one.act('takeMeasures', people.provider, { ...measures, takenAt: at('2025-10-01 09:30') }, now);
    expect(one.state.stage).toBe('CONTAINED');
  });

  it('HN-NET-15.8 the persons concerned are told: how many, how and when stand on the timeline', () => {
    const one = opened({ concerned: true }, people.consumer);
    one.act('tellPersons', people.hub, telling, at('2025-10-02 09:30'));
    expect(one.state.facts.tellings).toEqual([{ persons: 37, toldAt: telling.toldAt }]);
    expect(one.last.lines[0]?.title.zh).toMatch(/37.*短信.*09:00/);
    expect(one.toldTo('personTold')).toEqual([CONSUMER]);
    expect(one.deadline('tell')).toBeUndefined();
    one.act('tellPersons', people.hub, { ...telling, persons: 2 }, at('2025-10-02 10:00'));
    expect(one.state.facts.tellings.map(({ persons }) => persons)).toEqual([37, 2]);
    expect(one.toldTo('personTold')).toEqual([]);
  });

  it('HN-NET-15.8 who reported it and is not concerned gets no notice of their own data', () => {
    expect(dealtWith().noticed).not.toContain('personTold');
  });

  it('HN-NET-15.8 is closed with cause and lesson, only when reported, told and remedied', () => {
    const early = opened();
    early.act('takeMeasures', people.provider, measures, at('2025-10-01 12:00'));
    expect(() => early.act('concludeBreach', people.hub, conclusion, at('2025-10-02 12:00'))).toThrow(
      'the report to the authority',
    );
    const one = dealtWith();
    expect(names(one)).toEqual(['conclude']);
    expect(one.state.deadlines).toEqual([]);
    expect(() => one.act('concludeBreach', people.provider, conclusion, at('2025-10-11 10:00'))).toThrow('may not');
    one.act('concludeBreach', people.hub, conclusion, at('2025-10-11 10:00'));
    expect(one.state).toMatchObject({ outcome: 'REMEDIED', tasks: [] });
    expect(one.last.lines[0]?.title.zh).toMatch(/系统缺陷.*上线前检查访问控制/);
    expect(one.toldTo('breachDecided')).toEqual([PROVIDER, CONTACT]);
  });

  it('HN-NET-15.8 no leak: closed with a reason that both sides are told, never by who reported it', () => {
    const one = opened();
    expect(() => one.act('dismissBreach', people.hub, {}, at('2025-10-01 12:00'))).toThrow('needs a reason');
    one.act('dismissBreach', manager, { reason: '页面所示为虚构样例。' }, at('2025-10-01 12:00'));
    expect(one.state).toMatchObject({ outcome: 'NOT_A_BREACH', tasks: [], deadlines: [] });
    expect(one.toldTo('breachDecided')).toEqual([PROVIDER, CONTACT]);
    const own = opened({}, people.hub);
    expect(() => own.act('dismissBreach', people.hub, { reason: '无。' }, at('2025-10-01 12:00'))).toThrow();
    own.act('dismissBreach', manager, { reason: '无泄露。' }, at('2025-10-01 12:00'));
    expect(own.toldTo('breachDecided')).toEqual([PROVIDER]);
  });

  it('HN-NET-15.8 both sides add what they know, which stands on the timeline', () => {
    const one = opened();
    one.act('addFindings', people.contact, { account: '另有三个页面。' }, at('2025-10-01 12:00'));
    expect(one.last.lines[0]?.title.zh).toContain('另有三个页面');
  });
});
