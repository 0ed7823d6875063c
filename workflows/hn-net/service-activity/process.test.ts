import { describe, expect, it } from 'vitest';
import { counts } from '../../cooperation/service-activity/facts.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { bodyOf } from '../../../rules/hn-net/network.ts';
import {
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
  providerEntry,
} from '../../../test/support/network-case.ts';
import { food, ningxiang, ningxiangDeclared } from '../../../test/support/network-windows.ts';
import type { FoundEntry } from '../../engine/intake.ts';
import { registers } from '../words.ts';
import type { ServiceActivityFacts } from './contract.ts';
import { serviceActivityIntake } from './intake.ts';
import { serviceActivity } from './process.ts';
import { refusalOf } from '../../../rules/refusal.fixture.ts';

const openedAt = at('2025-09-10 10:00');
const hubManager = person('hub-manager', { role: 'manager', bodyId: 'hn-hub', region: 'HN' });
const form = {
  ...{ platform: 'hn-changsha', name: '窗口业务培训', kind: 'TRAINING', mode: 'OFFLINE', plannedOn: '2025-09-26' },
  ...{ content: '服务记录录入和接转操作。', partners: ['unit:hn-liuyang', PROVIDER] },
};
const attendance = [
  { body: 'hn-liuyang', enterprises: 0, persons: 6 },
  { body: 'hn-changsha-machinery', enterprises: 2, persons: 5 },
];

const lostWindow: FoundEntry = {
  ...{ register: registers.windows, party: 'unit:hn-changsha-machinery', name: '机械窗口', status: 'DISQUALIFIED' },
  ...{ bodyId: 'hn-dept-changsha', region: 'HN/CHANGSHA' },
  data: { window: bodyOf('hn-changsha-machinery'), operator: '91430102MA4L8XK93A', disqualifiedFor: null },
};

function file(changes: object = {}, filer = people.city, windows: FoundEntry[] = []) {
  const entries = [providerEntry, ...windows];
  return fileForm(serviceActivityIntake, { ...form, ...changes }, { filer, now: openedAt, entries });
}

function planned(changes: object = {}) {
  const options = { id: 'act-1', openedAt, filer: people.city };
  return new NetworkCase<ServiceActivityFacts>(serviceActivity, file(changes), options);
}

function held(changes: object = {}) {
  const one = planned(changes);
  one.act('publishActivity', people.city, {}, at('2025-09-12 10:00'));
  one.act('openSignUp', people.city, {}, at('2025-09-12 10:00'));
  one.act('recordSignUps', people.city, { enterprises: 12 }, at('2025-09-25 10:00'));
  one.act('recordHeld', people.city, { heldOn: '2025-09-26', checkedIn: 10, attendance }, at('2025-09-26 18:00'));
  return one;
}

