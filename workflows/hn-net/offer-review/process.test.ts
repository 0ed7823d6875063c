import { describe, expect, it } from 'vitest';
import { offerSubjectNames } from '../../../rules/hn-net/offer.ts';
import { systemActor } from '../../../rules/roles.ts';
import { at } from '../../../test/support/engine-samples.ts';
import {
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
  providerEntry,
} from '../../../test/support/network-case.ts';
import type { OfferReviewFacts } from './contract.ts';
import { offerReviewIntake } from './intake.ts';
import { offerReview } from './process.ts';

const openedAt = at('2025-10-09 10:00');
const subjects = Object.fromEntries(offerSubjectNames.map((subject) => [subject, '见合同约定。']));
const form = { name: '材料成分检测', category: 'TECHNOLOGY', description: '金属材料成分检测。', ...subjects };
const finding = { breach: 'FALSE_PUBLICITY', fileIds: ['f-1'], reason: '宣称的检测资质不存在。' };

function file(changes: object = {}, status = 'REGISTERED') {
  const entries = [{ ...providerEntry, status }];
  return fileForm(offerReviewIntake, { ...form, ...changes }, { filer: people.provider, now: openedAt, entries });
}

function filed(changes: object = {}) {
  const options = { id: 'ofr-1', openedAt, filer: people.provider };
  return new NetworkCase<OfferReviewFacts>(offerReview, file(changes), options);
}

function listed() {
  const one = filed();
  one.act('listOffer', people.county, {}, at('2025-10-10 10:00'));
  return one;
}

describe('an offer', () => {
  it('HN-NET-15.2 without after-sales terms cannot be listed and is returned, with what it lacks', () => {
    const one = filed({ afterSales: null });
    expect(one.state.tasks).toMatchObject([{ name: 'reviewOffer' }]);
    expect(() => one.act('listOffer', people.county, {}, openedAt)).toThrow('After-sales service');
    expect(() => one.act('returnOffer', people.county, {}, openedAt)).toThrow('needs a reason');
    one.act('returnOffer', people.county, { reason: '未说明售后服务。' }, openedAt);
    expect(one.state.stage).toBe('RETURNED');
    expect(one.last.notices).toMatchObject([{ template: 'offerReturned', data: { missing: ['afterSales'] } }]);
    one.act('reviseOffer', people.provider, { offer: { ...form, fileIds: [] } }, at('2025-10-10 10:00'));
    expect(one.last.writes).toMatchObject([{ write: 'form', data: { filedById: 'supplier' } }]);
    one.act('listOffer', people.county, {}, at('2025-10-10 11:00'));
    expect(one.state).toMatchObject({ stage: 'LISTED', facts: { listedOn: '2025-10-10', missing: [] } });
    expect(one.toldTo('offerListed')).toEqual([PROVIDER]);
  });

  it('HN-NET-15.2 is reviewed by the platform that brought its provider in, which must be registered', () => {
    expect(filed().state.bodyId).toBe('hn-liuyang');
    expect(() => filed().act('listOffer', people.city, {}, openedAt)).toThrow();
    expect(() => file({}, 'SUSPENDED')).toThrow('registration stands');
  });

  it('HN-NET-15.2 that changes is reviewed anew before it is in view again', () => {
    const one = listed();
    const offer = { ...form, price: '每样 300 元', fileIds: [] };
    one.act('reviseOffer', people.provider, { offer }, at('2025-10-20 10:00'));
    expect(one.state).toMatchObject({ stage: 'IN_REVIEW', tasks: [{ name: 'reviewOffer' }] });
    one.act('delistOffer', people.provider, {}, at('2025-10-21 10:00'));
    expect(one.state.outcome).toBe('DELISTED');
  });
});

