import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, atTime } from '../../../rules/time/index.ts';
import { at, setupReading } from '../../../test/support/engine-samples.ts';
import type { ProductFacts } from '../words.ts';
import { progressOf } from './progress.ts';

const decorated = at('2025-09-29 10:00');

function product(status: ProductFacts['status'], submitted: string, since = submitted, productId = 'p1'): ProductFacts {
  return { productId, status, submittedAt: at(submitted), since: at(since) };
}

function progress(products: readonly ProductFacts[], decorationPublishedAt: string | null = decorated, needed = 1) {
  return progressOf(setupReading({ decorationPublishedAt, products }), needed);
}

describe('how far a set-up is', () => {
  it('SH-STORE-06.5 is done with decoration published and one product listed, at the later of the two', () => {
    expect(progress([product('LISTED', '2025-09-28 10:00', '2025-09-30 10:00')]).doneAt).toBe(decorated);
    expect(progress([product('LISTED', '2025-10-09 10:00', '2025-10-11 10:00')]).doneAt).toBe(at('2025-10-09 10:00'));
  });

  it('SH-STORE-06.5 is not done with only the one or only the other', () => {
    expect(progress([]).doneAt).toBeNull();
    expect(progress([product('LISTED', '2025-09-28 10:00')], null).doneAt).toBeNull();
  });

  it('SH-STORE-06.6 takes the time of submission for a product approved later', () => {
    const approved = progress([product('LISTED', '2025-10-10 20:00', '2025-10-11 10:00')]);
    expect(approved.doneAt).toBe(at('2025-10-10 20:00'));
  });

  it('SH-STORE-06.6 awaits the platform from the moment nothing else is missing', () => {
    expect(progress([product('IN_REVIEW', '2025-10-10 20:00')])).toMatchObject({
      doneAt: null,
      awaitingSince: at('2025-10-10 20:00'),
    });
    expect(progress([product('IN_REVIEW', '2025-09-28 20:00')]).awaitingSince).toBe(decorated);
    expect(progress([product('IN_REVIEW', '2025-10-10 20:00')], null).awaitingSince).toBeNull();
  });

  it('SH-STORE-06.6 knows when the review ended without a listing, by return or by taking down', () => {
    expect(progress([product('RETURNED', '2025-10-08 20:00', '2025-10-09 09:00')])).toMatchObject({
      awaitingSince: null,
      returnedAt: at('2025-10-09 09:00'),
    });
    const takenDown = [
      product('RETURNED', '2025-09-27 09:00', '2025-09-28 09:00'),
      product('DELISTED', '2025-09-29 09:00', '2025-09-30 09:00', 'p2'),
    ];
    expect(progress(takenDown).returnedAt).toBe(at('2025-09-30 09:00'));
  });

  it('SH-STORE-06.5 counts to the number of products that the rules ask for', () => {
    const two = [
      product('LISTED', '2025-09-28 10:00'),
      product('IN_REVIEW', '2025-09-30 10:00', '2025-09-30 10:00', 'p2'),
    ];
    expect(progress(two, decorated, 2)).toMatchObject({
      listed: 1,
      doneAt: null,
      awaitingSince: at('2025-09-30 10:00'),
    });
    expect(progress(two, decorated, 3)).toMatchObject({ doneAt: null, awaitingSince: null });
  });
});

const moment = fc
  .record({ day: fc.integer({ min: 0, max: 40 }), hour: fc.integer({ min: 0, max: 23 }) })
  .map(({ day, hour }) => atTime(addDays('2025-09-20', day), `${String(hour).padStart(2, '0')}:00`));
const anyProduct = fc
  .record({
    productId: fc.uuid(),
    status: fc.constantFrom('IN_REVIEW', 'LISTED', 'RETURNED', 'DELISTED'),
    one: moment,
    other: moment,
  })
  .map(({ productId, status, one, other }): ProductFacts => {
    const [submittedAt = one, since = other] = [one, other].sort();
    return { productId, status, submittedAt, since };
  });

describe('any facts of a set-up', () => {
  it('SH-STORE-06.5 SH-STORE-06.6 are done, awaiting the platform, or neither, and never both', () => {
    fc.assert(
      fc.property(
        fc.array(anyProduct, { maxLength: 8 }),
        fc.option(moment),
        fc.integer({ min: 1, max: 3 }),
        (products, published, needed) => {
          const { listed, doneAt, awaitingSince } = progress(products, published, needed);
          expect(listed).toBe(products.filter(({ status }) => status === 'LISTED').length);
          expect(doneAt !== null).toBe(published !== null && listed >= needed);
          expect(doneAt === null || awaitingSince === null).toBe(true);
          const handedIn = products.filter(({ status }) => status === 'LISTED' || status === 'IN_REVIEW').length;
          expect(awaitingSince !== null).toBe(published !== null && listed < needed && handedIn >= needed);
        },
      ),
    );
  });

  it('do not depend on the order in which they are told', () => {
    fc.assert(
      fc.property(fc.array(anyProduct, { maxLength: 6 }), fc.option(moment), (products, published) => {
        expect(progress([...products].reverse(), published)).toEqual(progress(products, published));
      }),
    );
  });
});