describe('a training', () => {
  it('HN-NET-23.1 XC-05.1 was not held before it was entered', () => {
    const enter = (heldOn: string) => () =>
      planned().act('recordHeld', people.city, { heldOn, checkedIn: 0, attendance }, at('2025-09-26 18:00'));
    expect(enter('2025-09-09')).toThrow('before the day on which the activity was entered');
    expect(enter('2025-09-10')).not.toThrow();
  });

  it('HN-NET-16.6 keeps who came from which window', () => {
    const one = held();
    expect(one.state).toMatchObject({ stage: 'HELD', facts: { heldOn: '2025-09-26', attendance } });
    const twice = { heldOn: '2025-09-26', checkedIn: 0, attendance: [attendance[0], attendance[0]] };
    expect(() => planned().act('recordHeld', people.city, twice, at('2025-09-26 18:00'))).toThrow('one line');
    const early = { heldOn: '2025-09-26', checkedIn: 0, attendance };
    expect(() => planned().act('recordHeld', people.city, early, at('2025-09-25 18:00'))).toThrow('once it was held');
  });

  it('HN-NET-16.6 goes on as a service record, launched by its publication and performed on its day', () => {
    expect(held().last.openings).toMatchObject([
      {
        kind: 'serviceRecord',
        subject: 'unit:hn-changsha',
        opening: { item: '窗口业务培训', launchedOn: '2025-09-12', performedOn: '2025-09-26', enterprises: 2 },
      },
    ]);
  });

  it('HN-NET-16.6 is supported by the platform above, which is asked once and answers', () => {
    const one = planned();
    expect(() => one.act('answerSupport', people.hub, { granted: true, reason: '同意。' }, openedAt)).toThrow();
    one.act('askForSupport', people.city, { what: '请选派讲师。' }, openedAt);
    expect(one.toldTo('supportAsked')).toEqual(['unit:hn-hub']);
    expect(() => one.act('askForSupport', people.city, { what: '请选派讲师。' }, openedAt)).toThrow(
      'waits for its answer',
    );
    one.act('answerSupport', hubManager, { granted: true, reason: '选派两名讲师。' }, openedAt);
    expect(one.toldTo('supportAnswered')).toEqual(['unit:hn-changsha']);
    expect(one.state.facts.support).toMatchObject([{ granted: true }]);
    const hubs = new NetworkCase(serviceActivity, file({ platform: 'hn-hub' }, people.hub), { id: 'act-2', openedAt });
    expect(() => hubs.act('askForSupport', people.hub, { what: '资金。' }, openedAt)).toThrow('no platform above');
  });
});

