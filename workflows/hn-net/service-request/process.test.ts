import { describe, expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import { CONSUMER, fileForm, NetworkCase, netPeople as people, PROVIDER } from '../../../test/support/network-case.ts';
import { ningxiang } from '../../../test/support/network-windows.ts';
import { systemActor, type Person } from '../../../rules/roles.ts';
import type { ServiceRequestFacts } from './contract.ts';
import { serviceRequestIntake } from './intake.ts';
import { serviceRequest } from './process.ts';

const OTHER = '91310104MA1FR2CD85';
const evaluation = systemActor('evl-1');
const form = { platform: 'hn-liuyang', category: 'TECHNOLOGY', need: '需要对一批样品作成分检测。' };
const caller = { name: '王先生', telephone: '13800001111' };
const transfer = { provider: PROVIDER, reason: '该服务商有检测资质。' };
const openedAt = at('2025-09-30 09:00');
const transferredAt = at('2025-09-30 10:00');

function file(changes: object = {}, filer: Person = people.consumer) {
  return fileForm(serviceRequestIntake, { ...form, ...changes }, { filer, entries: [] });
}

function request(changes: object = {}, filer: Person = people.consumer) {
  return new NetworkCase<ServiceRequestFacts>(serviceRequest, file(changes, filer), { id: 'srq-1', openedAt, filer });
}

function transferred(changes: object = {}) {
  const one = request(changes);
  one.act('transferToProvider', people.county, transfer, transferredAt);
  return one;
}

function completed(fee = 0, voucher = 'PAPER') {
  const one = transferred();
  one.act('acceptRequest', people.provider, { fee }, at('2025-10-09 10:00'));
  one.act('startService', people.provider, {}, at('2025-10-10 10:00'));
  one.act(
    'completeService',
    people.provider,
    { item: '材料检测', result: '已出具检测报告。', voucher, fileIds: [] },
    at('2025-10-20 10:00'),
  );
  return one;
}

describe('the timeline of a request', () => {
  it('XC-05.3 HN-NET-05.4 names the provider as a party is named, and joins what people typed without a second stop', () => {
    const titles = completed().transitions.flatMap(({ lines }) => lines.map(({ title }) => title.en));
    expect(titles).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`provider: credit code ${transfer.provider}`),
        'Service completed: 材料检测; 已出具检测报告; Invoice or voucher on paper',
      ]),
    );
  });
});

describe('how a request comes in', () => {
  it('HN-NET-01.4 a request entered by a call agent has the channel HOTLINE, one of the consumer ONLINE', () => {
    expect(request().state.facts.channel).toBe('ONLINE');
    const called = request({ requester: caller }, people.county);
    expect(called.state).toMatchObject({ facts: { channel: 'HOTLINE' }, parties: { consumer: ['unit:hn-liuyang'] } });
    expect(request({ requester: caller, channel: 'ON_SITE' }, people.county).state.facts.channel).toBe('ON_SITE');
    expect(() => file({ channel: 'HOTLINE' })).toThrow('by staff alone');
  });

  it('HN-NET-05.3 a call agent names whom it is for, at the own platform alone, and a registered consumer by the register', () => {
    expect(() => file({}, people.county)).toThrow('Name whom');
    expect(() => file({ requester: caller }, people.city)).toThrow('own platform');
    expect(() => file({ requester: caller, consumer: CONSUMER }, people.county)).toThrow('No such consumer');
    expect(() => file({ platform: 'hn-dept-liuyang' })).toThrow('no such platform');
    expect(() => file({ requester: { name: '王先生' } }, people.county)).toThrow('telephone');
  });

  it('HN-NET-15.6 neither the need nor the contact goes into the case itself', () => {
    const called = request({ requester: caller }, people.county);
    expect(JSON.stringify(called.state)).not.toMatch(/王先生|13800001111|样品/);
    expect(called.last.notices).toMatchObject([{ template: 'requestReceived', to: { contact: true } }]);
  });
});

