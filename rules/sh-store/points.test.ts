import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { addDays, instantOf, parseInstant } from '../time/instant.ts';
import { companyYearEntries, fullYears, nextAnniversary } from './company-years.ts';
import { shStoreValues } from './config.ts';
import type { LedgerEntry } from './ledger.ts';
import { pointsByAngle, pointsByGroup, pointsGainedInMonth, pointsInYear, pointsTotal } from './ledger.ts';
import type { PlatformEvent } from './points.ts';
import type { UserType } from './platform-events.ts';
import { lookupFor, pointsFor, pointsRows, repliesTo, reversePoints } from './points.ts';

/** What an event says beyond its id, store and time. */
type Fact = PlatformEvent extends infer E
  ? E extends PlatformEvent
    ? Omit<E, 'id' | 'storeId' | 'occurredAt'> & { id?: string; occurredAt?: string }
    : never
  : never;

const start = Date.parse('2025-10-01T09:00:00+08:00');

/** Facts as events, one a minute from 2025-10-01 09:00 unless they bring their own id or time. */
function eventsOf(facts: readonly Fact[]): PlatformEvent[] {
  return facts.map((fact, place) => {
    const base = { id: `e${place}`, storeId: 's1', occurredAt: instantOf(start + place * 60_000) };
    return { ...base, ...fact };
  });
}

function take(events: readonly PlatformEvent[], ledger: LedgerEntry[] = []): LedgerEntry[] {
  for (const event of events) ledger.push(...pointsFor(event, ledger));
  return ledger;
}

function totalOf(facts: readonly Fact[]): number {
  return pointsTotal(take(eventsOf(facts)));
}

function times<T>(n: number, each: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => each(i));
}

function login(day: string, clock = '09:00:00'): Fact {
  return { type: 'SELLER_LOGIN', id: `login-${day}`, occurredAt: parseInstant(`${day}T${clock}+08:00`) };
}

describe('company information', () => {
  it('SH-EVAL-10.1 gives 25 for 5 full years at opening and 5 on the next anniversary', () => {
    const age = { establishedOn: '2020-03-15', openedOn: '2025-11-21' };
    const opening = companyYearEntries(age, '2025-11-21', []);
    expect(opening).toMatchObject([{ points: 25, onDay: '2025-11-21' }]);
    expect(companyYearEntries(age, '2026-03-14', opening)).toEqual([]);
    expect(companyYearEntries(age, '2026-03-15', opening)).toMatchObject([{ points: 5, onDay: '2026-03-15' }]);
    expect(nextAnniversary('2020-03-15', '2025-11-21')).toBe('2026-03-15');
    const all = companyYearEntries(age, '2028-01-01', []);
    expect(pointsTotal(all)).toBe(35);
    expect(companyYearEntries(age, '2028-01-01', all)).toEqual([]);
  });

  it('SH-EVAL-10.1 gives nothing for part years and keeps 29 February', () => {
    expect(companyYearEntries({ establishedOn: '2025-03-15', openedOn: '2025-11-21' }, '2025-11-21', [])).toEqual([]);
    expect(fullYears('2020-03-15', '2025-03-14')).toBe(4);
    expect(fullYears('2024-02-29', '2025-02-28')).toBe(1);
    expect(nextAnniversary('2024-02-29', '2027-03-01')).toBe('2028-02-29');
  });

  it('SH-EVAL-10.2 gives 20 for an introduction saved three times', () => {
    expect(totalOf(times(3, () => ({ type: 'COMPANY_INTRO_SAVED' })))).toBe(20);
  });

  it('SH-EVAL-10.3 gives 20 for the website', () => {
    expect(totalOf([{ type: 'COMPANY_SITE_SAVED' }])).toBe(20);
  });

  it('SH-EVAL-10.4 gives 200 for 21 certificates, not 210', () => {
    expect(totalOf(times(20, (i) => ({ type: 'CERTIFICATE_ADDED', certificateId: `c${i}` })))).toBe(200);
    expect(totalOf(times(21, (i) => ({ type: 'CERTIFICATE_ADDED', certificateId: `c${i}` })))).toBe(200);
  });

  it('SH-EVAL-10.4 loses a removed certificate only when the rest no longer fill the cap', () => {
    const added = times<Fact>(21, (i) => ({ type: 'CERTIFICATE_ADDED', certificateId: `c${i}` }));
    expect(totalOf([...added, { type: 'CERTIFICATE_REMOVED', certificateId: 'c3' }])).toBe(200);
    const two = [
      ...added,
      ...['c3', 'c20'].map<Fact>((certificateId) => ({ type: 'CERTIFICATE_REMOVED', certificateId })),
    ];
    expect(totalOf(two)).toBe(190);
    expect(totalOf([...two, { type: 'CERTIFICATE_ADDED', certificateId: 'c3' }])).toBe(200);
  });
});

