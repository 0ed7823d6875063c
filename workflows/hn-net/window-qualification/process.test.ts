import { describe, expect, it } from 'vitest';
import { at, people as anyone, person } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase } from '../../../test/support/network-case.ts';
import { food, lostNingxiang, ningxiang, ningxiangDeclared } from '../../../test/support/network-windows.ts';
import { bodyOf } from '../../../rules/hn-net/network.ts';
import { windowName, type WindowEntry } from '../../../rules/hn-net/window.ts';
import type { FoundEntry } from '../../engine/intake.ts';
import { registers } from '../words.ts';
import type { WindowQualificationFacts } from './facts.ts';
import { windowQualificationIntake } from './intake.ts';
import { windowQualification } from './process.ts';

const OPERATOR = '91430102MA4L8XK93A';
const city = { bodyId: 'hn-dept-changsha', region: 'HN/CHANGSHA' } as const;
const province = { bodyId: 'hn-dept-province', region: 'HN' } as const;
const operator = person('op', { role: 'provider', party: OPERATOR });
const cityReviewer = person('c-1', { role: 'reviewer', ...city });
const reviewer = person('r-1', { role: 'reviewer', ...province });
const manager = person('m-1', { role: 'manager', ...province });
const manager2 = person('m-2', { role: 'manager', ...province });
const both = person('b-1', { role: 'reviewer', ...city }, { role: 'manager', ...province });

const form = {
  kind: 'COUNTY_COMPREHENSIVE',
  name: '宁乡市中小企业综合窗口服务平台',
  code: 'ningxiang',
  mark: '宁企窗',
  region: 'HN/CHANGSHA/NINGXIANG',
  parent: 'hn-changsha',
  telephone: '0731-88000021',
  construction: '设服务大厅和线上系统，专职人员六名。',
  operatorName: '宁乡市中小企业服务中心有限公司',
  contactName: '周敏',
  email: 'window@example.org',
  fileIds: ['f-1'],
};

/** An industry window below it. */
const belowNingxiang = {
  ...{ kind: 'INDUSTRY', code: 'ningxiang-food', mark: '宁食窗', parent: 'hn-ningxiang', industry: '食品' },
};

const recommendation = { document: '长企主〔2025〕6号', fileIds: ['f-2'] };
const recognition = { document: '湘企主〔2025〕18号' };
const reason = '连续两个季度没有服务记录。';
const proposal = { ground: 'NOT_WORKING', reason, fileIds: [] };
const statement = { statement: '服务记录系接口故障未上传。', asksForHearing: false, fileIds: [] };

function declared(changes: object = {}, filer = operator, entries: FoundEntry[] = []) {
  const filing = fileForm(
    windowQualificationIntake,
    { ...form, ...changes },
    { filer, now: at('2025-09-08 09:00'), entries },
  );
  return new NetworkCase<WindowQualificationFacts>(windowQualification, filing, {
    id: 'win-1',
    openedAt: at('2025-09-08 09:00'),
    filer,
  });
}

function recognised() {
  const one = declared();
  one.act('recommend', cityReviewer, recommendation, at('2025-09-12 10:00'));
  one.act('recognise', manager, recognition, at('2025-09-22 10:00'));
  return one;
}

function entryOf(one: NetworkCase<WindowQualificationFacts>): Record<string, unknown> {
  const writes = one.transitions.flatMap((transition) => transition.writes);
  return writes.findLast(({ write }) => write === 'register')?.data as Record<string, unknown>;
}