describe('an offer that a measure takes out of view', () => {
  const [matter, other] = [systemActor('ilc-1'), systemActor('inf-1')];
  const blocked = { deleted: false, reason: '退款记录相互印证。' };
  const restored = { reason: '授权书属实。' };
  const later = at('2025-10-11 10:00');

  it('HN-NET-08.3 HN-NET-09.2 is blocked by a case alone, and stands as before once the measure is lifted', () => {
    const one = listed();
    expect(() => one.act('takeOutOfView', people.hub, blocked, later)).toThrow();
    one.act('takeOutOfView', matter, blocked, later);
    expect(one.state).toMatchObject({ stage: 'OUT_OF_VIEW', outcome: null });
    expect(() => one.act('reviseOffer', people.provider, { offer: form }, later)).toThrow('is not open now');
    one.act('restoreOffer', matter, restored, later);
    expect(one.state).toMatchObject({ stage: 'LISTED', facts: { outOfView: null, listedOn: '2025-10-10' } });
  });

  it('HN-NET-08.3 stays out of view until the last of two measures is lifted, also where one has deleted it', () => {
    const one = listed();
    one.act('takeOutOfView', matter, { ...blocked, deleted: true }, later);
    expect(one.state).toMatchObject({ outcome: 'DELETED' });
    one.act('takeOutOfView', other, blocked, later);
    one.act('restoreOffer', matter, restored, later);
    expect(one.state).toMatchObject({ outcome: 'DELETED' });
    one.act('restoreOffer', other, restored, later);
    expect(one.state).toMatchObject({ stage: 'LISTED', outcome: null });
  });

  it('HN-NET-08.3 in review is reviewed on, and one that was passed on is reviewed anew if there was no breach', () => {
    const one = filed();
    one.act('takeOutOfView', matter, blocked, openedAt);
    expect(one.state.tasks).toEqual([]);
    one.act('restoreOffer', matter, restored, openedAt);
    one.act('passOnAsUnlawful', people.county, { reason: '属于禁止交易的服务。' }, openedAt);
    expect(one.last.openings).toMatchObject([{ opening: { passedOnFrom: 'ofr-1' } }]);
    one.act('restoreOffer', matter, restored, later);
    expect(one.state).toMatchObject({ stage: 'IN_REVIEW', tasks: [{ name: 'reviewOffer' }] });
  });

  it('HN-NET-06.7 can be given up by its provider, and ends with the registration', () => {
    for (const [action, who] of [
      ['delistOffer', people.provider],
      ['registrationEnded', systemActor('reg-1')],
    ] as const) {
      const one = listed();
      one.act('takeOutOfView', matter, blocked, later);
      one.act(action, who, {}, later);
      expect(one.state.closedAt).toBe(later);
    }
  });
});

describe('what is found with an offer', () => {
  it('HN-NET-15.4 false publicity takes it off and is a breach in the credit record', () => {
    const one = listed();
    one.act('findBreach', people.county, finding, at('2025-10-20 10:00'));
    expect(one.state.outcome).toBe('REMOVED');
    expect(one.last.writes).toMatchObject([
      {
        write: 'register',
        data: {
          register: 'hn-net.credit',
          party: PROVIDER,
          data: { violations: { 'ofr-1': { breach: 'FALSE_PUBLICITY', foundOn: '2025-10-20' } } },
        },
      },
    ]);
    expect(one.last.notices).toMatchObject([{ template: 'offerRemoved', data: { clause: 'HN-NET 第九条第六项' } }]);
    expect(one.last.lines.find(({ type }) => type === 'OFFER_BREACH_FOUND')?.clause).toBe('HN-NET 第九条第六项');
  });

  it('HN-NET-06.7 is taken off for good once the registration that it stands under has ended', () => {
    const one = listed();
    expect(file().about).toBe(`offering:${PROVIDER}`);
    expect(() => one.act('registrationEnded', people.provider, {}, at('2025-10-20 10:00'))).toThrow();
    one.act('registrationEnded', { kind: 'system', id: 'reg-1', role: 'system' }, {}, at('2025-10-20 10:00'));
    expect(one.state).toMatchObject({ outcome: 'REGISTRATION_ENDED', tasks: [] });
  });

  it('HN-NET-15.4 a finding is taken back by a manager with the reason, in the credit record too', () => {
    const one = listed();
    one.act('findBreach', people.county, finding, at('2025-10-20 10:00'));
    const reason = '服务商补交了资质证书。';
    expect(() => one.act('liftFinding', people.county, { reason }, at('2025-10-22 10:00'))).toThrow();
    one.act('liftFinding', people.countyManager, { reason }, at('2025-10-22 10:00'));
    expect(one.state).toMatchObject({ stage: 'IN_REVIEW', outcome: null, facts: { found: null } });
    expect(one.last.writes).toMatchObject([
      { data: { data: { violations: { 'ofr-1': { foundOn: '2025-10-20', liftedOn: '2025-10-22' } } } } },
    ]);
  });

  it('HN-NET-15.1 what is prohibited is passed on as unlawful content, to the hub', () => {
    const one = filed();
    one.act('passOnAsUnlawful', people.county, { reason: '属于禁止交易的服务。' }, at('2025-10-10 10:00'));
    expect(one.state.outcome).toBe('UNLAWFUL');
    expect(one.last.openings).toMatchObject([
      {
        kind: 'illegalContent',
        bodyId: 'hn-hub',
        about: `conduct:${PROVIDER}`,
        opening: { alleged: 'PROHIBITED', items: ['材料成分检测'], provider: PROVIDER },
      },
    ]);
  });
});
