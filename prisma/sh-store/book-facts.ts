/** Takes in facts about a store: each once, with the points it brings, in one transaction. Whoever has facts books them here. */
import { createHash } from 'node:crypto';
import type { ShStoreValues } from '../../rules/sh-store/config.ts';
import { pointsFor, type LedgerEntry, type PlatformEvent } from '../../rules/sh-store/points.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';
import { storeReference } from '../../workflows/sh-store/words.ts';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { addLines, linesFor } from './ledger.ts';
import { sealedSince } from './sealed.ts';
import { bookCompanyYears } from './store-figures.ts';

/** What an event says, without the id of its row. */
type Said<E> = E extends unknown ? Omit<E, 'id'> : never;

/** A fact about a store and who reports it. */
export type Fact = Said<PlatformEvent> & {
  /** The system that reports it, e.g. `cloud`. */
  readonly source: string;
  /** The id it has there: a second fact of the source with the same id changes nothing. */
  readonly sourceId: string;
};

/** What became of one fact. */
export interface BookedFact {
  /** Of its row. */
  readonly id: string;
  /** False if it was known already. */
  readonly isNew: boolean;
  /** The lines that it brought to the ledger. */
  readonly entries: readonly LedgerEntry[];
}

/**
 * Keeps facts of one store and books their points, as the only writer of the store's ledger until the transaction ends.
 * @param facts in the order in which they happened: points depend on it
 * @param caseId the case that they follow from; its id stands in the lines of the ledger
 * @returns what became of each, in the same order
 */
export async function bookFacts(
  tx: Transaction,
  storeId: string,
  facts: readonly Fact[],
  values: ShStoreValues,
  now: Instant,
  { caseId }: { readonly caseId?: string } = {},
): Promise<BookedFact[]> {
  if (facts.length === 0) return [];
  // Locks the ledger as well; what came due before these facts stands before them.
  await bookCompanyYears(tx, storeId, now);
  const created = await tx.platformEvent.createManyAndReturn({
    skipDuplicates: true,
    select: { id: true },
    data: facts.map((fact) => rowOf(fact, now)),
  });
  const fresh = new Set(created.map(({ id }) => id));
  const events = facts.map((fact) => eventOf(fact));
  // What is left to be reported of a sealed store is kept, and adds nothing to its ledger.
  const sealed = (await sealedSince(tx, storeId)) !== null;
  const booked = sealed
    ? []
    : await linesFor(
        tx,
        storeId,
        events.filter(({ id }) => fresh.has(id)),
      );
  const results = events.map((event): BookedFact => {
    // A second copy among these facts finds the first one's mark gone.
    if (!fresh.delete(event.id)) return { id: event.id, isNew: false, entries: [] };
    const entries = sealed ? [] : pointsFor(event, booked, values);
    booked.push(...entries);
    return { id: event.id, isNew: true, entries };
  });
  await addLines(
    tx,
    storeId,
    results.flatMap(({ entries }) => entries),
    now,
    caseId,
  );
  return results;
}

/** Books the points of facts that were kept while the ledger of the store was sealed, in the order in which they happened; it is open again. */
export async function bookKeptFacts(
  tx: Transaction,
  storeId: string,
  sealedAt: Date,
  values: ShStoreValues,
  now: Instant,
  caseId: string,
): Promise<void> {
  await bookCompanyYears(tx, storeId, now);
  const rows = await tx.platformEvent.findMany({
    where: { about: storeReference(storeId), receivedAt: { gte: sealedAt } },
    orderBy: [{ occurredAt: 'asc' }, { receivedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, type: true, occurredAt: true, data: true },
  });
  const events = rows.map(
    ({ id, type, occurredAt, data }) =>
      ({ ...(data as object), id, type, storeId, occurredAt: instantOf(occurredAt.getTime()) }) as PlatformEvent,
  );
  const booked = await linesFor(tx, storeId, events);
  const entries = events.flatMap((event) => {
    const own = pointsFor(event, booked, values);
    booked.push(...own);
    return own;
  });
  await addLines(tx, storeId, entries, now, caseId);
}

function rowId({ source, sourceId }: Fact): string {
  return `evt-${createHash('sha256').update(`${source}\n${sourceId}`).digest('hex').slice(0, 32)}`;
}

/** A fact as the rules of points see it. */
function eventOf(fact: Fact): PlatformEvent {
  return { ...fact, id: rowId(fact) };
}

function rowOf(fact: Fact, now: Instant): Prisma.PlatformEventCreateManyInput {
  const { source, sourceId, storeId, type, occurredAt, ...detail } = fact;
  return {
    id: rowId(fact),
    source,
    sourceId,
    about: storeReference(storeId),
    type,
    occurredAt: new Date(occurredAt),
    receivedAt: new Date(now),
    productId: 'productId' in detail ? detail.productId : null,
    data: { ...detail } as Prisma.InputJsonObject,
  };
}
