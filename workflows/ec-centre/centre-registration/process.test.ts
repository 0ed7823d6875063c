import { describe, expect, it } from 'vitest';
import {
  CENTRE,
  CENTRE_NAME,
  CentreCase,
  centrePeople as people,
  fileCentreForm,
} from '../../../test/support/centre-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import type { CentreRegistrationFacts } from './contract.ts';
import { centreRegistrationIntake } from './intake.ts';
import { centreRegistration } from './process.ts';

const data = {
  ...{ level: 'CITY', districts: 2, cityHasDistricts: true, staff: 3, operator: 'COMPANY', duties: true },
  premises: ['OFFICE', 'MEETING_ROOM', 'TRAINING_ROOM', 'EQUIPMENT'],
  systems: ['MANAGEMENT', 'ENTRY_AND_EXIT', 'FEEDBACK'],
};
const form = {
  ...{ name: CENTRE_NAME, authority: 'ec-commerce-yiwu', data, contactName: '陈敏', telephone: '0579-85001234' },
  ...{ email: 'chenmin@example.cn', fileIds: [] },
};
const noon = at('2025-03-04 12:00');

function filed(changes: object = {}) {
  const filing = fileCentreForm(centreRegistrationIntake, { ...form, ...changes }, people.centre);
  return new CentreCase<CentreRegistrationFacts>(centreRegistration, filing, {
    id: 'ecg-1',
    openedAt: at('2025-03-03 10:00'),
    filer: people.centre,
  });
}

function registered(changes: object = {}, on = '2025-03-04 10:00') {
  const one = filed(changes);
  one.act('registerCentre', people.yiwu, {}, at(on));
  return one;
}

function lastEntry(one: ReturnType<typeof filed>, register: string) {
  return one.last.writes
    .map(({ data: written }) => written as { register: string; status: string; data: object })
    .find((entry) => entry.register === register);
}

const plan = { title: `${CENTRE_NAME}佛堂镇联络点`, place: 'TOWN', staff: 0 };

describe('the registration', () => {
  it('EC-CENTRE-06.1 a centre with another name is refused', () => {
    expect(() => filed({ name: '义乌电商中心' })).toThrow('电子商务公共服务中心');
    expect(filed().state).toMatchObject({ stage: 'UNDER_REVIEW', bodyId: 'ec-commerce-yiwu', facts: { class: 'B' } });
  });

  it('EC-CENTRE-08.6 EC-CENTRE-01.4 what is not met is a finding, and the centre is registered', () => {
    const one = registered({ data: { ...data, staff: 1, premises: ['OFFICE'], duties: false, systems: ['FEEDBACK'] } });
    expect(one.state.stage).toBe('REGISTERED');
    expect(lastEntry(one, 'ec-centre.centres')).toMatchObject({
      status: 'REGISTERED',
      data: { class: 'B', notMet: ['STAFF', 'PREMISES', 'ORGANISATION', 'SYSTEMS'] },
    });
    expect(one.toldTo('centreRegistered')).toEqual([CENTRE]);
  });

  it('EC-CENTRE-01.6 is of class A with 3 districts instead of 2, and its staff of 3 not enough then', () => {
    const one = registered();
    one.act('reportData', people.centre, { data: { ...data, districts: 3 } }, noon);
    expect(one.state.facts.class).toBe('A');
    expect(lastEntry(one, 'ec-centre.centres')).toMatchObject({ data: { class: 'A', notMet: ['STAFF'] } });
    expect(one.toldTo('standingChanged')).toEqual([CENTRE]);
    const early = filed();
    early.act('reportData', people.centre, { data: { ...data, level: 'COUNTY' } }, noon);
    expect(early.state.facts.class).toBe('C');
  });

  it('EC-CENTRE-06.3 EC-CENTRE-06.4 the reviewer ticks four checks of the sign, and what bears it', () => {
    const one = registered();
    const found = { passed: ['TOP_LEFT', 'PROMINENT', 'UNCHANGED'], carriers: ['PLATE', 'WEB_PAGE'] };
    one.act('judgeSign', people.yiwu, found, noon);
    expect(one.state.facts.sign).toEqual({ ...found, on: '2025-03-04' });
    expect(one.last.lines.find(({ type }) => type === 'SIGN_CHECKED')?.title.zh).toContain('图形和颜色未改动');
  });

  it('EC-CENTRE-01.6 a registration can be declined with a reason, and left by the centre', () => {
    const one = filed();
    one.act('declineCentre', people.yiwu, { reason: '并非公共服务中心。' }, noon);
    expect(one.state.outcome).toBe('NOT_REGISTERED');
    const left = registered();
    left.act('planPoint', people.centre, plan, noon);
    left.act('leaveRegister', people.centre, {}, noon);
    expect(lastEntry(left, 'ec-centre.centres')).toMatchObject({ status: 'LEFT' });
    expect(left.last.childrenMessages).toMatchObject([{ kind: 'centreReview', action: 'centreLeft' }]);
    expect(left.last.messagesAbout.map(({ kind, action }) => [kind, action])).toEqual([
      ['directoryEntry', 'centreLeft'],
      ['centreRequest', 'centreLeft'],
    ]);
    expect(lastEntry(left, 'ec-centre.points')).toMatchObject({ status: 'CLOSED', validTo: '2025-03-04' });
    expect(left.last.writes.at(-1)).toMatchObject({ data: { register: 'ec-centre.centres', status: 'LEFT' } });
  });
});

