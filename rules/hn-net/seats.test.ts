import { describe, expect, it } from 'vitest';
import { actsFor, isOfBody, type Office } from '../roles.ts';
import { officesInForce, placesActingAt, platformAt, seatOf } from './seats.ts';
import { networkOf, type WindowEntry } from './window.ts';

const ningxiang = entry('hn-ningxiang', 'COUNTY_COMPREHENSIVE', 'HN/CHANGSHA/NINGXIANG', 'hn-changsha');
const food = entry('hn-ningxiang-food', 'INDUSTRY', 'HN/CHANGSHA/NINGXIANG', 'hn-ningxiang');
const liuyang = entry('hn-liuyang', 'COUNTY_COMPREHENSIVE', 'HN/CHANGSHA/LIUYANG', 'hn-changsha');
const changsha = entry('hn-changsha', 'CITY_COMPREHENSIVE', 'HN/CHANGSHA', 'hn-hub');

function entry(id: string, kind: string, region: string, parent: string): WindowEntry {
  const name = { zh: id, en: id };
  return {
    ...{ party: `unit:${id}`, status: 'RECOGNISED' },
    data: { window: { kind, region, parent, name, mark: id, telephone: '' }, operator: '', disqualifiedFor: null },
  };
}
const lost = (one: WindowEntry): WindowEntry => ({ ...one, status: 'DISQUALIFIED' });
const at = (bodyId: string, region: string): Office => ({ role: 'reviewer', bodyId, region });
const county = at('hn-ningxiang', 'HN/CHANGSHA/NINGXIANG');
const city = at('hn-changsha', 'HN/CHANGSHA');
const reaches = (office: Office, windows: WindowEntry[], bodyId: string, region: string) =>
  officesInForce([office], windows).some((one) => isOfBody(one, { bodyId, region }));
const speaksFor = (office: Office, windows: WindowEntry[], unit: string) =>
  officesInForce([office], windows).some((one) => actsFor(one, `unit:${unit}`));

describe('who acts for a window', () => {
  it('HN-NET-16.1 the cases of a window recognised since lie in a region of its own, where its own people act and nowhere else', () => {
    const windows = [ningxiang, food];
    const seat = seatOf('hn-ningxiang', networkOf(windows));
    expect(seat).toEqual({ bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG' });
    expect(reaches(county, windows, 'hn-changsha', 'HN/CHANGSHA/NINGXIANG')).toBe(true);
    expect(reaches(county, windows, 'hn-changsha', 'HN/CHANGSHA')).toBe(false);
    expect(reaches(county, windows, 'hn-liuyang', 'HN/CHANGSHA/LIUYANG')).toBe(false);
    expect(speaksFor(county, windows, 'hn-ningxiang')).toBe(true);
    expect(speaksFor(county, windows, 'hn-changsha')).toBe(false);
  });

  it('HN-NET-02.2 the platform above acts for it beside its people, and it for the windows recognised below it', () => {
    const windows = [ningxiang, food];
    expect(reaches(city, windows, 'hn-changsha', 'HN/CHANGSHA/NINGXIANG')).toBe(true);
    expect(speaksFor(city, windows, 'hn-ningxiang')).toBe(true);
    expect(speaksFor(city, windows, 'hn-liuyang')).toBe(false);
    expect(reaches(county, windows, 'hn-changsha', 'HN/CHANGSHA/NINGXIANG-FOOD')).toBe(true);
    const below = at('hn-ningxiang-food', 'HN/CHANGSHA/NINGXIANG');
    expect(reaches(below, windows, 'hn-changsha', 'HN/CHANGSHA/NINGXIANG')).toBe(false);
    expect(reaches(below, windows, 'hn-changsha', 'HN/CHANGSHA/NINGXIANG-FOOD')).toBe(true);
  });

  it('HN-NET-25.2 offices at a window that has lost its qualification count no more, and the platform above has its matters', () => {
    expect(officesInForce([county], [lost(ningxiang)])).toEqual([]);
    const own = at('hn-liuyang', 'HN/CHANGSHA/LIUYANG');
    expect(officesInForce([own], [liuyang])).toEqual([own]);
    expect(officesInForce([own], [lost(liuyang)])).toEqual([]);
    expect(reaches(city, [lost(liuyang)], 'hn-liuyang', 'HN/CHANGSHA/LIUYANG')).toBe(true);
    expect(reaches(city, [liuyang], 'hn-liuyang', 'HN/CHANGSHA/LIUYANG')).toBe(false);
    const part = at('hn-changsha', 'HN/CHANGSHA/KAIFU');
    expect(reaches(part, [lost(liuyang)], 'hn-liuyang', 'HN/CHANGSHA/LIUYANG')).toBe(false);
  });

  it('HN-NET-25.2 people of a window keep its cases when the city window that handled them is lost, and the hub has them too', () => {
    const windows = [lost(changsha), ningxiang];
    expect(seatOf('hn-ningxiang', networkOf(windows))).toEqual({ bodyId: 'hn-hub', region: 'HN/NINGXIANG' });
    for (const [bodyId, region] of [
      ['hn-changsha', 'HN/CHANGSHA/NINGXIANG'],
      ['hn-hub', 'HN/NINGXIANG'],
    ] as const) {
      expect(reaches(county, windows, bodyId, region), region).toBe(true);
      expect(reaches(at('hn-hub', 'HN'), windows, bodyId, region), region).toBe(true);
    }
    expect(officesInForce([city], windows)).toEqual([]);
  });

  it('HN-NET-04.1 a place is that of the window whose cases lie there, also of one that was lost, else of the body itself', () => {
    const own = { bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG' };
    expect(platformAt(own, [ningxiang, food])).toBe('hn-ningxiang');
    expect(platformAt(own, [lost(ningxiang)])).toBe('hn-ningxiang');
    expect(platformAt({ ...own, region: 'HN/CHANGSHA/NINGXIANG-FOOD' }, [ningxiang, food])).toBe('hn-ningxiang-food');
    expect(platformAt({ ...own, region: 'HN/CHANGSHA' }, [ningxiang])).toBe('hn-changsha');
    expect(platformAt(own, [])).toBe('hn-changsha');
  });

  it('HN-NET-02.2 says where those hold their offices that can be given the work of a window', () => {
    const ids = (bodyId: string, region: string, windows: WindowEntry[]) =>
      placesActingAt({ bodyId, region }, windows).map((place) => place.bodyId);
    expect(ids('hn-changsha', 'HN/CHANGSHA/NINGXIANG', [ningxiang])).toEqual(['hn-changsha', 'hn-ningxiang']);
    expect(ids('hn-changsha', 'HN/CHANGSHA', [ningxiang])).toEqual(['hn-changsha']);
    expect(ids('hn-liuyang', 'HN/CHANGSHA/LIUYANG', [lost(liuyang)])).toEqual(['hn-changsha']);
    expect(ids('sh-centre', 'SH', [ningxiang])).toEqual(['sh-centre']);
  });

  it('leaves other offices, and all of them while no window came or went, as they are', () => {
    const others: Office[] = [{ role: 'provider', party: '91430102MA4L7BAKER' }, at('hn-dept-changsha', 'HN/CHANGSHA')];
    expect(officesInForce(others, [lost(liuyang), ningxiang])).toEqual(others);
    expect(officesInForce([city], [])).toEqual([city]);
  });
});
