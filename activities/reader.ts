/** What takes a reading of the records for a case. */
import type { Transaction } from '../prisma/client.ts';
import type { Instant } from '../rules/time/index.ts';

export interface ReadingRequest {
  readonly reading: string;
  readonly regime: string;
  readonly caseId: string;
  /** What the case is about. */
  readonly about: string | null;
  /** Facts at or after this instant are left out; null takes all that are known. */
  readonly before: Instant | null;
  /** The case's now. */
  readonly at: Instant;
}

/** Takes one reading. */
export type Reader<Reading = unknown> = (database: Transaction, request: ReadingRequest) => Promise<Reading>;

/** Takes the same reading for many cases, in the order of the requests. */
export type ReaderOfMany<Reading = unknown> = (
  database: Transaction,
  requests: readonly ReadingRequest[],
) => Promise<Reading[]>;

/** A reader of many as one that is asked for one case. */
export function firstOf<Reading>(readMany: ReaderOfMany<Reading>): Reader<Reading> {
  return async (database, request) => {
    const [reading] = await readMany(database, [request]);
    return reading as Reading;
  };
}
