import { expect, it } from 'vitest';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  INSTITUTION,
  institutionEntry,
} from '../../../test/support/anhui-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import type { Person } from '../../../rules/roles.ts';
import type { ListingFacts } from './contract.ts';
import { listingIntake } from './intake.ts';
import { listing } from './process.ts';

const form = { member: INSTITUTION, ground: 'FABRICATED', account: '活动图片系拼接伪造。' };
const DECIDED = at('2026-03-10 10:00');

function proposed(changes: object = {}, filer: Person = people.department) {
  const filing = fileAnhui(listingIntake, { ...form, ...changes }, { filer, entries: [institutionEntry] });
  return new AnhuiCase<ListingFacts>(listing, filing, { openedAt: at('2026-03-09 10:00'), filer });
}

it('AH-OPS-06.1 a listing has reason, clause, from-date and who decided, and the member is told', () => {
  const one = proposed();
  const reason = '图片经鉴别为伪造。';
  expect(() => one.act('enlist', people.department2, { reason })).toThrow('may not');
  expect(() => one.act('enlist', people.departmentManager, { reason: '' })).toThrow('reason');
  one.act('enlist', people.departmentManager, { reason }, DECIDED);
  expect(one.state).toMatchObject({ stage: 'LISTED', facts: { from: '2026-03-10', until: null } });
  expect(one.written('register')).toMatchObject([
    {
      ...{ register: 'ah.listings.black', status: 'BLACKLISTED', validFrom: '2026-03-10', reason },
      data: { clause: 'AH-OPS 动态管理', decidedBy: 'department-manager', ground: 'FABRICATED' },
    },
  ]);
  expect(one.toldTo('blacklisted')).toEqual([INSTITUTION]);
});

it('AH-OPS-06.4 nobody is listed without a decision, and who put it forward does not decide it', () => {
  const one = proposed({ ground: 'EXCELLENT' });
  expect(one.state).toMatchObject({ stage: 'PROPOSED', facts: { list: 'WHITE' }, tasks: [{ name: 'decideListing' }] });
  expect(one.written('register')).toEqual([]);
  const own = proposed({}, people.departmentManager);
  expect(() => own.act('enlist', people.departmentManager, { reason: '属实。' }, DECIDED)).toThrow();
  one.act('dismissListing', people.departmentManager, { reason: '有投诉待查。' }, DECIDED);
  expect(one.state.outcome).toBe('NOT_LISTED');
  expect(one.written('register')).toEqual([]);
});

it('AH-OPS-06.1 it ends with its last day, or by a decision', () => {
  const one = proposed({ ground: 'EXCELLENT' });
  one.act('enlist', people.departmentManager, { until: '2026-12-31', reason: '位列第一。' }, DECIDED);
  one.liveUntil(at('2027-01-01 00:00'));
  expect(one.state.outcome).toBe('REMOVED');
  expect(one.written('register')).toMatchObject([{ status: 'NONE' }]);
  const black = proposed();
  black.act('enlist', people.departmentManager, { reason: '伪造。' }, DECIDED);
  black.act('removeListing', people.departmentManager, { reason: '已整改。' }, at('2026-09-01 10:00'));
  expect(black.toldTo('removed')).toEqual([INSTITUTION]);
});

it('AH-OPS-06.1 an old listing on the white list that ends leaves the black list as it is', () => {
  const black = proposed();
  black.act('enlist', people.departmentManager, { reason: '伪造。' }, DECIDED);
  const white = proposed({ ground: 'EXCELLENT' });
  white.act('enlist', people.departmentManager, { until: '2026-12-31', reason: '位列第一。' }, DECIDED);
  white.liveUntil(at('2027-01-01 00:00'));
  expect(white.written('register')).toMatchObject([{ register: 'ah.listings.white', status: 'NONE' }]);
});

it('AH-OPS-06.1 a new decision ends the listing of the same list that stood, and no other', () => {
  const one = proposed();
  one.act('enlist', people.departmentManager, { until: '2026-12-31', reason: '伪造。' }, DECIDED);
  expect(one.last.messagesAbout).toMatchObject([{ kind: 'listing', action: 'listedAnew', alike: { list: 'BLACK' } }]);
  one.act('listedAnew', anyone.otherCase, {}, at('2026-09-01 10:00'));
  // Its last day can take nothing out of the register any more.
  expect(one.state).toMatchObject({ outcome: 'REPLACED', deadlines: [] });
  expect(one.written('register')).toEqual([]);

  const undecided = proposed();
  undecided.act('listedAnew', anyone.otherCase, {}, DECIDED);
  expect(undecided.state).toMatchObject({ stage: 'PROPOSED', tasks: [{ name: 'decideListing' }] });
});

it('AH-OPS-06.1 the lists are kept by the department alone', () => {
  for (const filer of [people.platform, people.hefei, people.institution]) {
    expect(() => proposed({}, filer)).toThrow('department');
  }
});