describe('a request to a window recognised since', () => {
  const own = person('own', { role: 'reviewer', bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG' });
  const served = { item: '材料检测', result: '已出具检测报告。', voucher: 'NONE', fileIds: [] };

  function taken(one: NetworkCase<ServiceRequestFacts>) {
    one.act('takeOn', own, { fee: 0, reason: '本窗口有专家。' }, transferredAt);
    one.act('startService', own, {}, at('2025-10-09 10:00'));
    one.act('completeService', own, served, at('2025-10-10 10:00'));
    return one.last.openings.map(({ subject, parties }) => [subject, parties['reporter']]);
  }

  it('HN-NET-05.8 HN-NET-02.2 is recorded by that window once served, and not by the platform that has its cases', () => {
    const entries = [ningxiang];
    const filing = fileForm(serviceRequestIntake, { ...form, platform: 'hn-ningxiang' }, { entries });
    const one = new NetworkCase<ServiceRequestFacts>(serviceRequest, filing, { id: 'srq-2', openedAt });
    expect(taken(one)).toEqual([['unit:hn-ningxiang', ['unit:hn-ningxiang']]]);
    const sent = request({ platform: 'hn-hub' });
    const transfer = { body: 'hn-ningxiang', reason: '由就近的窗口平台服务。' };
    sent.act('transferToPlatform', people.hub, transfer, transferredAt, entries);
    expect(sent.state.facts.transfers).toMatchObject([{ from: 'hn-hub', to: 'hn-ningxiang' }]);
    expect(taken(sent)).toEqual([['unit:hn-ningxiang', ['unit:hn-ningxiang']]]);
  });
});

describe('how it is given out', () => {
  it('HN-NET-05.3 a hotline request is transferred to a window: both sides see it with time and reason', () => {
    const one = request({ platform: 'hn-hub', requester: caller }, people.hub);
    one.act('transferToPlatform', people.hub, { body: 'hn-liuyang', reason: '由就近的窗口平台服务。' }, transferredAt);
    expect(one.state).toMatchObject({ bodyId: 'hn-liuyang', stage: 'RECEIVED', tasks: [{ name: 'giveOut' }] });
    expect(one.state.facts.transfers).toEqual([
      { from: 'hn-hub', to: 'hn-liuyang', reason: '由就近的窗口平台服务。', at: transferredAt },
    ]);
    const line = one.last.lines.find(({ type }) => type === 'REQUEST_TRANSFERRED_TO_PLATFORM');
    expect(line?.title.zh).toBe('服务需求已接转其他平台：浏阳市中小企业综合窗口服务平台。理由：由就近的窗口平台服务');
    expect(() => one.act('takeOn', people.hub, { fee: 0, reason: '…' })).toThrow('outside your');
  });

  it('HN-NET-05.10 handling time of 3 working days from 2025-09-30: back in the queue at 2025-10-12 00:00, reminded before', () => {
    const one = transferred();
    expect(one.deadline('acceptance')).toMatchObject({
      lastDay: '2025-10-11',
      dueAt: at('2025-10-12 00:00'),
      rungs: [{ key: 'last-day', at: at('2025-10-11 09:00') }],
    });
    one.liveUntil(at('2025-10-11 23:59'));
    expect(one.state.stage).toBe('TRANSFERRED');
    one.liveUntil(at('2025-10-12 00:00'));
    expect(one.state).toMatchObject({ stage: 'RECEIVED', bodyId: 'hn-liuyang', tasks: [{ name: 'giveOut' }] });
    expect(one.toldTo('requestReturned')).toEqual([CONSUMER, PROVIDER]);
  });

  it('HN-NET-05.10 a published handling time counts before the fallback', () => {
    const one = request();
    one.act('transferToProvider', people.county, { ...transfer, handlingDays: 1 }, transferredAt);
    expect(one.deadline('acceptance')).toMatchObject({ lastDay: '2025-10-09' });
  });

  it('HN-NET-04.1 HN-NET-05.10 the time of the guide of its platform counts, unless the service has one of its own', () => {
    const five = request();
    five.act('transferToProvider', people.county, transfer, transferredAt, 5);
    expect(five.deadline('acceptance')).toMatchObject({ lastDay: '2025-10-14' });
    const own = request();
    own.act('transferToProvider', people.county, { ...transfer, handlingDays: 1 }, transferredAt, 5);
    expect(own.deadline('acceptance')).toMatchObject({ lastDay: '2025-10-09' });
  });

  it('HN-NET-05.10 one declined with a reason goes to another provider, which alone acts then', () => {
    const one = transferred();
    expect(() => one.act('declineRequest', people.provider, {}, transferredAt)).toThrow('reason');
    one.act('declineRequest', people.provider, { reason: '设备检修。' }, at('2025-10-09 10:00'));
    expect(one.state).toMatchObject({ stage: 'RECEIVED', deadlines: [] });
    one.act(
      'transferToProvider',
      people.county,
      { provider: OTHER, reason: '改由其他服务商。' },
      at('2025-10-09 11:00'),
    );
    expect(() => one.act('acceptRequest', people.provider, { fee: 0 })).toThrow('outside your');
    one.act('acceptRequest', people.otherProvider, { fee: 0 }, at('2025-10-09 12:00'));
    expect(one.state).toMatchObject({ stage: 'ACCEPTED', parties: { provider: [OTHER] } });
  });

  it('HN-NET-05.3 what cannot be served is ended with a reason, and a consumer is never its own provider', () => {
    const one = request();
    expect(() => one.act('transferToProvider', people.county, { ...transfer, provider: CONSUMER })).toThrow('consumer');
    expect(() => one.act('endUnserved', people.county, {})).toThrow('reason');
    one.act('endUnserved', people.county, { reason: '暂无此类服务资源。' }, transferredAt);
    expect(one.state.outcome).toBe('NOT_SERVED');
    expect(one.toldTo('requestNotServed')).toEqual([CONSUMER]);
  });

  it('HN-NET-05.3 a request is withdrawn by its consumer, and by the platform for a caller alone', () => {
    const one = request();
    expect(() => one.act('withdrawRequest', people.county, {})).toThrow('Only the consumer');
    one.act('withdrawRequest', people.consumer, {}, transferredAt);
    expect(one.state.outcome).toBe('WITHDRAWN');
    const called = request({ requester: caller }, people.county);
    called.act('withdrawRequest', people.county, {}, transferredAt);
    expect(called.state.outcome).toBe('WITHDRAWN');
  });
});

describe('how it is served', () => {
  it('HN-NET-05.9 a fee above 0 is refused for a public service, to a provider and to the platform', () => {
    const one = transferred({ publicService: 'INFORMATION' });
    expect(() => one.act('acceptRequest', people.provider, { fee: 100 }, transferredAt)).toThrow('free public service');
    one.act('acceptRequest', people.provider, { fee: 0 }, transferredAt);
    expect(one.state).toMatchObject({ stage: 'ACCEPTED', facts: { fee: 0 } });
    const own = request({ publicService: 'INFORMATION' });
    expect(() => own.act('takeOn', people.county, { fee: 1, reason: '…' })).toThrow('free public service');
  });

  it('HN-NET-15.3 of a paid service without a voucher the consumer is told that it may complain of that', () => {
    const one = completed(1200, 'NONE');
    const told = one.last.notices.filter(({ template }) => template === 'serviceCompleted');
    expect(told.map(({ data }) => data['voucherMissing'])).toEqual([true, true]);
    expect(one.state.facts).toMatchObject({ completedOn: '2025-10-20', voucher: 'NONE', fee: 1200 });
    expect(completed(1200, 'PAPER').last.notices[0]?.data['voucherMissing']).toBe(false);
    expect(completed(0, 'NONE').last.notices[0]?.data['voucherMissing']).toBe(false);
  });

  it('HN-NET-05.3 the platform serves what it took on, and whoever served does not make the return visit', () => {
    const one = request();
    one.act('takeOn', people.county, { fee: 0, reason: '由窗口直接办理。' }, transferredAt);
    one.act('startService', people.county, {}, at('2025-10-09 10:00'));
    one.act(
      'completeService',
      people.county,
      { item: '材料检测', result: '已答复。', voucher: 'NONE', fileIds: [] },
      at('2025-10-09 11:00'),
    );
    const visit = { reached: true, score: 5, note: '满意。' };
    expect(() => one.act('recordReturnVisit', people.county, visit)).toThrow('somebody else must');
    one.act('recordReturnVisit', people.county2, visit, at('2025-10-10 11:00'));
    expect(one.state).toMatchObject({ stage: 'RETURN_VISITED', facts: { visit: { on: '2025-10-10', score: 5 } } });
  });

  it('HN-NET-05.3 the platform does not serve what a provider has accepted', () => {
    const one = transferred();
    one.act('acceptRequest', people.provider, { fee: 0 }, transferredAt);
    expect(() => one.act('startService', people.county, {})).toThrow('Only who took');
  });
});

describe('how it ends', () => {
  const visit = { reached: true, note: '对报告满意。' };
  const score = { evaluationCaseId: 'evl-1', provider: PROVIDER, score: 4 };

  it('HN-NET-05.3 it goes through all its stages: visited, evaluated, closed', () => {
    const one = completed();
    one.act('recordReturnVisit', people.county, visit, at('2025-10-22 10:00'));
    one.act('serviceEvaluated', evaluation, score, at('2025-10-23 10:00'));
    const stages = one.last.lines.filter(({ type }) => type === 'STAGE_CHANGED').map(({ detail }) => detail?.['to']);
    expect(stages).toEqual(['EVALUATED', 'CLOSED']);
    expect(one.state.facts.evaluation).toEqual({ caseId: 'evl-1', score: 4 });
  });

  it('HN-NET-05.3 an evaluation may come before the return visit, and of another provider it is not taken', () => {
    const one = completed();
    expect(() => one.act('serviceEvaluated', evaluation, { ...score, provider: OTHER })).toThrow('Another');
    one.act('serviceEvaluated', evaluation, score, at('2025-10-21 10:00'));
    expect(one.state.stage).toBe('COMPLETED');
    one.act('recordReturnVisit', people.county, visit, at('2025-10-22 10:00'));
    expect(one.state.outcome).toBe('CLOSED');
  });

  it('HN-NET-05.3 without an evaluation it is closed after a while, and can still be evaluated', () => {
    const one = completed();
    one.act('recordReturnVisit', people.county, { reached: false, note: '三次未接通。' }, at('2025-10-22 10:00'));
    one.liveUntil(at('2025-11-13 00:00'));
    expect(one.state).toMatchObject({ outcome: 'CLOSED', facts: { evaluation: null } });
    one.act('serviceEvaluated', evaluation, score, at('2025-12-01 10:00'));
    expect(one.state).toMatchObject({ outcome: 'CLOSED', facts: { evaluation: { score: 4 } } });
  });

  it('HN-NET-05.3 nobody who was not reached has given a score', () => {
    const nobody = { reached: false, score: 5, note: '…' };
    expect(() => completed().act('recordReturnVisit', people.county, nobody)).toThrow('not reached');
  });

  it('HN-NET-05.3 is no business of strangers', () => {
    const stranger = person('s', { role: 'provider', party: OTHER });
    expect(() => transferred().act('acceptRequest', stranger, { fee: 0 })).toThrow('outside your');
    expect(() => completed().act('closeRequest', people.city, {})).toThrow('outside your');
  });
});
