import { describe, expect, it } from 'vitest';
import { checkPublication, publicationKinds, type Publication } from './publication.ts';

const on = '2025-10-09';
const rule: Publication = {
  ...{ kind: 'LOCAL_RULE', publisher: 'hn-dept-changsha', scope: 'HN/CHANGSHA', issuedOn: '2025-09-01' },
  ...{ validFrom: '2025-10-01', validTo: '2028-09-30', version: null },
};
const wrong = (changes: Partial<Publication>) =>
  checkPublication({ ...rule, ...changes }, on).map(({ field }) => field);

describe('what is published', () => {
  it('HN-NET-27.1 a local rule of a department stands for its place and its days', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ scope: 'HN/CHANGSHA/LIUYANG', validTo: null })).toEqual([]);
    expect(wrong({ scope: 'HN' })).toEqual(['scope']);
    expect(wrong({ validTo: '2025-09-30' })).toEqual(['validTo']);
    expect(wrong({ issuedOn: '2025-10-10' })).toEqual(['issuedOn']);
    expect(wrong({ publisher: 'hn-changsha' })).toEqual(['kind']);
  });

  it('HN-NET-27.1 the hub makes the detailed rules of the network', () => {
    expect(wrong({ kind: 'NETWORK_RULE', publisher: 'hn-hub', scope: 'HN' })).toEqual([]);
    expect(wrong({ kind: 'NETWORK_RULE' })).toEqual(['kind']);
  });

  it('HN-NET-16.2 HN-NET-16.4 interfaces and standards come from the hub, each with its version', () => {
    for (const kind of ['INTERFACE', 'DATA_STANDARD'] as const) {
      expect(wrong({ kind, publisher: 'hn-hub', scope: 'HN', version: '2.0' })).toEqual([]);
      expect(wrong({ kind, publisher: 'hn-hub', scope: 'HN' })).toEqual(['version']);
      expect(wrong({ kind, publisher: 'hn-changsha', version: '2.0' })).toEqual(['kind']);
    }
    expect(wrong({ version: '1.0' })).toEqual(['version']);
  });

  it('HN-NET-05.2 policy, economic, industry, technology and market information comes from every platform', () => {
    for (const kind of ['POLICY', 'ECONOMY', 'INDUSTRY', 'TECHNOLOGY', 'MARKET'] as const) {
      expect(publicationKinds[kind].requirement).toBe('HN-NET-05.2');
      for (const publisher of ['hn-changsha', 'hn-changsha-machinery']) expect(wrong({ kind, publisher })).toEqual([]);
      expect(wrong({ kind })).toEqual(['kind']);
    }
  });
});
