import { describe, expect, it } from 'vitest';
import { agreementItems, agreementTextNames, platformRules } from '../../../rules/hn-net/agreement.ts';
import type { FoundEntry } from '../../engine/intake.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { systemActor } from '../../../rules/roles.ts';
import { tradingPlatform } from '../trading-platform.ts';
import { registers } from '../words.ts';
import type { UserAgreementFacts } from './contract.ts';
import { userAgreementIntake } from './intake.ts';
import { userAgreement } from './process.ts';

const manager = person('hub-manager', { role: 'manager', ...tradingPlatform().body });
const openedAt = at('2025-09-26 10:00');
const filled = (names: object) => Object.fromEntries(Object.keys(names).map((name) => [name, '……']));
const form = { items: filled(agreementItems), rules: filled(platformRules), noticeDays: 30 };
const inOrder = { prominent: true, fair: true, reason: '违约条款加粗，双方对等。' };

const first: FoundEntry = {
  ...{ register: registers.agreements, party: tradingPlatform().party, name: '', status: 'IN_FORCE' },
  ...tradingPlatform().body,
  data: { version: 1, caseId: 'agr-1', noticeDays: 30, effectiveFrom: '2025-01-01' },
};

function draft(changes: object = {}, entries: FoundEntry[] = []) {
  const filing = fileForm(userAgreementIntake, { ...form, ...changes }, { filer: people.hub, entries });
  return new NetworkCase<UserAgreementFacts>(userAgreement, filing, { id: 'agr-9', openedAt, filer: people.hub });
}

function checked(entries: FoundEntry[] = []) {
  const one = draft({}, entries);
  one.act('checkTerms', manager, inOrder, openedAt);
  return one;
}

describe('a version of the user agreement', () => {
  it('HN-NET-07.1 that lacks 争议解决方式 cannot be published', () => {
    const one = draft({ items: { ...form.items, disputes: null } });
    one.act('checkTerms', manager, inOrder, openedAt);
    expect(() => one.act('publish', manager, {}, openedAt)).toThrow('Settlement of disputes');
    one.act('reviseDraft', people.hub, { changes: { items: { disputes: '提请长沙仲裁委员会仲裁' } } }, openedAt);
    expect(one.last.writes).toMatchObject([{ write: 'form' }]);
    expect(() => one.act('publish', manager, {}, openedAt)).toThrow('have not been checked');
    one.act('checkTerms', manager, inOrder, openedAt);
    one.act('publish', manager, {}, openedAt);
    expect(one.state).toMatchObject({ stage: 'PUBLISHED', tasks: [] });
  });

  it('HN-NET-07.1 HN-NET-07.3 each of the ten contents and the four rules is needed', () => {
    for (const name of agreementTextNames) {
      const one = draft({
        items: { ...form.items, ...(name in agreementItems && { [name]: ' ' }) },
        rules: name in platformRules ? { ...form.rules, [name]: null } : form.rules,
      });
      one.act('checkTerms', manager, inOrder, openedAt);
      expect(one.blocked('publish', manager, openedAt)).toEqual(['CONDITION_NOT_MET']);
    }
  });

  it('HN-NET-15.5 is published once somebody who did not draft it has ticked prominence and fairness', () => {
    const one = draft();
    expect(() => one.act('checkTerms', people.hub, inOrder, openedAt)).toThrow('somebody else must');
    one.act('checkTerms', manager, { prominent: false, fair: true, reason: '违约金条款没有加粗。' }, openedAt);
    expect(one.last.notices).toMatchObject([{ template: 'termsReturned', data: { prominent: false, fair: true } }]);
    expect(() => one.act('publish', manager, {}, openedAt)).toThrow('not found in order');
    one.act('checkTerms', manager, inOrder, openedAt);
    expect(one.tasks).toEqual(['publish']);
    one.act('publish', manager, {}, openedAt);
    expect(one.state.stage).toBe('PUBLISHED');
  });

  it('HN-NET-07.1 the first one is in force from the day of its publication', () => {
    const one = checked();
    one.act('publish', manager, {}, openedAt);
    expect(one.last.writes).toMatchObject([
      { data: { status: 'PUBLISHED', validFrom: '2025-09-26' } },
      { data: { status: 'IN_FORCE', data: { version: 1, caseId: 'agr-9', noticeDays: 30 } } },
    ]);
    expect(one.last.messages).toEqual([]);
  });

  it('HN-NET-07.2 the second one follows the amendment procedure of the first: 30 days of notice', () => {
    const one = checked([first]);
    const early = { effectiveFrom: '2025-10-25' };
    expect(() => one.act('publish', manager, early, openedAt)).toThrow('before 2025-10-26');
    one.act('publish', manager, {}, openedAt);
    expect(one.state.facts).toMatchObject({ version: 2, effectiveFrom: '2025-10-26' });
    expect(one.last.messages).toEqual([]);
    expect(one.liveUntil(at('2025-12-01 00:00'))).toEqual([at('2025-10-26 00:00')]);
    expect(one.last.messages).toMatchObject([{ to: 'agr-1', action: 'supersede', input: { version: 2 } }]);
    one.act('supersede', systemActor('agr-10'), { version: 3 }, at('2026-02-01 00:00'));
    expect(one.last.childrenMessages).toMatchObject([{ kind: 'agreementSignature', action: 'versionSuperseded' }]);
    expect(one.state.outcome).toBe('SUPERSEDED');
  });

  it('HN-NET-07.2 names 30 days of notice or more itself', () => {
    expect(() => draft({ noticeDays: 29 })).toThrow('at least 30 days');
    const one = draft();
    expect(() => one.act('reviseDraft', people.hub, { changes: { noticeDays: 7 } }, openedAt)).toThrow('at least 30');
  });

  it('HN-NET-07.1 is filed by staff of the hub alone', () => {
    expect(() => fileForm(userAgreementIntake, form, { filer: people.county, entries: [] })).toThrow('run by the hub');
    const one = draft();
    one.act('withdrawDraft', people.hub, {}, openedAt);
    expect(one.state.outcome).toBe('WITHDRAWN');
  });
});
