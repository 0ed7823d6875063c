import { describe, expect, it } from 'vitest';
import { isTelephone } from '../parties/contact.ts';
import { text } from '../text.ts';
import type { NetworkBody } from './network.ts';
import {
  bodyOf,
  competentPlatform,
  departmentAt,
  departmentOf,
  parentOf,
  trainingNetwork,
  guidedBy,
  windowsBelow,
} from './network.ts';
import { checkNetwork } from './network-check.ts';

/** The training network with one body set otherwise, or added. */
function networkWith(id: string, changes: Partial<NetworkBody>): NetworkBody[] {
  if (bodyOf(id) !== null) return trainingNetwork.map((body) => (body.id === id ? { ...body, ...changes } : body));
  const blank = { id, kind: 'INDUSTRY', name: text('甲', 'A'), region: 'HN', parent: 'hn-hub', telephone: '96871' };
  return [...trainingNetwork, { ...blank, ...changes } as NetworkBody];
}

const found = (network: readonly NetworkBody[]) => checkNetwork(network).map(({ bodyId }) => bodyId);

describe('the tree of the network', () => {
  it('HN-NET-01.1 is sound as training starts with it, and reaches every body by telephone', () => {
    expect(checkNetwork(trainingNetwork)).toEqual([]);
    for (const { id, telephone, name } of trainingNetwork) {
      expect(isTelephone(telephone), id).toBe(true);
      expect(name.zh && name.en, id).toBeTruthy();
    }
    expect(bodyOf('hn-hub')?.telephone).toBe('96871');
  });

  it('HN-NET-01.1 asks for the city window of a county window', () => {
    expect(checkNetwork(networkWith('hn-liuyang', { parent: null }))).toMatchObject([
      { bodyId: 'hn-liuyang', requirement: 'HN-NET-01.1', message: { zh: '须指定上级：市州综合窗口服务平台' } },
    ]);
    expect(found(networkWith('hn-liuyang', { parent: 'hn-hub' }))).toEqual(['hn-liuyang']);
    expect(found(networkWith('hn-liuyang', { parent: 'hn-dept-changsha' }))).toEqual(['hn-liuyang']);
    expect(found(networkWith('hn-liuyang', { region: 'HN/ZHUZHOU/LILING' }))).toEqual(['hn-liuyang']);
  });

  it('HN-NET-01.1 knows one hub, each id once, and the industry of an industry window', () => {
    expect(found(networkWith('hn-hub', { kind: 'CITY_COMPREHENSIVE' }))).toContain('');
    expect(found(networkWith('hn-hub-2', { kind: 'HUB', parent: null }))).toEqual(['hn-hub-2']);
    expect(found([...trainingNetwork, { ...trainingNetwork[0]!, kind: 'DEPARTMENT' }])).toEqual(['hn-hub']);
    expect(found(networkWith('hn-wine', {}))).toEqual(['hn-wine']);
    expect(found(networkWith('hn-wine', { industry: text('酒', 'wine') }))).toEqual([]);
  });

  it('HN-NET-02.2 lists all windows below a platform and the body above it', () => {
    const below = (id: string) => windowsBelow(id).map((body) => body.id);
    expect(below('hn-hub')).toEqual(['hn-changsha', 'hn-liuyang', 'hn-changsha-machinery']);
    expect(below('hn-changsha')).toEqual(['hn-liuyang', 'hn-changsha-machinery']);
    expect(below('hn-liuyang')).toEqual([]);
    expect(below('hn-dept-province')).toEqual([]);
    expect(parentOf('hn-liuyang')?.id).toBe('hn-changsha');
    expect(parentOf('hn-dept-liuyang')?.id).toBe('hn-dept-changsha');
    expect(parentOf('hn-hub')).toBeNull();
    expect(parentOf('elsewhere')).toBeNull();
  });

  it('HN-NET-02.2 knows whom a body guides and assesses: what stands below a platform, what lies in the region of a department', () => {
    const guided = (id: string) => guidedBy(id, trainingNetwork).map((body) => body.id);
    expect(guided('hn-hub')).toEqual(['hn-hub', 'hn-changsha', 'hn-liuyang', 'hn-changsha-machinery']);
    expect(guided('hn-changsha')).toEqual(['hn-changsha', 'hn-liuyang', 'hn-changsha-machinery']);
    expect(guided('hn-liuyang')).toEqual(['hn-liuyang']);
    expect(guided('hn-dept-province').toSorted()).toEqual(guided('hn-hub').toSorted());
    expect(guided('hn-dept-changsha').toSorted()).toEqual(guided('hn-changsha').toSorted());
    expect(guided('hn-dept-liuyang')).toEqual(['hn-liuyang']);
    expect(guided('sh-centre')).toEqual([]);
  });

  it('HN-NET-21.3 HN-NET-25.1 finds the local department of a body, the nearest upwards', () => {
    const of = (id: string) => departmentOf(id)?.id;
    expect(of('hn-liuyang')).toBe('hn-dept-liuyang');
    expect(of('hn-changsha-machinery')).toBe('hn-dept-changsha');
    expect(of('hn-hub')).toBe('hn-dept-province');
    expect(of('hn-dept-liuyang')).toBe('hn-dept-liuyang');
    expect(departmentAt('HN/CHANGSHA/NINGXIANG')?.id).toBe('hn-dept-changsha');
    expect(departmentAt('HN/ZHUZHOU')?.id).toBe('hn-dept-province');
    expect(departmentAt('HN/CHANGSHA2')?.id).toBe('hn-dept-province');
    expect(departmentAt('GD/SHENZHEN')).toBeNull();
    expect(departmentOf('elsewhere')).toBeNull();
  });

  it('HN-NET-16.7 HN-NET-21.2 holds the platform competent that brought the provider in', () => {
    expect(competentPlatform('hn-liuyang').id).toBe('hn-liuyang');
    expect(competentPlatform('hn-hub').id).toBe('hn-hub');
    expect(competentPlatform(null).id).toBe('hn-hub');
    expect(competentPlatform('elsewhere').id).toBe('hn-hub');
    expect(competentPlatform('hn-dept-liuyang').id).toBe('hn-hub');
    expect(() => competentPlatform(null, [])).toThrow(RangeError);
  });

  it('HN-NET-25.2 hands the providers of a window without qualification to the one above it', () => {
    expect(competentPlatform('hn-liuyang', trainingNetwork, ['hn-liuyang']).id).toBe('hn-changsha');
    expect(competentPlatform('hn-liuyang', trainingNetwork, ['hn-liuyang', 'hn-changsha']).id).toBe('hn-hub');
  });
});
