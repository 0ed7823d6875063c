import { describe, expect, it } from 'vitest';
import {
  carriers,
  classOf,
  findingsOf,
  isCentreName,
  isPointName,
  operatorTypes,
  placeKinds,
  signChecks,
  type CentreData,
  type PointStaff,
} from './centre.ts';
import { ecCentreValues } from './config.ts';
import { centreServices, finalScore, reviewGroups, totalOf } from './services.ts';

const rules = ecCentreValues();
const data: CentreData = {
  ...{ level: 'CITY', districts: 3, cityHasDistricts: true, staff: 4, operator: 'COMPANY', duties: true },
  premises: ['OFFICE', 'MEETING_ROOM', 'TRAINING_ROOM', 'EQUIPMENT'],
  systems: ['MANAGEMENT', 'ENTRY_AND_EXIT', 'FEEDBACK'],
};

function result(item: string, changes: Partial<CentreData> = {}, points: readonly PointStaff[] = []) {
  return findingsOf({ ...data, ...changes }, points, rules).find((one) => one.item === item)?.result;
}

describe('classes and staff', () => {
  it('EC-CENTRE-01.1 EC-CENTRE-01.2 EC-CENTRE-01.3 follow from level and districts', () => {
    expect(classOf(data, rules)).toBe('A');
    for (const districts of [2, 0]) expect(classOf({ ...data, districts }, rules)).toBe('B');
    expect(classOf({ ...data, level: 'COUNTY', districts: 9 }, rules)).toBe('C');
    const none = { ...data, districts: 0, cityHasDistricts: false };
    expect(classOf(none, rules)).toBe('B');
    expect(classOf(none, { ...rules, 'ec.classB': 'C' })).toBe('C');
  });

  it('EC-CENTRE-01.4 class A with 3 is not met, class B with 3 is, class C needs 2', () => {
    expect(result('STAFF', { staff: 3 })).toBe('NOT_MET');
    expect(result('STAFF', { staff: 3, districts: 2 })).toBe('MET');
    expect(result('STAFF', { staff: 1, level: 'COUNTY' })).toBe('NOT_MET');
    expect(result('STAFF', { staff: 2, level: 'COUNTY' })).toBe('MET');
  });

  it('EC-CENTRE-01.5 an open point without a person is not met; a planned one needs none', () => {
    expect(result('POINT_STAFF', {}, [{ name: '佛堂', status: 'OPEN', staff: 0 }])).toBe('NOT_MET');
    expect(result('POINT_STAFF', {}, [{ name: '佛堂', status: 'PLANNED', staff: 0 }])).toBe('MET');
  });

  it('EC-CENTRE-01.6 from 2 to 3 districts with 3 staff, the class is A and the staff not met', () => {
    const before = { ...data, districts: 2, staff: 3 };
    expect([classOf(before, rules), result('STAFF', before)]).toEqual(['B', 'MET']);
    const after = { ...before, districts: 3 };
    expect([classOf(after, rules), result('STAFF', after)]).toEqual(['A', 'NOT_MET']);
  });
});

describe('what a centre has', () => {
  it('EC-CENTRE-02.1 is run by one of the listed kinds, or by several together', () => {
    expect(Object.keys(operatorTypes)).toEqual(['ASSOCIATION', 'COMPANY', 'INSTITUTION', 'JOINT']);
  });

  it('EC-CENTRE-02.2 EC-CENTRE-02.3 EC-CENTRE-04.1 lacks a training room, duties, or the exit mechanism', () => {
    expect(result('PREMISES', { premises: ['OFFICE', 'MEETING_ROOM', 'EQUIPMENT'] })).toBe('NOT_MET');
    expect(result('ORGANISATION', { duties: false })).toBe('NOT_MET');
    expect(result('SYSTEMS', { systems: ['MANAGEMENT', 'FEEDBACK'] })).toBe('NOT_MET');
    for (const item of ['PREMISES', 'ORGANISATION', 'SYSTEMS']) expect(result(item)).toBe('MET');
  });

  it('EC-CENTRE-05.1 a point stands at one of the places of the list, or at another', () => {
    expect(Object.keys(placeKinds)).toHaveLength(6);
  });
});

describe('names and signs', () => {
  it('EC-CENTRE-06.1 a centre is called after its city, county or district', () => {
    expect(isCentreName('义乌市电子商务公共服务中心')).toBe(true);
    expect(isCentreName('浦江县电子商务公共服务中心')).toBe(true);
    for (const wrong of [
      '义乌电商中心',
      '义乌电子商务公共服务中心',
      '市电子商务公共服务中心',
      '义乌市电子商务公共服务中心分部',
    ])
      expect(isCentreName(wrong)).toBe(false);
  });

  it('EC-CENTRE-06.2 a point has the name of its centre', () => {
    const centre = '义乌市电子商务公共服务中心';
    expect(isPointName(`${centre}佛堂镇联络点`, centre)).toBe(true);
    for (const wrong of ['佛堂镇联络点', `${centre}联络点`, `${centre}佛堂镇服务点`])
      expect(isPointName(wrong, centre)).toBe(false);
  });

  it('EC-CENTRE-06.3 EC-CENTRE-06.4 four checks of a sign, seven carriers', () => {
    expect([Object.keys(signChecks).length, Object.keys(carriers).length]).toEqual([4, 7]);
  });
});

describe('services and scores', () => {
  it('EC-CENTRE-07.1 EC-CENTRE-08.3 six services, four groups', () => {
    expect([Object.keys(centreServices).length, Object.keys(reviewGroups).length]).toEqual([6, 4]);
    expect(totalOf({ CONDITIONS: 30, ABILITY: 40, SUPPORT: 20, LIAISON: 11 })).toBe(101);
  });

  it('EC-CENTRE-08.4 the provincial score is final by default, the average if the rules say so', () => {
    const totals = { self: 95, authorities: [88], province: 84 };
    expect(finalScore(totals, rules['ec.scoring'])).toBe(84);
    expect(finalScore({ ...totals, authorities: [88, 86] }, 'AVERAGE')).toBe(88.67);
  });
});
