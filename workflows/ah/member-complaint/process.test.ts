import type { Instant } from '../../../rules/time/index.ts';
import { expect, it } from 'vitest';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  HEFEI,
  hefeiEntry,
  INSTITUTION,
  institutionEntry,
} from '../../../test/support/anhui-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import type { MemberComplaintFacts } from './contract.ts';
import { memberComplaintIntake } from './intake.ts';
import { memberComplaint } from './process.ts';

const form = {
  member: INSTITUTION,
  reason: 'NOT_TARGETED',
  account: '逾期一个月。',
  claim: '尽快出具报告',
  happenedOn: '2025-12-01',
};
const RECEIVED = at('2025-12-30 10:00');
const VERIFIED = at('2026-01-15 10:00');
const upheld = { responsible: 'MEMBER', breached: ['NOT_TARGETED'], reason: '逾期属实。' };

function investigated(changes: object = {}, by = people.platform) {
  const filing = fileAnhui(
    memberComplaintIntake,
    { ...form, ...changes },
    {
      ...{ filer: people.consumer, now: RECEIVED, entries: [institutionEntry] },
    },
  );
  const one = new AnhuiCase<MemberComplaintFacts>(memberComplaint, filing, {
    ...{ id: 'mcp-1', openedAt: RECEIVED, filer: people.consumer },
  });
  one.act('registerComplaint', by, {}, at('2025-12-31 10:00'));
  one.act('startInvestigation', by, {}, at('2025-12-31 10:00'));
  return one;
}

it('AH-EVAL-08.2 received 2025-12-30 and verified 2026-01-15 it counts for 2025', () => {
  const one = investigated();
  expect(one.toldTo('complaintAgainstProvider')).toEqual([]);
  one.act('upholdComplaint', people.platform, upheld, VERIFIED);
  expect(one.written('figure')).toEqual([
    { party: INSTITUTION, figure: 'complaints', key: 'mcp-1', n: 1, day: '2025-12-30' },
  ]);
  expect(one.toldTo('complaintFinding')).toEqual(['person:consumer-1', INSTITUTION]);
});

it('AH-EVAL-08.2 received in the last second of 2025 it counts for 2025, and a second later for 2026', () => {
  const countedOn = (receivedAt: Instant) => {
    const entries = [institutionEntry];
    const filing = fileAnhui(memberComplaintIntake, form, { filer: people.consumer, now: receivedAt, entries });
    const one = new AnhuiCase<MemberComplaintFacts>(memberComplaint, filing, {
      ...{ id: 'mcp-1', openedAt: receivedAt, filer: people.consumer },
    });
    for (const action of ['registerComplaint', 'startInvestigation'])
      one.act(action, people.platform, {}, at('2026-01-04 10:00'));
    one.act('upholdComplaint', people.platform, upheld, VERIFIED);
    return one.written('figure');
  };
  const second = (of: string) => `${of}.000+08:00`;
  expect(countedOn(second('2025-12-31T23:59:59'))).toMatchObject([{ day: '2025-12-31' }]);
  expect(countedOn(second('2026-01-01T00:00:00'))).toMatchObject([{ day: '2026-01-01' }]);
});

it('AH-EVAL-08.1 handled by a city platform alone it does not count', () => {
  const one = investigated({ platform: 'ah-platform-hefei' }, people.hefei);
  one.act('upholdComplaint', people.hefei, upheld, VERIFIED);
  expect(one.state.outcome).toBe('UPHELD');
  expect(one.written('figure')).toEqual([]);
});

it('AH-EVAL-08.1 AH-EVAL-02.17 not upheld, or the fault of the platform, it does not count', () => {
  const rejected = investigated();
  rejected.act('rejectComplaint', people.platform, { responsible: 'NOBODY', reason: '已按约完成。' }, VERIFIED);
  expect(rejected.written('figure')).toEqual([]);
  const platform = investigated();
  platform.act('upholdComplaint', people.platform, { ...upheld, responsible: 'PLATFORM' }, VERIFIED);
  expect(platform.written('figure')).toEqual([]);
});

it('AH-EVAL-08.1 under review it does not count, and reversed no more', () => {
  const one = investigated();
  one.act('upholdComplaint', people.platform, upheld, VERIFIED);
  one.act('reopenFinding', people.platformManager, { reason: '补交了交付凭证。' }, at('2026-01-20 10:00'));
  expect(one.written('figure')).toMatchObject([{ key: 'mcp-1', n: 0, day: '2025-12-30' }]);
  one.act('rejectComplaint', people.platform2, { responsible: 'NOBODY', reason: '凭证属实。' }, at('2026-01-21 10:00'));
  expect(one.state).toMatchObject({ outcome: 'NOT_UPHELD', facts: { counted: false } });
});

it('AH-EVAL-08.1 the evaluation that deducted it hears that it counts no more, and that it stands after review', () => {
  const one = investigated();
  one.act('upholdComplaint', people.platform, upheld, VERIFIED);
  expect(one.last.messagesAbout).toEqual([]);
  one.act('reopenFinding', people.platformManager, { reason: '补交了交付凭证。' }, at('2026-01-20 10:00'));
  const told = { kind: 'annualEvaluation', action: 'complaintCounts' };
  expect(one.last.messagesAbout).toMatchObject([{ ...told, input: { complaint: 'mcp-1', counts: false } }]);
  one.act('upholdComplaint', people.platform2, upheld, at('2026-01-21 10:00'));
  expect(one.last.messagesAbout).toMatchObject([{ ...told, input: { complaint: 'mcp-1', counts: true } }]);
});

it('AH-EVAL-08.1 is refused about who is no member, and about oneself', () => {
  const file = (changes: object, entries = [institutionEntry]) =>
    fileAnhui(memberComplaintIntake, { ...form, ...changes }, { filer: people.consumer, now: RECEIVED, entries });
  expect(() => file({}, [])).toThrow('no such member');
  expect(() => file({ happenedOn: '2026-01-01' })).toThrow('in the future');
  const ofHefei = (platform: string) => file({ member: HEFEI, platform }, [hefeiEntry]);
  expect(() => ofHefei('ah-platform-hefei')).toThrow('about itself');
  expect(ofHefei('ah-platform').body).toMatchObject({ bodyId: 'ah-platform' });
  expect(JSON.stringify(file({}).opening)).not.toContain('逾期');
});