describe('products and decoration', () => {
  it('SH-EVAL-10.5 gives 120 for 12 listed products, nothing for those handed in or returned', () => {
    expect(totalOf(times(12, (i) => ({ type: 'PRODUCT_LISTED', productId: `p${i}` })))).toBe(120);
    expect(
      totalOf([
        { type: 'PRODUCT_SUBMITTED', productId: 'p' },
        { type: 'PRODUCT_RETURNED', productId: 'p' },
      ]),
    ).toBe(0);
  });

  it('SH-EVAL-10.5 takes the points of a delisted product back and gives them again on relisting', () => {
    const facts: Fact[] = [
      { type: 'PRODUCT_LISTED', productId: 'p1' },
      { type: 'PRODUCT_LISTED', productId: 'p1' },
      { type: 'PRODUCT_DELISTED', productId: 'p1' },
    ];
    const ledger = take(eventsOf(facts));
    expect(ledger.map(({ points }) => points)).toEqual([10, -10]);
    expect(ledger[1]).toMatchObject({ reverses: ledger[0]?.eventKey });
    expect(ledger[1]?.reason?.zh).toContain('下架');
    expect(totalOf([...facts, { type: 'PRODUCT_LISTED', productId: 'p1' }])).toBe(10);
  });

  it('SH-EVAL-10.18 gives nothing for a listing reported after the delisting it preceded', () => {
    const listed = { type: 'PRODUCT_LISTED', productId: 'p1', occurredAt: instantOf(start) } as const;
    const facts: Fact[] = [listed, { type: 'PRODUCT_DELISTED', productId: 'p1' }, { ...listed, id: 'copy' }];
    expect(totalOf(facts)).toBe(0);
  });

  it('SH-EVAL-10.6 gives 50 for a decoration published and changed', () => {
    expect(totalOf(times(2, () => ({ type: 'DECORATION_PUBLISHED' })))).toBe(50);
  });
});

describe('activity', () => {
  it('SH-EVAL-10.7 counts logins by Shanghai day', () => {
    const facts = ['2025-09-26T15:00Z', '2025-09-26T17:00Z'].map<Fact>((at) => ({
      type: 'SELLER_LOGIN',
      occurredAt: parseInstant(at),
    }));
    const ledger = take(eventsOf(facts));
    expect(ledger.map(({ onDay, points }) => [onDay, points])).toEqual([
      ['2025-09-26', 1],
      ['2025-09-27', 1],
    ]);
    expect(totalOf([login('2025-09-26'), { ...login('2025-09-26', '21:00:00'), id: 'again' }])).toBe(1);
  });

  it('SH-EVAL-10.8 gives 30 for 20 days on end, 24 with day 10 missing', () => {
    const days = times(20, (i) => addDays('2025-10-01', i));
    expect(totalOf(days.map((day) => login(day)))).toBe(30);
    expect(totalOf(days.filter((day) => day !== '2025-10-10').map((day) => login(day)))).toBe(24);
    expect(totalOf(days.slice(0, 9).map((day) => login(day)))).toBe(9);
  });

  it('SH-EVAL-10.8 gives the same whatever order the logins are reported in', () => {
    const days = times(25, (i) => addDays('2025-10-01', i));
    fc.assert(
      fc.property(fc.shuffledSubarray(days), (some) => {
        const sorted = [...some].sort();
        expect(totalOf(some.map((day) => login(day)))).toBe(totalOf(sorted.map((day) => login(day))));
      }),
    );
  });
});