describe('liaison points', () => {
  it('EC-CENTRE-05.1 EC-CENTRE-06.2 is planned under the name of its centre, opened, and closed with a reason', () => {
    const one = registered();
    expect(() => one.act('planPoint', people.centre, { ...plan, title: '佛堂镇联络点' }, noon)).toThrow(
      'after its centre',
    );
    one.act('planPoint', people.centre, plan, noon);
    expect(() => one.act('planPoint', people.centre, plan, noon)).toThrow('already');
    expect(lastEntry(one, 'ec-centre.points')).toMatchObject({ status: 'PLANNED', data: { place: 'TOWN' } });
    one.act('openPoint', people.centre, { point: 'p1', staff: 1 }, noon);
    expect(lastEntry(one, 'ec-centre.points')).toMatchObject({ status: 'OPEN', data: { staff: 1 } });
    expect(() => one.act('openPoint', people.centre, { point: 'p1', staff: 1 }, noon)).toThrow("a point 'p1'");
    one.act('closePoint', people.centre, { point: 'p1', reason: '并入镇服务中心。' }, noon);
    expect(lastEntry(one, 'ec-centre.points')).toMatchObject({ status: 'CLOSED' });
  });

  it('EC-CENTRE-01.5 an open point without a person is a finding until it has one', () => {
    const one = registered();
    one.act('planPoint', people.centre, plan, noon);
    one.act('openPoint', people.centre, { point: 'p1', staff: 0 }, noon);
    expect(lastEntry(one, 'ec-centre.centres')).toMatchObject({ data: { notMet: ['POINT_STAFF'] } });
    one.act('staffPoint', people.centre, { point: 'p1', staff: 1 }, noon);
    expect(lastEntry(one, 'ec-centre.centres')).toMatchObject({ data: { notMet: [] } });
  });
});

describe('the yearly review', () => {
  it('EC-CENTRE-08.1 is opened on 2025-12-01, due on 2025-12-31, and again the year after', () => {
    const one = registered();
    expect(one.liveUntil(at('2025-12-01 00:00'))).toEqual([at('2025-12-01 00:00')]);
    expect(one.last.openings).toMatchObject([
      {
        kind: 'centreReview',
        bodyId: 'ec-commerce-yiwu',
        opening: {
          year: 2025,
          dueOn: '2025-12-31',
          authorities: ['ec-commerce-yiwu', 'ec-commerce-jinhua', 'ec-commerce-province'],
        },
      },
    ]);
    expect(one.deadline('nextReview')?.dueAt).toBe(at('2026-12-01 00:00'));
  });

  it('EC-CENTRE-08.1 is opened earlier by a manager, once a year', () => {
    const one = registered();
    one.act('openReview', people.yiwuManager, {}, at('2025-11-20 10:00'));
    expect(one.last.openings).toMatchObject([{ kind: 'centreReview', opening: { year: 2025, dueOn: '2025-12-31' } }]);
    expect(one.deadline('nextReview')?.dueAt).toBe(at('2026-12-01 00:00'));
    expect(() => one.act('openReview', people.yiwuManager, {}, at('2025-11-21 10:00'))).toThrow('review of 2025');
  });

  it('EC-CENTRE-08.1 is joined by a centre that registers in December', () => {
    const one = registered({}, '2025-12-10 10:00');
    expect(one.last.openings).toMatchObject([{ opening: { year: 2025 } }]);
    expect(one.deadline('nextReview')?.dueAt).toBe(at('2026-12-01 00:00'));
  });
});
