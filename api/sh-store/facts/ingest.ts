/** Takes in facts of the platform: each once, with the points it brings, in one transaction a store and chunk. */
import type { Database } from '../../../prisma/client.ts';
import type { Store } from '../../../prisma/generated/client.ts';
import { bookFacts, type BookedFact } from '../../../prisma/sh-store/book-facts.ts';
import { lockLedger } from '../../../prisma/sh-store/ledger.ts';
import type { AuditedChange } from '../../../rules/audit.ts';
import type { ShStoreValues } from '../../../rules/sh-store/config.ts';
import type { LedgerEntry } from '../../../rules/sh-store/points.ts';
import { text } from '../../../rules/text.ts';
import {
  addDays,
  dayOf,
  instantOf,
  momentInWords,
  startOfDay,
  type Day,
  type Instant,
} from '../../../rules/time/index.ts';
import type { Audit } from '../../audit.ts';
import type { FieldFault } from '../../http/problem.ts';
import { withBuyers } from './buyers.ts';
import { productFaults } from './product-faults.ts';
import type { Fact } from './schema.ts';
import { sealedFaults } from './sealed-faults.ts';

/** What became of one line. */
export interface LineResult {
  readonly line: number;
  readonly sourceId: string | null;
  readonly status: 'ACCEPTED' | 'DUPLICATE' | 'REFUSED';
  /** Points its lines in the ledger add up to. */
  readonly points: number;
  readonly errors?: readonly FieldFault[];
}

/** A well-formed fact and its line, from 1. */
export interface NumberedFact {
  readonly line: number;
  readonly fact: Fact;
}

/** A transaction has seconds, not minutes. */
const CHUNK = 200;

/** Takes in facts. Those of an unknown store, of the future, or of a time in which the store was not open are refused line by line. */
export async function ingest(
  database: Database,
  facts: readonly NumberedFact[],
  values: ShStoreValues,
  now: Instant,
  audit: Audit,
): Promise<LineResult[]> {
  const stores = await database.store.findMany({
    where: { id: { in: [...new Set(facts.map(({ fact }) => fact.storeId))] } },
    select: { id: true, openedAt: true, offlineAt: true },
  });
  const known = new Map(stores.map((store) => [store.id, store]));
  const periods = await periodsNamed(database, facts);
  const results: LineResult[] = [];
  const byStore = new Map<string, NumberedFact[]>();
  for (const numbered of facts) {
    const errors = faultsOf(numbered.fact, known, periods, now);
    if (errors.length > 0)
      results.push({ line: numbered.line, sourceId: numbered.fact.sourceId, status: 'REFUSED', points: 0, errors });
    else byStore.set(numbered.fact.storeId, [...(byStore.get(numbered.fact.storeId) ?? []), numbered]);
  }
  for (const [storeId, own] of byStore) {
    // In the order in which they happened: points depend on it.
    own.sort((a, b) =>
      a.fact.occurredAt < b.fact.occurredAt ? -1 : a.fact.occurredAt > b.fact.occurredAt ? 1 : a.line - b.line,
    );
    for (let from = 0; from < own.length; from += CHUNK) {
      results.push(...(await takeIn(database, storeId, own.slice(from, from + CHUNK), values, now, audit)));
    }
  }
  return results.sort((a, b) => a.line - b.line);
}

async function takeIn(
  database: Database,
  storeId: string,
  chunk: readonly NumberedFact[],
  values: ShStoreValues,
  now: Instant,
  audit: Audit,
): Promise<LineResult[]> {
  return database.$transaction(async (tx) => {
    // Before what is known of the products is read, so that it still holds when the facts are written.
    await lockLedger(tx, storeId);
    const told = chunk.map(({ fact }) => fact);
    const faults = new Map([...(await productFaults(tx, storeId, told)), ...(await sealedFaults(tx, storeId, told))]);
    const taken = chunk.filter(({ fact }) => !faults.has(fact));
    const refused = chunk.flatMap(({ line, fact }): LineResult[] => {
      const errors = faults.get(fact);
      return errors === undefined ? [] : [{ line, sourceId: fact.sourceId, status: 'REFUSED', points: 0, errors }];
    });
    const events = await withBuyers(
      tx,
      taken.map(({ fact }) => fact),
      now,
    );
    const booked = await bookFacts(tx, storeId, events, values, now);
    const fresh = booked.filter(({ isNew }) => isNew);
    if (fresh.length > 0) await audit(tx, reportOf(storeId, fresh));
    const results = taken.map(({ line, fact: { sourceId } }, index): LineResult => {
      const { isNew = false, entries = [] } = booked[index] ?? {};
      return { line, sourceId, status: isNew ? 'ACCEPTED' : 'DUPLICATE', points: pointsOf(entries) };
    });
    return [...results, ...refused];
  });
}