describe('followers and feedback', () => {
  it('SH-EVAL-10.9 gives 7 for 7 personal followers', () => {
    expect(totalOf(times(7, (i) => ({ type: 'FOLLOW', userId: `u${i}`, userType: 'PERSONAL' })))).toBe(7);
  });

  it('SH-EVAL-10.10 gives 12 for 4 enterprise followers', () => {
    expect(totalOf(times(4, (i) => ({ type: 'FOLLOW', userId: `u${i}`, userType: 'ENTERPRISE' })))).toBe(12);
  });

  it('SH-EVAL-10.11 gives 1,000 for 100 completed orders', () => {
    expect(totalOf(times(100, (i) => ({ type: 'ORDER_COMPLETED', orderId: `o${i}` })))).toBe(1000);
  });

  const praises = (userType: UserType) =>
    totalOf(times(30, (i) => ({ type: 'PRAISE', ratingId: `r${i}`, userType, orderId: null })));

  it('SH-EVAL-10.12 gives 30 for 30 favourable ratings by personal users', () => {
    expect(praises('PERSONAL')).toBe(30);
  });

  it('SH-EVAL-10.13 gives 60 for 30 favourable ratings by enterprise users', () => {
    expect(praises('ENTERPRISE')).toBe(60);
  });

  const comments = (userType: UserType) =>
    totalOf(times(5, (i) => ({ type: 'COMMENT', commentId: `c${i}`, userType, orderId: 'o1' })));

  it('SH-EVAL-10.14 gives 5 for 5 comments by personal users', () => {
    expect(comments('PERSONAL')).toBe(5);
  });

  it('SH-EVAL-10.15 gives 10 for 5 comments by enterprise users', () => {
    expect(comments('ENTERPRISE')).toBe(10);
  });

  it('SH-EVAL-10.16 gives 10 for 5 comments each answered once', () => {
    expect(totalOf(times(5, (i) => ({ type: 'COMMENT_REPLY', replyId: `r${i}`, commentId: `c${i}` })))).toBe(10);
  });

  it('SH-EVAL-10.17 gives 50 at the end of a period for 7 of 10, nothing for 69 of 100 or without ratings', () => {
    const period = { type: 'PRAISE_RATE_REACHED', periodId: 'autumn', periodEnd: '2025-10-31' } as const;
    const facts: Fact[] = [{ ...period, favourable: 7, ratings: 10 }];
    expect(take(eventsOf(facts))).toMatchObject([{ points: 50, onDay: '2025-10-31' }]);
    expect(totalOf([...facts, ...facts])).toBe(50);
    expect(totalOf([{ ...period, favourable: 69, ratings: 100 }])).toBe(0);
    expect(totalOf([{ ...period, favourable: 0, ratings: 0 }])).toBe(0);
  });
});