describe('the way of a window to its qualification', () => {
  it('HN-NET-02.1 goes from its operator to the city and then to the province', () => {
    const one = declared();
    expect(one.state).toMatchObject({ stage: 'DECLARED', ...city, tasks: [{ name: 'recommend' }] });
    expect(() => one.act('recognise', manager, recognition, at('2025-09-09 10:00'))).toThrow('outside your');
    one.act('recommend', cityReviewer, recommendation, at('2025-09-12 10:00'));
    expect(one.state).toMatchObject({ stage: 'CITY_RECOMMENDED', ...province, tasks: [{ name: 'recognise' }] });
    expect(() => one.act('recommend', cityReviewer, recommendation, at('2025-09-13 10:00'))).toThrow();
    one.act('recognise', manager, recognition, at('2025-09-22 10:00'));
    expect(one.state).toMatchObject({ stage: 'RECOGNISED', closedAt: null, deadlines: [], tasks: [] });
    expect(one.noticed).toEqual(['windowDeclared', 'windowRecommended', 'windowRecognised']);
  });

  it('HN-NET-02.1 nobody recognises what they recommended themselves', () => {
    const one = declared();
    one.act('recommend', both, recommendation, at('2025-09-12 10:00'));
    expect(() => one.act('recognise', both, recognition, at('2025-09-22 10:00'))).toThrow();
    one.act('recognise', manager, recognition, at('2025-09-22 10:00'));
    expect(one.state.stage).toBe('RECOGNISED');
  });

  it('HN-NET-02.2 a recognised window stands in the register, with its place in the tree', () => {
    expect(entryOf(recognised())).toMatchObject({
      register: registers.windows,
      party: 'unit:hn-ningxiang',
      name: form.name,
      status: 'RECOGNISED',
      validFrom: '2025-09-22',
      data: { operator: OPERATOR, window: { kind: form.kind, parent: 'hn-changsha', region: form.region } },
    });
  });

  it('HN-NET-02.3 who is not recommended or not recognised is told why', () => {
    const declined = declared();
    declined.act('declineRecommendation', cityReviewer, { reason: '专职服务人员不足。' }, at('2025-09-12 10:00'));
    expect(declined.state.outcome).toBe('CITY_DECLINED');
    expect(declined.last.notices).toMatchObject([
      { template: 'recommendationDeclined', data: { reason: '专职服务人员不足。' } },
    ]);
    const refused = declared();
    refused.act('recommend', cityReviewer, recommendation, at('2025-09-12 10:00'));
    refused.act('refuseRecognition', manager, { reason: '与已认定的窗口重复。' }, at('2025-09-22 10:00'));
    expect(refused.state.outcome).toBe('REFUSED');
    expect(refused.toldTo('recognitionRefused')).toEqual([OPERATOR]);
  });

  it('HN-NET-01.1 is not declared without the window of its city above it, nor in the place of another', () => {
    expect(() => declared({ parent: 'hn-hub' })).toThrow('a city comprehensive window');
    expect(() => declared({ code: 'liuyang' })).toThrow();
    expect(() => declared({}, person('p', { role: 'provider', party: 'person:p' }))).toThrow('organisation');
  });

  it('HN-NET-02.1 what was taken between declaration and recognition is not recognised twice', () => {
    const one = declared();
    one.act('recommend', cityReviewer, recommendation, at('2025-09-12 10:00'));
    const { party, status, data } = entryOf(recognised()) as unknown as WindowEntry;
    expect(() => one.act('recognise', manager, recognition, at('2025-09-23 10:00'), [{ party, status, data }])).toThrow(
      'belongs to',
    );
  });

  it('HN-NET-02.1 the province puts a window on record that it has recognised before', () => {
    const record = { operatorCode: OPERATOR, recognisedOn: '2016-03-01', document: '湘经信〔2016〕7号' };
    const old = {
      ...record,
      code: 'liuyang',
      mark: '浏企窗',
      region: 'HN/CHANGSHA/LIUYANG',
      name: '浏阳市中小企业综合窗口服务平台',
    };
    const one = declared(old, manager);
    expect(one.state).toMatchObject({ stage: 'RECOGNISED', subject: OPERATOR, tasks: [] });
    expect(entryOf(one)).toMatchObject({ party: 'unit:hn-liuyang', validFrom: '2016-03-01' });
    expect(() => declared(old, person('l', { role: 'manager', ...city }))).toThrow('province');
    expect(() => declared({ ...old, recognisedOn: '2025-09-09' }, manager)).toThrow();
    expect(() => declared(record)).toThrow('puts a window on record');
  });
});

