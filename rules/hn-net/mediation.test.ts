import { describe, expect, it } from 'vitest';
import { atTime, planRungs, reckon } from '../time/index.ts';
import { publishedCalendar } from '../time/published-calendar.ts';
import { hnNetValues } from './config.ts';
import type { FailureRecord, Settlement } from './mediation.ts';
import {
  checkFailureRecord,
  checkSettlement,
  mediatingDepartment,
  mediatingPlatform,
  settlementLadder,
} from './mediation.ts';
import { trainingNetwork } from './network.ts';

const places = { broughtInBy: 'hn-liuyang', providerRegion: 'HN/CHANGSHA', consumerRegion: 'HN/ZHUZHOU' };

describe('who mediates', () => {
  it('HN-NET-21.2 has the window mediate that brought the provider in, not that of the consumer', () => {
    expect(mediatingPlatform(places).id).toBe('hn-liuyang');
    expect(mediatingPlatform({ broughtInBy: null }).id).toBe('hn-hub');
  });

  it('HN-NET-21.3 goes on to the department of the mediating platform (A-64)', () => {
    expect(mediatingDepartment(places)?.id).toBe('hn-dept-liuyang');
    expect(mediatingDepartment({ ...places, broughtInBy: 'hn-hub' })?.id).toBe('hn-dept-province');
    expect(mediatingDepartment(places, hnNetValues(), trainingNetwork, ['hn-liuyang'])?.id).toBe('hn-dept-changsha');
  });

  it('HN-NET-21.3 reads "local" as of the provider or the consumer where the rules are set so', () => {
    const by = (choice: string) => hnNetValues({ 'mediation.department': choice });
    expect(mediatingDepartment(places, by('PROVIDER'))?.id).toBe('hn-dept-changsha');
    expect(mediatingDepartment(places, by('CONSUMER'))?.id).toBe('hn-dept-province');
    expect(mediatingDepartment({ ...places, consumerRegion: 'GD' }, by('CONSUMER'))?.id).toBe('hn-dept-liuyang');
    const platforms = trainingNetwork.filter(({ kind }) => kind !== 'DEPARTMENT');
    expect(mediatingDepartment(places, by('PLATFORM'), platforms)).toBeNull();
  });
});

describe('a settlement', () => {
  const settlement: Settlement = {
    terms: '服务商退还一半费用',
    fileId: 'file-9',
    signedByConsumerOn: '2025-10-29',
    signedByProviderOn: '2025-10-30',
    performBy: '2025-11-20',
  };
  const lacking = (changes: Partial<Settlement>) =>
    checkSettlement({ ...settlement, ...changes }, '2025-10-30').map(({ field }) => field);

  it('HN-NET-21.6 is written, signed by both, and says by when it is performed', () => {
    expect(lacking({})).toEqual([]);
    expect(lacking({ performBy: '2025-10-30' })).toEqual([]);
    expect(lacking({ terms: ' ', fileId: null })).toEqual(['terms', 'fileId']);
    expect(lacking({ signedByConsumerOn: null })).toEqual(['signedByConsumerOn']);
    expect(lacking({ signedByProviderOn: null })).toEqual(['signedByProviderOn']);
    expect(lacking({ signedByProviderOn: '2025-10-31' })).toEqual(['signedByProviderOn']);
    expect(lacking({ performBy: null })).toEqual(['performBy']);
    expect(lacking({ performBy: '2025-10-29' })).toEqual(['performBy']);
  });

  it('HN-NET-21.6 reminds on 2025-11-19 of a performance by 2025-11-20', () => {
    const calendar = publishedCalendar();
    const startedAt = atTime('2025-10-30', '10:00');
    const plan = (rules = hnNetValues()) => {
      const reckoned = reckon({ period: { unit: 'date', day: '2025-11-20' }, startedAt, calendar });
      return planRungs({ ladder: settlementLadder, reckoned, startedAt, calendar, rules }).map(({ at }) =>
        at.slice(0, 16),
      );
    };
    expect(plan()).toEqual(['2025-11-17T09:00', '2025-11-19T09:00']);
    expect(plan(hnNetValues({ 'settlement.remindBefore': 2 }))).toEqual(['2025-11-17T09:00', '2025-11-18T09:00']);
  });
});

describe('a failure', () => {
  const record: FailureRecord = {
    reason: 'NO_AGREEMENT',
    claim: '全额退款',
    consumerPosition: '要求全额退款',
    providerPosition: '只退一半',
    sessions: [{ on: '2025-10-20', consumerPresent: true, providerPresent: true }],
    summary: '金额未达成一致',
    nextStepTold: true,
  };
  const lacking = (changes: Partial<FailureRecord>) =>
    checkFailureRecord({ ...record, ...changes }).map(({ field }) => field);

  it('HN-NET-21.3 is recorded with claim, positions, sessions and the right to apply again', () => {
    expect(lacking({})).toEqual([]);
    expect(lacking({ claim: '', summary: null })).toEqual(['claim', 'summary']);
    expect(lacking({ sessions: [] })).toEqual(['sessions']);
    expect(lacking({ nextStepTold: false })).toEqual(['nextStepTold']);
    expect(lacking({ consumerPosition: null, providerPosition: ' ' })).toEqual([
      'consumerPosition',
      'providerPosition',
    ]);
  });

  it('HN-NET-21.5 asks no position of a party that stayed away, and no session when the time expired', () => {
    expect(lacking({ reason: 'PROVIDER_ABSENT', providerPosition: null, sessions: [] })).toEqual([]);
    expect(lacking({ reason: 'CONSUMER_ABSENT', consumerPosition: null, sessions: [] })).toEqual([]);
    expect(lacking({ reason: 'TIME_EXPIRED', sessions: [] })).toEqual([]);
  });
});
