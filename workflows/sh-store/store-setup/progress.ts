import type { Instant } from '../../../rules/time/index.ts';
import type { ShStoreReadings } from '../words.ts';

export interface Progress {
  readonly decorationPublishedAt: Instant | null;
  readonly listed: number;
  /** When the set-up was done: the later of decoration and the last needed product's submission. Null if it is not. */
  readonly doneAt: Instant | null;
  /** Since when nothing is missing but the platform's own review. */
  readonly awaitingSince: Instant | null;
  /** When the last product left the review unlisted: returned for modification, or taken down. */
  readonly returnedAt: Instant | null;
}

/**
 * How far a store's set-up is: decoration published and at least `needed` products listed; the time of submission counts for a
 * product that was approved later (SH-STORE-06.5, 06.6).
 */
export function progressOf(reading: ShStoreReadings['setup'], needed: number): Progress {
  const { decorationPublishedAt, products } = reading;
  const listed = products.filter((product) => product.status === 'LISTED');
  const inReview = products.filter((product) => product.status === 'IN_REVIEW');
  const bySubmission = [...listed, ...inReview].map((product) => product.submittedAt).sort();
  const listedBySubmission = listed.map((product) => product.submittedAt).sort();
  const unlisted = products
    .filter(({ status }) => status === 'RETURNED' || status === 'DELISTED')
    .map((product) => product.since)
    .sort();
  return {
    decorationPublishedAt,
    listed: listed.length,
    doneAt: laterOf(decorationPublishedAt, listedBySubmission[needed - 1]),
    awaitingSince: listed.length >= needed ? null : laterOf(decorationPublishedAt, bySubmission[needed - 1]),
    returnedAt: unlisted.at(-1) ?? null,
  };
}

function laterOf(a: Instant | null, b: Instant | undefined): Instant | null {
  if (a === null || b === undefined) return null;
  return a > b ? a : b;
}
