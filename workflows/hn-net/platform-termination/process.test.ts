import { describe, expect, it } from 'vitest';
import { protectiveMeasureCodes } from '../../../rules/hn-net/termination.ts';
import { systemActor } from '../../../rules/roles.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { tradingPlatform } from '../trading-platform.ts';
import type { TerminationReading } from '../words.ts';
import type { PlatformTerminationFacts } from './contract.ts';
import { platformTerminationIntake } from './intake.ts';
import { platformTermination } from './process.ts';

const manager = person('hub-manager', { role: 'manager', ...tradingPlatform().body });
const records = systemActor('HN-NET-11.2');
const published = at('2025-06-30 10:00');
const endsAt = at('2025-10-01 00:00');
const reason = '公示和通知均已满三个月。';
const form = { endsAt, announcement: '平台整合。', measures: '订单移交窗口平台。' };
const told = { notice: 'terminationAnnounced', providers: 200, consumers: 5000 };
const clear: TerminationReading = { untold: 0, open: {} };

function planned(changes: object = {}, now = published) {
  const filing = fileForm(platformTerminationIntake, { ...form, ...changes }, { filer: people.hub, now });
  return new NetworkCase<PlatformTerminationFacts>(platformTermination, filing, {
    ...{ id: 'trm-1', openedAt: now, filer: people.hub },
  });
}

function announced() {
  const one = planned();
  one.act('publishNotice', manager, {}, published);
  return one;
}

function windingDown() {
  const one = announced();
  one.act('everybodyTold', records, told, at('2025-06-30 10:05'));
  for (const measure of protectiveMeasureCodes)
    one.act('recordMeasure', people.hub, { measure, note: '已落实', fileIds: [] }, at('2025-09-01 10:00'));
  return one;
}

describe('the notice of the end', () => {
  it('HN-NET-11.1 of 2025-06-30 allows an end at 2025-10-01 00:00, and refuses one at 2025-09-30 12:00', () => {
    expect(() => planned({ endsAt: at('2025-09-30 12:00') })).toThrow('at least 3 months');
    const one = announced();
    expect(one.state).toMatchObject({ stage: 'NOTICE_PUBLISHED', facts: { publishedAt: published, endsAt } });
    expect(one.deadline('noticePeriod')).toMatchObject({ lastDay: '2025-09-30', dueAt: endsAt });
  });

  it('HN-NET-11.1 is reckoned from the day of its publication, not of the plan', () => {
    const one = planned();
    expect(() => one.act('publishNotice', manager, {}, at('2025-07-01 09:00'))).toThrow('at least 3 months');
    expect(() => one.act('publishNotice', people.hub, {}, published)).toThrow('may not');
  });

  it('HN-NET-11.2 A-69 three months run from when the last one was told, if that was later', () => {
    const one = announced();
    one.act('everybodyTold', records, told, at('2025-07-02 09:00'));
    expect(one.state).toMatchObject({ stage: 'NOTIFIED', facts: { told: { providers: 200, consumers: 5000 } } });
    for (const measure of protectiveMeasureCodes)
      one.act('recordMeasure', people.hub, { measure, note: '已落实', fileIds: [] }, at('2025-09-01 10:00'));
    const end = (now: string) => one.act('endPlatform', manager, { reason }, at(now), clear);
    expect(() => end('2025-10-02 10:00')).toThrow('2025');
    end('2025-10-03 00:00');
    expect(one.state.outcome).toBe('TERMINATED');
  });
});

describe('the end', () => {
  it('HN-NET-11.3 with 12 open orders, or without a measure, is blocked by the checklist', () => {
    const one = windingDown();
    expect(one.state).toMatchObject({ stage: 'WINDING_DOWN', facts: { done: protectiveMeasureCodes } });
    const end = (reading: TerminationReading) => one.act('endPlatform', manager, { reason }, endsAt, reading);
    expect(() => end({ untold: 0, open: { serviceRequest: 12 } })).toThrow('12 service requests');
    expect(() => end({ untold: 3, open: {} })).toThrow('3 providers or consumers');
    end(clear);
    expect(one.state.outcome).toBe('TERMINATED');
    const bare = announced();
    bare.act('everybodyTold', records, told, published);
    const measure = { measure: 'DEPOSITS', note: '已退还', fileIds: [] };
    bare.act('recordMeasure', people.hub, measure, at('2025-09-01 10:00'));
    expect(() => bare.act('endPlatform', manager, { reason }, endsAt, clear)).toThrow('Open requests and orders');
  });

  it('HN-NET-11.1 is decided by a manager, and never by the clock', () => {
    const one = windingDown();
    expect(() => one.act('endPlatform', manager, { reason }, at('2025-09-30 12:00'), clear)).toThrow('at the earliest');
    one.liveUntil(at('2025-12-01 00:00'));
    expect(one.state).toMatchObject({ outcome: null, tasks: [{ name: 'end' }] });
  });
});

describe('another date', () => {
  it('HN-NET-11.4 that is earlier is refused', () => {
    const one = announced();
    for (const earlier of ['2025-09-30 12:00', '2025-10-01 00:00'])
      expect(() => one.act('postponeEnd', manager, { endsAt: at(earlier), reason }, published)).toThrow(
        'brought forward',
      );
  });

  it('HN-NET-11.4 that is later needs a new notice, and everybody is told of it', () => {
    const one = windingDown();
    const later = at('2025-12-01 00:00');
    one.act('postponeEnd', manager, { endsAt: later, reason: '移交未完。' }, at('2025-09-20 10:00'));
    expect(one.state).toMatchObject({ stage: 'NOTICE_PUBLISHED', facts: { endsAt: later, round: { toldAt: null } } });
    expect(one.last.notices).toMatchObject([{ template: 'terminationPostponed' }]);
    expect(() => one.act('endPlatform', manager, { reason }, later, clear)).toThrow();
    one.act('everybodyTold', records, told, at('2025-09-20 10:01'));
    expect(one.state.stage).toBe('NOTICE_PUBLISHED');
    one.act('everybodyTold', records, { ...told, notice: 'terminationPostponed' }, at('2025-09-20 10:02'));
    expect(one.state.stage).toBe('WINDING_DOWN');
    expect(() => one.act('endPlatform', manager, { reason }, at('2025-11-30 10:00'), clear)).toThrow('earliest');
    one.act('endPlatform', manager, { reason }, later, clear);
    expect(one.state.outcome).toBe('TERMINATED');
  });

  it('HN-NET-11.4 may be given up before the end, which is told to whoever was told of it', () => {
    const one = announced();
    expect(() => one.act('cancelTermination', manager, {}, published)).toThrow('needs a reason');
    one.act('cancelTermination', manager, { reason: '整合方案调整。' }, at('2025-08-01 10:00'));
    expect(one.last.notices).toMatchObject([{ template: 'terminationCancelled' }]);
    one.act('everybodyTold', records, { ...told, notice: 'terminationCancelled' }, at('2025-08-01 10:01'));
    expect(one.state).toMatchObject({ outcome: 'CANCELLED', facts: { round: { toldAt: at('2025-08-01 10:01') } } });
    const never = planned();
    never.act('cancelTermination', manager, { reason: '不再整合。' }, published);
    expect(never.last.notices).toEqual([]);
  });
});
