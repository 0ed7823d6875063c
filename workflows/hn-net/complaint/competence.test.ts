/** Which platform is competent for a complaint while windows come and go (HN-NET-02.2, 20.1, 21.2, 25.2). */
import { describe, expect, it } from 'vitest';
import { at } from '../../../test/support/engine-samples.ts';
import {
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
  providerEntry,
} from '../../../test/support/network-case.ts';
import {
  food,
  lostLiuyang,
  lostNingxiang,
  ningxiang,
  ningxiangDeclared,
} from '../../../test/support/network-windows.ts';
import type { FoundEntry } from '../../engine/intake.ts';
import type { ComplaintFacts } from './contract.ts';
import { complaintIntake } from './intake.ts';
import { complaint } from './process.ts';

const FILED = at('2026-02-13 18:00');
const REGISTERED = at('2026-02-14 10:00');
const LATER = at('2026-02-26 10:00');

const form = {
  provider: PROVIDER,
  reason: 'NO_VOUCHER',
  account: '付款后未开具发票，多次催要无果。',
  claim: '补开发票',
  happenedOn: '2026-02-03',
};
const seat = { bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG' };
/** Brought in by the window recognised since: its entry lies where the cases of that window do. */
const ofNingxiang: FoundEntry = { ...providerEntry, ...seat };

function filed(platform: string, entries: FoundEntry[], changes: object = {}) {
  const filing = fileForm(complaintIntake, { ...form, platform, ...changes }, { now: FILED, entries });
  return new NetworkCase<ComplaintFacts>(complaint, filing, { id: 'cpl-1', openedAt: FILED });
}

function registered(platform: string, entries: FoundEntry[], who = people.hub, windows = entries) {
  const one = filed(platform, entries);
  const known = windows.filter(({ register }) => register === ningxiang.register);
  one.act('registerComplaint', who, {}, REGISTERED, known);
  return one;
}

function competentTold(one: NetworkCase<ComplaintFacts>): string | undefined {
  const told = one.last.notices.find(({ template }) => template === 'complaintRegistered');
  return (told?.data['competent'] as { name: { zh: string } } | undefined)?.name.zh;
}

const givenOut = ({ last }: NetworkCase<ComplaintFacts>) =>
  last.tasks.filter(({ closed }) => !closed).map(({ name, detail }) => [name, detail]);

describe('a provider that a window recognised since has brought in', () => {
  it('HN-NET-20.1 HN-NET-02.2 is that window’s matter: the complainant, the task and the refusal name it', () => {
    const one = registered('hn-hub', [ofNingxiang, ningxiang]);
    expect(one.state.facts.competent).toEqual(seat);
    expect(competentTold(one)).toBe(ningxiangDeclared.name);
    expect(givenOut(one)).toEqual([['transferComplaint', { competent: 'hn-ningxiang' }]]);
    const start = () => one.act('startInvestigation', people.hub, {}, LATER, [ningxiang]);
    expect(start).toThrow('transfer it to the Ningxiang county comprehensive window');
    const transfer = { body: 'hn-ningxiang', reason: '该服务商由宁乡窗口平台负责接入' };
    one.act('transferComplaint', people.hub, transfer, LATER, [ningxiang]);
    expect(one.state).toMatchObject({ ...seat, tasks: [{ name: 'investigate' }] });
    one.act('startInvestigation', people.city, {}, LATER, [ningxiang]);
    expect(one.state.stage).toBe('INVESTIGATING');
  });

  it('HN-NET-20.1 is no matter of the platform above it, at which the cases of the window lie', () => {
    const one = registered('hn-changsha', [ofNingxiang, ningxiang], people.city);
    expect(competentTold(one)).toBe(ningxiangDeclared.name);
    const own = registered('hn-ningxiang', [ofNingxiang, ningxiang], people.city);
    expect([competentTold(own), givenOut(own)]).toEqual([undefined, [['investigate', {}]]]);
  });

  it('HN-NET-21.2 is brought before that window where mediation is applied for with the complaint', () => {
    const one = filed('hn-hub', [ofNingxiang, ningxiang], { wantsMediation: true });
    expect(one.last.openings).toMatchObject([{ kind: 'mediation', ...seat, bodies: { platform: seat } }]);
  });

  it('HN-NET-25.2 goes to the platform above once the window is lost, of several to the next that stands', () => {
    const lost = registered('hn-hub', [ofNingxiang, ningxiang], people.hub, [lostNingxiang]);
    expect(competentTold(lost)).toBe('长沙市中小企业综合窗口服务平台');
    const ofFood = { ...providerEntry, bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG-FOOD' };
    const below = filed('hn-hub', [ofFood, lostNingxiang, { ...food, status: 'DISQUALIFIED' }]);
    expect(below.state.facts.competent).toEqual({ bodyId: 'hn-changsha', region: 'HN/CHANGSHA' });
  });
});

describe('a provider of a window that is lost while the complaint runs', () => {
  it('HN-NET-20.1 HN-NET-25.2 is the matter of the platform that has taken its place, by its name', () => {
    const one = registered('hn-hub', [providerEntry], people.hub, [lostLiuyang]);
    expect(competentTold(one)).toBe('长沙市中小企业综合窗口服务平台');
    expect(givenOut(one)).toEqual([['transferComplaint', { competent: 'hn-changsha' }]]);
  });

  it('HN-NET-25.2 need not be transferred where the complaint lies with the lost window: who took its place goes on', () => {
    const one = registered('hn-liuyang', [providerEntry], people.county, [lostLiuyang]);
    expect(competentTold(one)).toBeUndefined();
    one.act('startInvestigation', people.county, {}, LATER, [lostLiuyang]);
    expect(one.state.stage).toBe('INVESTIGATING');
  });
});
