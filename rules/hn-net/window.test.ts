import { describe, expect, it } from 'vitest';
import { bodyOf, competentPlatform, trainingNetwork, windowsBelow } from './network.ts';
import {
  actingPlatform,
  checkDeclaration,
  networkOf,
  recommendingDepartment,
  usedCodeIssues,
  windowBody,
  windowName,
  type WindowDeclaration,
  type WindowEntry,
} from './window.ts';

const ningxiang: WindowDeclaration = {
  kind: 'COUNTY_COMPREHENSIVE',
  name: '宁乡市中小企业综合窗口服务平台',
  code: 'ningxiang',
  mark: '宁企窗',
  region: 'HN/CHANGSHA/NINGXIANG',
  parent: 'hn-changsha',
  industry: null,
  telephone: '0731-88000021',
};

function entryOf(declaration: WindowDeclaration, status = 'RECOGNISED'): WindowEntry {
  const { id, ...window } = windowBody(declaration);
  return { party: `unit:${id}`, status, data: { window, operator: '91430124MA4L8XK93A', disqualifiedFor: null } };
}

function fields(changes: Partial<WindowDeclaration>): string[] {
  return checkDeclaration({ ...ningxiang, ...changes }, trainingNetwork).map(({ field }) => field);
}

describe('a window as it is declared', () => {
  it('HN-NET-01.1 has its place in the tree: a county window stands below the window of its city', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ parent: 'hn-hub' })).toEqual(['parent']);
    expect(fields({ parent: 'hn-dept-changsha' })).toEqual(['parent']);
    expect(fields({ parent: 'nowhere' })).toEqual(['parent']);
    expect(fields({ region: 'HN/ZHUZHOU/LILING' })).toContain('region');
    expect(fields({ region: 'HN/CHANGSHA' })).toContain('region');
  });

  it('HN-NET-01.1 an industry window names its industry, a comprehensive one has none', () => {
    const industry = { kind: 'INDUSTRY', region: 'HN/CHANGSHA' } as const;
    expect(fields({ ...industry, industry: '食品' })).toEqual([]);
    expect(fields({ ...industry, industry: null })).toEqual(['industry']);
    expect(fields({ industry: '食品' })).toEqual(['industry']);
  });

  it('HN-NET-01.1 takes neither the code, the mark nor the region of another body', () => {
    expect(fields({ code: 'liuyang' })).toContain('code');
    expect(fields({ mark: '浏企窗' })).toEqual(['mark']);
    expect(fields({ region: 'HN/CHANGSHA/LIUYANG' })).toEqual(['region']);
    expect(fields({ mark: '湘企主' })).toEqual(['mark']);
  });

  it('HN-NET-25.2 does not take the code of a window that has lost its qualification: its people would act again', () => {
    const lost = [entryOf(ningxiang, 'DISQUALIFIED')];
    expect(fields({})).toEqual([]);
    expect(usedCodeIssues(ningxiang, lost)).toMatchObject([{ field: 'code', requirement: 'HN-NET-25.2' }]);
    expect(usedCodeIssues({ ...ningxiang, code: 'ningxiang2' }, lost)).toEqual([]);
    expect(usedCodeIssues(ningxiang, [entryOf(ningxiang)])).toEqual([]);
  });

  it('HN-NET-02.1 is recommended by the commission of its city and by no other', () => {
    expect(recommendingDepartment('HN/CHANGSHA/NINGXIANG')?.id).toBe('hn-dept-changsha');
    expect(recommendingDepartment('HN/CHANGSHA')?.id).toBe('hn-dept-changsha');
    expect(recommendingDepartment('HN/ZHUZHOU')).toBeNull();
    expect(recommendingDepartment('HN')).toBeNull();
    expect(fields({ kind: 'INDUSTRY', industry: '陶瓷', region: 'HN/ZHUZHOU', parent: 'hn-hub' })).toEqual(['region']);
  });
});

describe('the name of a window', () => {
  it('XC-04.4 HN-NET-02.1 is read in English as place and kind, with the name as it was declared', () => {
    const { name } = ningxiang;
    expect(windowName(ningxiang)).toEqual({ zh: name, en: `Ningxiang county comprehensive window (${name})` });
    expect(windowName({ kind: 'INDUSTRY', name: '长沙陶瓷产业窗口', region: 'HN/CHANGSHA' }).en).toBe(
      'Changsha industry window (长沙陶瓷产业窗口)',
    );
    expect(windowName({ ...ningxiang, name: 'Ningxiang SME Window' }).en).toBe('Ningxiang SME Window');
  });

  it('XC-04.4 HN-NET-02.2 stands so in the network, so that lists and mails in English say which window it is', () => {
    expect(bodyOf('hn-ningxiang', networkOf([entryOf(ningxiang)]))?.name).toEqual(windowName(ningxiang));
  });
});

describe('the network as it stands', () => {
  it('HN-NET-02.2 has the windows that were recognised, in their place', () => {
    const network = networkOf([entryOf(ningxiang)]);
    expect(bodyOf('hn-ningxiang', network)).toMatchObject({ kind: 'COUNTY_COMPREHENSIVE', parent: 'hn-changsha' });
    expect(windowsBelow('hn-changsha', network).map(({ id }) => id)).toContain('hn-ningxiang');
    expect(networkOf([])).toEqual(trainingNetwork);
  });

  it('HN-NET-02.2 a window at which nobody holds an office yet is served by the platform above it', () => {
    const network = networkOf([entryOf(ningxiang)]);
    expect(actingPlatform('hn-ningxiang', network)?.id).toBe('hn-changsha');
    expect(actingPlatform('hn-liuyang', network)?.id).toBe('hn-liuyang');
    expect(actingPlatform('hn-dept-changsha', network)).toBeNull();
    expect(actingPlatform('nowhere', network)).toBeNull();
  });

  it('HN-NET-25.2 is without those that have lost their qualification: the platform above answers for their providers', () => {
    const lost = { ...entryOf(ningxiang), party: 'unit:hn-liuyang', status: 'DISQUALIFIED' };
    const network = networkOf([lost]);
    expect(bodyOf('hn-liuyang', network)).toBeNull();
    expect(competentPlatform('hn-liuyang', trainingNetwork, ['hn-liuyang']).id).toBe('hn-changsha');
  });

  it('HN-NET-25.2 what stood below a lost window stands below the next platform above it', () => {
    const city = {
      ...ningxiang,
      kind: 'CITY_COMPREHENSIVE',
      code: 'changsha',
      region: 'HN/CHANGSHA',
      parent: 'hn-hub',
    } as const;
    const network = networkOf([entryOf(city, 'DISQUALIFIED'), entryOf(ningxiang)]);
    expect(bodyOf('hn-ningxiang', network)?.parent).toBe('hn-hub');
    expect(bodyOf('hn-liuyang', network)?.parent).toBe('hn-hub');
    expect(bodyOf('hn-dept-liuyang', network)?.parent).toBe('hn-dept-changsha');
  });
});