describe('a window recognised since', () => {
  it('HN-NET-16.5 HN-NET-02.2 is asked for support itself, and not the platform above at which its cases lie', () => {
    const ofFood = file({ platform: 'hn-ningxiang-food' }, people.city, [ningxiang, food]);
    const one = new NetworkCase(serviceActivity, ofFood, { id: 'act-3', openedAt });
    const ownOffice = { role: 'reviewer', bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG-FOOD' } as const;
    const own = person('food', { ...ownOffice, unit: 'hn-ningxiang-food' });
    one.act('askForSupport', own, { what: '请选派讲师。' }, openedAt, [ningxiang, food]);
    expect(one.toldTo('supportAsked')).toEqual(['unit:hn-ningxiang']);
  });

  it('XC-05.3 HN-NET-02.2 takes part under its name on the timeline', () => {
    const one = planned();
    one.act('addPartner', people.city, { partner: 'unit:hn-ningxiang' }, openedAt, [ningxiang]);
    expect(one.last.lines[0]?.title.zh).toContain(ningxiangDeclared.name);
    expect(JSON.stringify(one.last.lines[0]?.title)).not.toContain('hn-ningxiang');
  });
});

describe('a promotion or a themed activity', () => {
  it('HN-NET-05.6 a promotion of the platform is an activity on record, published and closed with its summary', () => {
    const one = held({ kind: 'PROMOTION' });
    expect(one.state.facts).toMatchObject({ kind: 'PROMOTION', publishedAt: at('2025-09-12 10:00') });
    expect(() => one.act('publishActivity', people.city, {}, at('2025-09-27 10:00'))).toThrow('published already');
    one.act('closeActivity', people.city, { summary: '新增注册企业 30 家。', fileIds: [] }, at('2025-09-28 10:00'));
    expect(one.state.outcome).toBe('CLOSED');
  });

  it('HN-NET-16.5 a themed activity links who takes part, and tells them', () => {
    const one = planned({ kind: 'THEMED' });
    expect(one.state.parties).toMatchObject({ partners: ['unit:hn-liuyang', PROVIDER] });
    expect(one.toldTo('partnerAdded')).toEqual(['unit:hn-liuyang', PROVIDER]);
    one.act('addPartner', people.city, { partner: 'unit:hn-changsha-machinery' }, openedAt);
    expect(one.toldTo('partnerAdded')).toEqual(['unit:hn-changsha-machinery']);
    expect(() => one.act('addPartner', people.city, { partner: PROVIDER }, openedAt)).toThrow('takes part already');
  });

  it('HN-NET-16.5 is moved or cancelled with a reason that its partners read, before it was held', () => {
    const one = planned({ kind: 'THEMED' });
    const move = { plannedOn: '2025-10-15', reason: '场地停用。' };
    one.act('rescheduleActivity', people.city, move, openedAt);
    expect(one.toldTo('activityMoved')).toEqual(['unit:hn-liuyang', PROVIDER]);
    expect(one.deadline('holding')).toMatchObject({ lastDay: '2025-10-15' });
    expect(() => one.act('cancelActivity', people.city, {}, openedAt)).toThrow('needs a reason');
    one.act('cancelActivity', people.city, { reason: '与全省活动合并。' }, openedAt);
    expect(one.state.outcome).toBe('CANCELLED');
    expect(() => held().act('cancelActivity', people.city, { reason: '……' }, at('2025-09-27 10:00'))).toThrow();
  });

  it('HN-NET-16.5 asks how it was held once its day is over', () => {
    const one = planned({ kind: 'THEMED' });
    one.liveUntil(at('2025-09-27 00:00'));
    expect(one.state.tasks).toMatchObject([{ name: 'enterHeld' }]);
    expect(one.toldTo('heldAsked')).toEqual(['unit:hn-changsha']);
  });

  it('HN-NET-16.5 online it counts with sign-up, check-in and evaluation, all of them', () => {
    const one = held({ kind: 'THEMED', mode: 'ONLINE' });
    expect(counts(one.state.facts)).toBe(false);
    expect(() =>
      one.act('recordEvaluations', people.city, { evaluations: 5, satisfied: 6 }, at('2025-09-27 10:00')),
    ).toThrow('No more can be satisfied');
    one.act('recordEvaluations', people.city, { evaluations: 6, satisfied: 5 }, at('2025-09-27 10:00'));
    expect(counts(one.state.facts)).toBe(true);
  });

  it('HN-NET-16.6 takes no partner that is not of the network, or has left it, and says so at that partner', () => {
    const left = { ...providerEntry, status: 'DEREGISTERED' };
    const filedWith = (partner: string, entries: readonly FoundEntry[]) => () =>
      fileForm(
        serviceActivityIntake,
        { ...form, partners: ['unit:hn-liuyang', partner] },
        { filer: people.city, now: openedAt, entries: [...entries] },
      );
    for (const [partner, entries, message] of [
      [PROVIDER, [], 'not on the network'],
      [PROVIDER, [left], 'has left the register'],
      ['unit:hn-nowhere', [], 'no such platform'],
      ['unit:hn-dept-changsha', [], 'no such platform'],
      ['unit:hn-changsha-machinery', [lostWindow], 'lost its qualification'],
    ] as const) {
      const refused = refusalOf(filedWith(partner, entries));
      expect(refused.message, partner).toContain(message);
      expect(refused.details.field).toBe('partners.1');
    }
    expect(filedWith(PROVIDER, [{ ...providerEntry, status: 'SUSPENDED' }])).not.toThrow();
  });

  it('HN-NET-16.6 is joined later by platforms of the network, and by providers that the records are asked about', () => {
    const one = planned({ partners: [] });
    const join = (partner: string) => () => one.act('addPartner', people.city, { partner }, openedAt, [lostWindow]);
    expect(refusalOf(join('unit:hn-nowhere')).details.field).toBe('partner');
    expect(join('unit:hn-changsha-machinery')).toThrow('lost its qualification');
    join(PROVIDER)();
    expect(one.last.writes).toEqual([{ write: 'partner', data: { provider: PROVIDER } }]);
  });

  it('HN-NET-16.5 is planned by staff of the platform, for a day to come', () => {
    expect(() => file({}, people.county)).toThrow('do not work for this body');
    expect(() => file({ plannedOn: '2025-09-09' })).toThrow('for a day to come');
  });

  it('HN-NET-16.5 is a major activity of the province only if the hub says so', () => {
    expect(() => file({ onPlan: true })).toThrow('entered by the hub');
    expect(file({ platform: 'hn-hub', onPlan: true }, people.hub).opening).toMatchObject({ onPlan: true });
  });
});