/** Who reported what: the facts themselves do not name it. */
function reportOf(storeId: string, fresh: readonly BookedFact[]): AuditedChange {
  const after = { facts: fresh.map(({ id }) => id), points: pointsOf(fresh.flatMap(({ entries }) => entries)) };
  return { action: 'FACTS_REPORTED', object: { kind: 'store', id: storeId }, after };
}

function pointsOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { points }) => sum + points, 0);
}

/** What of a store says which facts count for it. */
type StoreLife = Pick<Store, 'openedAt' | 'offlineAt'>;

/** A fact counts from the opening of the store on (SH-STORE-06.1, 07.15). */
function faultsOf(fact: Fact, known: ReadonlyMap<string, StoreLife>, periods: Periods, now: Instant): FieldFault[] {
  const store = known.get(fact.storeId);
  if (store === undefined) return [{ field: 'storeId', message: text('没有这家店铺。', 'There is no such store.') }];
  return [
    ...timeFaults('occurredAt', fact.occurredAt, store, now),
    ...(fact.type === 'PRAISE_RATE_REACHED' ? periodFaults(fact, store, periods, now) : []),
  ];
}

type Period = Extract<Fact, { readonly type: 'PRAISE_RATE_REACHED' }>;

/** Last days of the periods that a manager has set, by their ids. */
type Periods = ReadonlyMap<string, Day>;

async function periodsNamed(database: Database, facts: readonly NumberedFact[]): Promise<Periods> {
  const ids = facts.flatMap(({ fact }) => (fact.type === 'PRAISE_RATE_REACHED' ? [fact.periodId] : []));
  if (ids.length === 0) return new Map();
  const rows = await database.activityPeriod.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map(({ id, lastDay }) => [id, lastDay]));
}

/** A share counts in a period that a manager has set, and is known once its last day is over (SH-EVAL-10.17, A-41). */
function periodFaults(
  { periodId, periodEnd, favourable, ratings }: Period,
  store: StoreLife,
  periods: Periods,
  now: Instant,
): FieldFault[] {
  const lastDay = periods.get(periodId);
  if (lastDay === undefined) {
    const message = text(
      '没有设定这个活动期间，不计分；请由负责人先行设定。',
      'No such activity period is set, so there are no points in it: a manager sets it first.',
    );
    return [{ field: 'periodId', message }];
  }
  if (periodEnd !== lastDay) {
    const message = text(`该活动期间的最后一日为 ${lastDay}。`, `The last day of this activity period is ${lastDay}.`);
    return [{ field: 'periodEnd', message }];
  }
  const faults = timeFaults('periodEnd', startOfDay(periodEnd), store, now);
  if (faults.length === 0 && startOfDay(addDays(periodEnd, 1)) > now) {
    faults.push({
      field: 'periodEnd',
      message: text('活动期间尚未结束，结束后再报送。', 'The period is not over yet: report it once it is.'),
    });
  }
  if (favourable > ratings) {
    faults.push({
      field: 'favourable',
      message: text('好评数不能多于评价总数。', 'There cannot be more favourable ratings than ratings.'),
    });
  }
  return faults;
}

function timeFaults(field: string, at: Instant, { openedAt }: StoreLife, now: Instant): FieldFault[] {
  const opened = instantOf(openedAt.getTime());
  const begins = field === 'periodEnd' ? startOfDay(dayOf(opened)) : opened;
  if (at > now) return [{ field, message: text('发生时间晚于现在。', 'It lies in the future.') }];
  if (at >= begins) return [];
  const { zh, en } = momentInWords(opened);
  return [
    {
      field,
      message: text(
        `早于店铺开业的时间（${zh} 通过开店审核），不计入该店铺。`,
        `It lies before the store was opened (approved at ${en}), and does not count for it.`,
      ),
    },
  ];
}