describe('the ledger', () => {
  it('SH-EVAL-10.18 gives 10 points for an order event delivered twice, and for two events of one order', () => {
    const [event] = eventsOf([{ type: 'ORDER_COMPLETED', orderId: 'o1' }]);
    if (!event) throw new Error('no event');
    expect(pointsTotal(take([event, event]))).toBe(10);
    expect(pointsTotal(take([event, { ...event, id: 'another' }]))).toBe(10);
  });

  it('SH-EVAL-10.18 knows an event by its id, whatever time the second delivery claims', () => {
    const first = login('2025-10-01');
    expect(totalOf([first, { ...login('2025-10-02'), id: 'login-2025-10-01' }])).toBe(1);
  });

  it('SH-EVAL-10.18 takes back what a brushed order brought, and lets it bring nothing more', () => {
    const order = { orderId: 'o1' };
    const facts: Fact[] = [
      { type: 'ORDER_COMPLETED', orderId: 'o0' },
      { type: 'ORDER_COMPLETED', ...order },
      { type: 'PRAISE', ratingId: 'r1', userType: 'ENTERPRISE', ...order },
      { type: 'ORDER_VOIDED', ...order },
      { type: 'PRAISE', ratingId: 'r2', userType: 'ENTERPRISE', ...order },
      { type: 'ORDER_VOIDED', ...order },
    ];
    const ledger = take(eventsOf(facts));
    expect(ledger.map(({ points }) => points)).toEqual([10, 10, 2, -10, -2]);
    expect(ledger[3]?.reason?.zh).toContain('刷单');
    expect(
      totalOf([
        { type: 'ORDER_VOIDED', ...order },
        { type: 'ORDER_COMPLETED', ...order },
      ]),
    ).toBe(0);
  });

  it('SH-STORE-10.8 SH-EVAL-10.16 replies to comments on a brushed order fall with it, whichever came first, and come back with it', () => {
    const order = { orderId: 'o1' };
    const comment = (commentId: string) => ({ type: 'COMMENT', commentId, userType: 'ENTERPRISE', ...order }) as const;
    const reply = (commentId: string, n = 1) =>
      ({ type: 'COMMENT_REPLY', replyId: `${commentId}-${n}`, commentId }) as const;
    const facts: Fact[] = [
      { type: 'COMMENT', commentId: 'c0', userType: 'PERSONAL', orderId: null },
      reply('c0'),
      reply('c2'),
      { type: 'ORDER_COMPLETED', ...order },
      comment('c1'),
      comment('c2'),
      reply('c1'),
      { type: 'ORDER_VOIDED', ...order },
      reply('c1', 2),
      comment('c3'),
      reply('c3'),
    ];
    const ledger = take(eventsOf(facts));
    expect(ledger.map(({ points }) => points)).toEqual([1, 2, 2, 10, 2, 2, 2, -10, -2, -2, -2, -2, 0]);
    expect(pointsTotal(ledger)).toBe(3);
    const back = { type: 'ORDER_REINSTATED', id: 'back', staysVoided: false, ...order } as const;
    take(eventsOf([back, { ...reply('c1', 3), id: 'later' }]), ledger);
    expect(pointsTotal(ledger)).toBe(3 + 10 + 2 + 2 + 2 + 2 + 2);
  });

  it('SH-STORE-10.8 an order that was no brushing brings again what was taken back, once, and may be voided anew', () => {
    const order = { orderId: 'o1' };
    const praise = (ratingId: string) => ({ type: 'PRAISE', ratingId, userType: 'ENTERPRISE', ...order }) as const;
    const back = { type: 'ORDER_REINSTATED', staysVoided: false, ...order } as const;
    const facts: Fact[] = [
      { type: 'ORDER_COMPLETED', ...order },
      praise('r1'),
      { type: 'ORDER_VOIDED', ...order },
      { ...back, staysVoided: true },
      praise('r2'),
      back,
      back,
      praise('r3'),
      { type: 'ORDER_VOIDED', ...order },
      praise('r4'),
    ];
    const ledger = take(eventsOf(facts));
    expect(ledger.map(({ points }) => points)).toEqual([10, 2, -10, -2, 10, 2, 2, -10, -2, -2]);
    expect(ledger.slice(4, 6).map(({ reverses, reason }) => [reverses, reason])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('SH-STORE-08.8 takes 150 points of 15 split products back and keeps the original lines', () => {
    const ledger = take(eventsOf(times(15, (i) => ({ type: 'PRODUCT_LISTED', productId: `p${i}` }))));
    const cause = {
      eventId: 'case-7',
      at: instantOf(start + 86_400_000),
      reason: text('产品拆分', 'product splitting'),
    };
    const reversals = reversePoints(ledger, cause);
    expect(pointsTotal(reversals)).toBe(-150);
    expect(pointsTotal([...ledger, ...reversals])).toBe(0);
    expect(reversePoints([...ledger, ...reversals], cause)).toEqual([]);
    expect(
      pointsFor(eventsOf([{ type: 'PRODUCT_LISTED', productId: 'p0' }])[0] as PlatformEvent, [...ledger, ...reversals]),
    ).toEqual([]);
  });

  it('SH-EVAL-10.19 keeps the rate a follower had when following', () => {
    const follow = { type: 'FOLLOW', userId: 'u1' } as const;
    expect(
      totalOf([
        { ...follow, userType: 'PERSONAL' },
        { ...follow, userType: 'ENTERPRISE' },
      ]),
    ).toBe(1);
  });

  it('SH-EVAL-10.20 answers total, month, quarter end, year, groups and the six angles', () => {
    const at = (day: string) => parseInstant(`${day}T10:00+08:00`);
    const ledger = take(
      eventsOf([
        { type: 'COMPANY_INTRO_SAVED', occurredAt: at('2019-12-31') },
        { type: 'DECORATION_PUBLISHED', occurredAt: at('2020-01-02') },
        { type: 'PRODUCT_LISTED', productId: 'p1', occurredAt: at('2020-03-31') },
        { type: 'ORDER_COMPLETED', orderId: 'o1', occurredAt: at('2020-04-01') },
        { type: 'SELLER_LOGIN', occurredAt: at('2020-09-03') },
        { type: 'PRODUCT_DELISTED', productId: 'p1', occurredAt: at('2020-09-20') },
        { type: 'FOLLOW', userId: 'u1', userType: 'ENTERPRISE', occurredAt: at('2020-11-01') },
        { type: 'PRAISE', ratingId: 'r1', userType: 'PERSONAL', orderId: 'o1', occurredAt: at('2020-11-02') },
        { type: 'ORDER_COMPLETED', orderId: 'o2', occurredAt: at('2021-01-01') },
      ]),
    );
    const year = { from: '2020-01-01', to: '2020-12-31' };
    expect(pointsTotal(ledger)).toBe(95);
    expect(pointsTotal(ledger, { to: '2020-03-31' })).toBe(80);
    expect(pointsInYear(ledger, 2020)).toBe(65);
    expect(pointsGainedInMonth(ledger, '2020-09')).toBe(1);
    expect(pointsByAngle(ledger, year)).toEqual({
      DECORATION: 50,
      PRODUCTS: 0,
      ORDERS: 10,
      ACTIVITY: 1,
      FEEDBACK: 1,
      FOLLOWERS: 3,
    });
    expect(pointsByGroup(ledger)).toEqual({
      COMPANY: 20,
      PRODUCTS: 0,
      DECORATION: 50,
      ACTIVITY: 1,
      FOLLOWERS: 3,
      FEEDBACK: 21,
    });
  });

  it('SH-EVAL-10.1 to 10.17 are the 17 rows of the table, one of them capped', () => {
    expect(pointsRows.map(({ points }) => points)).toEqual([5, 20, 20, 10, 10, 50, 1, 5, 1, 3, 10, 1, 2, 1, 2, 2, 50]);
    expect(pointsRows.filter(({ cap }) => cap !== null)).toMatchObject([{ row: 4, rule: 'COMPANY_CERT', cap: 200 }]);
    expect(pointsRows.filter(({ once }) => once).map(({ row }) => row)).toEqual([2, 3, 6]);
  });

  it('SH-EVAL-10.4 follows the configured cap', () => {
    const values = shStoreValues({ 'points.certificateCap': 15 });
    const ledger: LedgerEntry[] = [];
    for (const event of eventsOf(times(3, (i) => ({ type: 'CERTIFICATE_ADDED', certificateId: `c${i}` })))) {
      ledger.push(...pointsFor(event, ledger, values));
    }
    expect(ledger.map(({ points }) => points)).toEqual([10, 5, 0]);
  });
});

describe('properties', () => {
  const small = fc.nat(3).map(String);
  const user = fc.constantFrom('PERSONAL' as const, 'ENTERPRISE' as const);
  const fact: fc.Arbitrary<Fact> = fc.oneof(
    fc.record({
      type: fc.constantFrom(
        'DECORATION_PUBLISHED' as const,
        'COMPANY_INTRO_SAVED' as const,
        'COMPANY_SITE_SAVED' as const,
      ),
    }),
    fc.record({
      type: fc.constantFrom('CERTIFICATE_ADDED' as const, 'CERTIFICATE_ADDED' as const, 'CERTIFICATE_REMOVED' as const),
      certificateId: fc.nat(30).map(String),
    }),
    fc.record({ type: fc.constantFrom('PRODUCT_LISTED' as const, 'PRODUCT_DELISTED' as const), productId: small }),
    fc.record({ type: fc.constantFrom('SELLER_LOGIN' as const) }),
    fc.record({ type: fc.constantFrom('FOLLOW' as const), userId: small, userType: user }),
    fc.record({ type: fc.constantFrom('ORDER_COMPLETED' as const, 'ORDER_VOIDED' as const), orderId: small }),
    small.chain((id) =>
      fc.record({
        type: fc.constantFrom('PRAISE' as const),
        ratingId: fc.constant(id),
        userType: user,
        orderId: fc.constant(id),
      }),
    ),
    small.chain((id) =>
      fc.record({
        type: fc.constantFrom('COMMENT' as const),
        commentId: fc.constant(id),
        userType: user,
        orderId: fc.constant(id),
      }),
    ),
    fc.record({ type: fc.constantFrom('COMMENT_REPLY' as const), replyId: small, commentId: small }),
  );
  const story = fc.array(fc.tuple(fact, fc.integer({ min: 1, max: 40 })), { maxLength: 120 }).map((facts) => {
    let hours = 0;
    return eventsOf(
      facts.map(([each, gap]) => ({ ...each, occurredAt: instantOf(start + (hours += gap) * 3_600_000) })),
    );
  });

  it('SH-EVAL-10.4 never exceeds a cap, never falls below zero, and books once-only rows once', () => {
    fc.assert(
      fc.property(story, (events) => {
        const ledger: LedgerEntry[] = [];
        for (const event of events) {
          take([event], ledger);
          const certificates = pointsTotal(ledger.filter(({ rule }) => rule === 'COMPANY_CERT'));
          expect(certificates).toBeLessThanOrEqual(200);
          expect(certificates).toBeGreaterThanOrEqual(0);
        }
        expect(pointsTotal(ledger)).toBeGreaterThanOrEqual(0);
        for (const { rule, points } of pointsRows.filter(({ once }) => once)) {
          expect(pointsTotal(ledger.filter((entry) => entry.rule === rule))).toBeLessThanOrEqual(points);
        }
        expect(new Set(ledger.map(({ eventKey }) => eventKey)).size).toBe(ledger.length);
      }),
    );
  });

  it('SH-EVAL-10.18 replaying any event of the story changes nothing', () => {
    fc.assert(
      fc.property(story, (events) => {
        const ledger = take(events);
        for (const event of events) expect(pointsFor(event, ledger)).toEqual([]);
      }),
    );
  });

  it('SH-EVAL-10.18 the lookup of an event is all of the ledger it needs', () => {
    fc.assert(
      fc.property(story, (events) => {
        const ledger: LedgerEntry[] = [];
        for (const event of events) {
          const { eventId, eventKey, about, rules, repliesOn, orderOf } = lookupFor(event);
          const comments = ledger.filter((e) => repliesOn !== null && e.about === repliesOn);
          const order = ledger.find((e) => e.eventKey === orderOf)?.about;
          const abouts = [about, order, ...comments.map((e) => repliesTo(e.eventKey))];
          const some = ledger.filter(
            (e) =>
              e.eventId === eventId || e.eventKey === eventKey || abouts.includes(e.about) || rules.includes(e.rule),
          );
          const entries = pointsFor(event, ledger);
          expect(pointsFor(event, some)).toEqual(entries);
          ledger.push(...entries);
        }
      }),
    );
  });
});
