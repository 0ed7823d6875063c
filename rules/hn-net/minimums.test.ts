import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { hnNetValues } from './config.ts';
import { checkMinimums, minimumsOf, type WindowFigures } from './minimums.ts';
import { bodyOf, trainingNetwork, type BodyKind, type NetworkBody } from './network.ts';

const values = hnNetValues();
const quarter = { from: '2025-07-01', to: '2025-09-30' } as const;

function figures(serving: number, idle: number, members: number): WindowFigures {
  const providers = Array.from({ length: serving + idle }, (_, nth) => ({
    party: `person:p-${nth}`,
    lastServedOn: nth < serving ? '2025-08-15' : nth % 2 === 0 ? null : '2025-06-30',
  }));
  return { asOf: '2025-10-01T00:00:00.000+08:00', providers, members };
}

function window(id: string, kind: BodyKind, parent: string): NetworkBody {
  const names = { name: text(id, id), mark: id, telephone: '0731-88000000' };
  return {
    id,
    kind,
    parent,
    region: 'HN/CHANGSHA',
    ...names,
    ...(kind === 'INDUSTRY' && { industry: text('甲', 'a') }),
  };
}

function least(id: string) {
  const body = bodyOf(id);
  if (body === null) throw new Error(id);
  return minimumsOf(body, trainingNetwork, values);
}

describe('the least numbers of a window', () => {
  it('HN-NET-03.1 HN-NET-03.6 of a comprehensive one: 20 providers connected and serving in the period', () => {
    const needed = { providers: 20, members: 100 };
    expect(least('hn-liuyang')).toEqual(needed);
    expect(checkMinimums(figures(19, 1, 100), needed, quarter)).toMatchObject({
      connected: 20,
      serving: 19,
      met: false,
    });
    expect(checkMinimums(figures(20, 0, 100), needed, quarter)).toMatchObject({
      connected: 20,
      serving: 20,
      met: true,
    });
    expect(checkMinimums(figures(20, 30, 100), needed, quarter)).toMatchObject({
      connected: 50,
      serving: 20,
      met: true,
    });
  });

  it('HN-NET-03.2 of an industry one: 10 providers', () => {
    const needed = least('hn-changsha-machinery');
    expect(needed).toEqual({ providers: 10, members: 50 });
    expect(checkMinimums(figures(10, 0, 50), needed!, quarter).met).toBe(true);
    expect(checkMinimums(figures(9, 5, 50), needed!, quarter).met).toBe(false);
  });

  it('HN-NET-03.3 HN-NET-03.4 members: 100 of a county window, 50 of an industry window', () => {
    const county = { providers: 20, members: 100 };
    expect(checkMinimums(figures(20, 0, 100), county, quarter).met).toBe(true);
    expect(checkMinimums(figures(20, 0, 99), county, quarter).met).toBe(false);
    expect(checkMinimums(figures(10, 0, 50), { providers: 10, members: 50 }, quarter).met).toBe(true);
    expect(checkMinimums(figures(10, 0, 49), { providers: 10, members: 50 }, quarter).met).toBe(false);
  });

  it('HN-NET-03.5 of a city window: the sum of its county and industry windows, 8 and 3 make 950', () => {
    const city = window('city', 'CITY_COMPREHENSIVE', 'hn-hub');
    const counties = Array.from({ length: 8 }, (_, nth) => window(`county-${nth}`, 'COUNTY_COMPREHENSIVE', 'city'));
    const industries = [0, 1, 2].map((nth) => window(`industry-${nth}`, 'INDUSTRY', nth === 0 ? 'county-0' : 'city'));
    expect(minimumsOf(city, [city, ...counties, ...industries], values)).toEqual({ providers: 20, members: 950 });
    expect(least('hn-changsha')).toEqual({ providers: 20, members: 150 });
  });

  it('HN-NET-03.3 neither the hub nor a department has any', () => {
    expect(least('hn-hub')).toBeNull();
    expect(least('hn-dept-changsha')).toBeNull();
  });
});