describe('the loss of a qualification', () => {
  it('HN-NET-25.2 is decided after the operator was heard, by somebody who did not propose it', () => {
    const one = recognised();
    one.act('proposeDisqualification', manager, proposal, at('2025-09-26 10:00'));
    expect(one.deadline('statement')).toMatchObject({ lastDay: '2025-10-10' });
    expect(one.toldTo('disqualificationProposed')).toEqual([OPERATOR]);
    expect(one.blocked('disqualify', manager2, at('2025-09-28 10:00'))).toEqual(['NOT_NOW']);
    one.act('stateCase', operator, statement, at('2025-09-28 10:00'));
    expect(() => one.act('disqualify', manager, { reason }, at('2025-09-29 10:00'))).toThrow();
    one.act('disqualify', manager2, { reason }, at('2025-09-29 10:00'));
    expect(one.state).toMatchObject({ outcome: 'DISQUALIFIED', facts: { disqualifiedFor: 'NOT_WORKING' } });
    expect(entryOf(one)).toMatchObject({ status: 'DISQUALIFIED', validTo: '2025-09-29' });
  });

  it('HN-NET-25.2 gives its providers and members to the platform above', () => {
    const one = recognised();
    one.act('proposeDisqualification', reviewer, proposal, at('2025-09-26 10:00'));
    one.liveUntil(at('2025-10-11 00:00'));
    expect(one.tasks).toEqual(['decideDisqualification']);
    one.act('disqualify', manager, { reason }, at('2025-10-13 10:00'));
    const moved = { bodyId: 'hn-ningxiang', action: 'moveToPlatform', input: { bodyId: 'hn-changsha', reason } };
    expect(one.last.messagesHandled).toMatchObject([
      { kind: 'providerRegistration', ...moved },
      { kind: 'consumerRegistration', ...moved },
    ]);
    expect(one.last.notices).toMatchObject([{ data: { successor: { en: 'Changsha comprehensive window platform' } } }]);
  });

  it('HN-NET-25.2 gives them to the platform above that stands, one recognised since like any other', () => {
    const after = (windows: readonly FoundEntry[]) => {
      const one = declared(belowNingxiang, operator, [ningxiang]);
      one.act('recommend', cityReviewer, recommendation, at('2025-09-12 10:00'));
      one.act('recognise', manager, recognition, at('2025-09-22 10:00'), [ningxiang]);
      expect(one.last.notices[0]?.data).toMatchObject({ above: { zh: ningxiangDeclared.name } });
      const lost = { ground: 'NOT_WORKING', reason };
      one.act('cancelAfterSupervision', anyone.otherCase, lost, at('2025-11-03 10:00'), windows);
      const { messagesHandled, notices } = one.last;
      return [messagesHandled.map(({ input }) => (input as { bodyId: string }).bodyId), notices[0]?.data['successor']];
    };
    const ningxiangWindow = windowName(ningxiangDeclared);
    expect(after([ningxiang, food])).toEqual([['hn-ningxiang', 'hn-ningxiang'], ningxiangWindow]);
    expect(after([lostNingxiang, food])).toEqual([['hn-changsha', 'hn-changsha'], bodyOf('hn-changsha')?.name]);
  });

  it('HN-NET-25.2 follows from a supervision that has heard the operator', () => {
    const one = recognised();
    one.act('cancelAfterSupervision', anyone.otherCase, { ground: 'DUTIES_NOT_DONE', reason }, at('2025-11-03 10:00'));
    expect(one.state).toMatchObject({ outcome: 'DISQUALIFIED', facts: { disqualifiedFor: 'DUTIES_NOT_DONE' } });
    expect(one.last.messagesHandled).toHaveLength(2);
  });

  it('HN-NET-25.2 a hearing that was asked for comes first', () => {
    const one = recognised();
    one.act('proposeDisqualification', reviewer, proposal, at('2025-09-26 10:00'));
    one.act('stateCase', operator, { ...statement, asksForHearing: true }, at('2025-09-28 10:00'));
    expect(one.tasks).toEqual(['holdHearing']);
    expect(() => one.act('disqualify', manager, { reason }, at('2025-09-29 10:00'))).toThrow('hearing');
    expect(() => one.act('stateCase', operator, statement, at('2025-09-29 10:00'))).toThrow('already');
    const held = { heldOn: '2025-10-13', record: '运营单位说明接口故障。', fileIds: [] };
    expect(() => one.act('recordHearing', manager2, held, at('2025-10-10 10:00'))).toThrow('once it was held');
    const before = { ...held, heldOn: '2025-09-01' };
    expect(() => one.act('recordHearing', manager2, before, at('2025-10-13 15:00'))).toThrow('hearing was asked for');
    one.act('recordHearing', manager2, held, at('2025-10-13 15:00'));
    expect(one.tasks).toEqual(['decideDisqualification']);
    one.act('dropProposal', manager, { reason: '陈述属实。' }, at('2025-10-14 10:00'));
    expect(one.state).toMatchObject({ stage: 'RECOGNISED', tasks: [], facts: { proposal: null } });
    expect(one.toldTo('disqualificationDropped')).toEqual([OPERATOR]);
  });
});

it('HN-NET-02.1 the way of a window stands below those that were recognised before', () => {
  const { party, status, data } = entryOf(recognised()) as unknown as WindowEntry;
  const entries: FoundEntry[] = [
    { register: registers.windows, party, name: form.name, status, bodyId: 'hn-dept-province', region: 'HN', data },
  ];
  const industry = { ...form, ...belowNingxiang };
  const filing = fileForm(windowQualificationIntake, industry, {
    filer: operator,
    now: at('2025-10-08 09:00'),
    entries,
  });
  expect(filing.opening).toMatchObject({ window: { parent: 'hn-ningxiang' } });
  expect(() => fileForm(windowQualificationIntake, industry, { filer: operator, entries: [] })).toThrow();
});
