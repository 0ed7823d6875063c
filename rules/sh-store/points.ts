import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day, Instant } from '../time/instant.ts';
import { addDays, dayOf } from '../time/instant.ts';
import { certificateAdded, certificateRemoved } from './certificate-points.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreValues } from './config.ts';
import type { OnceEvent } from './event-keys.ts';
import { aboutOf, commentKey, onceKeyOf, repliesTo } from './event-keys.ts';
import type { LedgerEntry } from './ledger.ts';
import { liveEntries } from './ledger.ts';
import type {
  CommentEvent,
  CommentReplyEvent,
  OrderEvent,
  OrderReinstatedEvent,
  PlatformEvent,
  ProductEvent,
  SellerLoginEvent,
} from './platform-events.ts';
import type { PointsRule } from './points-table.ts';
import { rowOf } from './points-table.ts';
import { reachesShare } from './recompute.ts';

export type * from './platform-events.ts';
export type { LedgerEntry } from './ledger.ts';
export type { PointsRule } from './points-table.ts';
export { pointsRows } from './points-table.ts';
export type { LedgerLookup } from './event-keys.ts';
export { lookupFor, repliesTo } from './event-keys.ts';

/**
 * The ledger lines one platform event brings: none, one, or two when a login completes a streak.
 *
 * `booked` is the history: those lines of the store's ledger that {@link lookupFor} asks for (more does no harm).
 * An event that is already in it gives nothing, so a redelivered event changes nothing (SH-EVAL-10.18). Events of one
 * store are to be applied one after the other, in the order in which they happened.
 */
export function pointsFor(
  event: PlatformEvent,
  booked: readonly LedgerEntry[],
  values: ShStoreValues = shStoreValues(),
): LedgerEntry[] {
  if (booked.some(({ eventId }) => eventId === event.id)) return [];
  return entriesOf(event, booked, values).filter(({ eventKey }) => !booked.some((line) => line.eventKey === eventKey));
}

/** What takes points back: the day it counts on, the event or case behind it, and the reason. */
export interface ReversalCause {
  readonly eventId: string;
  readonly at: Instant;
  readonly reason: Text;
}

/**
 * Lines that take back those of `entries` that still stand, each with its reason; the original lines remain
 * (SH-EVAL-10.18, SH-STORE-08.8). Certificates are taken back with CERTIFICATE_REMOVED instead, which knows the cap.
 */
export function reversePoints(entries: readonly LedgerEntry[], { eventId, at, reason }: ReversalCause): LedgerEntry[] {
  return liveEntries(entries).map((line) => ({
    ...line,
    points: 0 - line.points,
    eventKey: `${line.eventKey}:REVERSED`,
    eventId,
    at,
    onDay: dayOf(at),
    reverses: line.eventKey,
    reason,
  }));
}

function entriesOf(event: PlatformEvent, booked: readonly LedgerEntry[], values: ShStoreValues): LedgerEntry[] {
  switch (event.type) {
    case 'DECORATION_PUBLISHED':
      return [once('DECORATION', event, values)];
    case 'COMPANY_INTRO_SAVED':
      return [once('COMPANY_INTRO', event, values)];
    case 'COMPANY_SITE_SAVED':
      return [once('COMPANY_SITE', event, values)];
    case 'CERTIFICATE_ADDED':
      return certificateAdded(event, booked, values);
    case 'CERTIFICATE_REMOVED':
      return certificateRemoved(event, booked, values);
    case 'PRODUCT_LISTED':
      return productListed(event, booked, values);
    case 'PRODUCT_DELISTED':
      return productDelisted(event, booked);
    case 'SELLER_LOGIN':
      return sellerLogin(event, booked, values);
    case 'FOLLOW':
      return [once(`FOLLOW_${event.userType}`, event, values)];
    case 'ORDER_COMPLETED':
      return [once('PURCHASE', event, values)];
    case 'ORDER_VOIDED':
      return orderVoided(event, booked, values);
    case 'ORDER_REINSTATED':
      return event.staysVoided ? [] : orderReinstated(event, booked);
    case 'PRAISE':
      return isVoided(aboutOf(event), booked) ? [] : [once(`PRAISE_${event.userType}`, event, values)];
    case 'COMMENT':
      return comment(event, booked, values);
    case 'COMMENT_REPLY':
      return repliesOnVoided(event, booked) ? [] : [once('REPLY', event, values)];
    case 'PRAISE_RATE_REACHED':
      return reachesShare(event, values) ? [{ ...once('PRAISE_RATE_70', event, values), onDay: event.periodEnd }] : [];
    case 'ORDER_PLACED':
    case 'PRODUCT_SUBMITTED':
    case 'PRODUCT_RETURNED':
      return [];
  }
}

const brushing = text('经认定为刷单，积分冲回', 'found to be order brushing; points taken back');
const delisted = text('产品下架，积分冲回', 'product delisted; points taken back');

/** A listing older than the last delisting is a late copy and gives nothing. */
function productListed(event: ProductEvent, booked: readonly LedgerEntry[], values: ShStoreValues): LedgerEntry[] {
  const own = booked.filter(({ about }) => about === aboutOf(event));
  const stale = own.some(({ reverses, at }) => reverses !== null && at >= event.occurredAt);
  if (stale || liveEntries(own).length > 0) return [];
  const time = own.filter(({ reverses }) => reverses === null).length + 1;
  return [entry('PRODUCT', `PRODUCT:${event.productId}:${time}`, event, values)];
}

/** Removal takes the product's points back; a delisting older than the listing that stands is a late copy. */
function productDelisted(event: ProductEvent, booked: readonly LedgerEntry[]): LedgerEntry[] {
  const own = booked.filter(({ about }) => about === aboutOf(event));
  return reversePoints(own, { eventId: event.id, at: event.occurredAt, reason: delisted }).filter((reversal) =>
    own.some(({ eventKey, at }) => eventKey === reversal.reverses && at <= event.occurredAt),
  );
}

/**
 * One point a Shanghai day, and a bonus for every full block of 10 in an unbroken run (SH-EVAL-10.7, .8, A-42). The run
 * is measured on both sides of the day, so that a login reported late still joins what it belongs to.
 */
function sellerLogin(event: SellerLoginEvent, booked: readonly LedgerEntry[], values: ShStoreValues): LedgerEntry[] {
  const today = dayOf(event.occurredAt);
  const live = liveEntries(booked);
  const days = new Set(live.filter(({ rule }) => rule === 'LOGIN_DAY').map(({ onDay }) => onDay));
  if (days.has(today)) return [];
  const login = entry('LOGIN_DAY', `LOGIN_DAY:${today}`, event, values);
  const before = runFrom(today, -1, days);
  const after = runFrom(today, 1, days);
  const first = addDays(today, -before);
  const last = addDays(today, after);
  const given = live.filter(({ rule, onDay }) => rule === 'LOGIN_STREAK_10' && onDay >= first && onDay <= last).length;
  const block = values['points.streak'];
  if (block < 1 || Math.floor((before + 1 + after) / block) <= given) return [login];
  return [login, entry('LOGIN_STREAK_10', `LOGIN_STREAK_10:${today}`, event, values)];
}

function runFrom(day: Day, step: 1 | -1, days: ReadonlySet<Day>): number {
  let length = 0;
  while (days.has(addDays(day, step * (length + 1)))) length += 1;
  return length;
}

/** A comment on a voided order gives a line of 0 points, so that a reply to it is known to give none either. */
function comment(event: CommentEvent, booked: readonly LedgerEntry[], values: ShStoreValues): LedgerEntry[] {
  const line = once(`COMMENT_${event.userType}`, event, values);
  return [isVoided(aboutOf(event), booked) ? { ...line, points: 0, reason: brushing } : line];
}

/** Whether it answers a comment on an order that was voided. */
function repliesOnVoided({ commentId }: CommentReplyEvent, booked: readonly LedgerEntry[]): boolean {
  const answered = booked.find(({ eventKey }) => eventKey === commentKey(commentId));
  return answered !== undefined && isVoided(answered.about, booked);
}

/** The lines of an order: what it brought itself, and what the store was given for replies to comments on it. */
function linesOf(order: string, booked: readonly LedgerEntry[]): LedgerEntry[] {
  const own = booked.filter(({ about }) => about === order);
  const answers = new Set(own.filter(isComment).map(({ eventKey }) => repliesTo(eventKey)));
  return [...own, ...booked.filter(({ rule, about }) => rule === 'REPLY' && answers.has(about))];
}

function isComment({ rule }: LedgerEntry): boolean {
  return rule === 'COMMENT_PERSONAL' || rule === 'COMMENT_ENTERPRISE';
}

/**
 * Takes back what the order brought, replies to comments on it included. If it has brought no purchase points yet, a line of 0 points takes their place, so
 * that the order cannot bring them later.
 */
function orderVoided(event: OrderEvent, booked: readonly LedgerEntry[], values: ShStoreValues): LedgerEntry[] {
  const own = linesOf(aboutOf(event), booked);
  const live = liveEntries(own).filter(({ reason }) => reason === null);
  const reversals = reversePoints(live, { eventId: event.id, at: event.occurredAt, reason: brushing });
  const mark = { ...once('PURCHASE', event, values), points: 0, reason: brushing };
  return own.some(({ rule }) => rule === 'PURCHASE') ? reversals : [...reversals, mark];
}

/**
 * The voiding was found to be wrong: what it took back is brought again, by lines of the day on which that was found. An order that had
 * brought nothing yet brings nothing now.
 */
function orderReinstated(event: OrderReinstatedEvent, booked: readonly LedgerEntry[]): LedgerEntry[] {
  const own = linesOf(aboutOf(event), booked);
  const takenBack = new Set(
    own.flatMap(({ reverses, reason }) => (reason?.zh === brushing.zh ? (reverses ?? []) : [])),
  );
  return own
    .filter(({ eventKey }) => takenBack.has(eventKey))
    .map((line) => ({
      ...line,
      eventKey: `${line.eventKey}:REINSTATED`,
      eventId: event.id,
      at: event.occurredAt,
      onDay: dayOf(event.occurredAt),
    }));
}

function isVoided(order: string, booked: readonly LedgerEntry[]): boolean {
  const purchases = booked.filter(({ about, rule }) => about === order && rule === 'PURCHASE');
  return (
    purchases.some(({ reason }) => reason !== null) && liveEntries(purchases).every(({ reason }) => reason !== null)
  );
}

function once(rule: PointsRule, event: OnceEvent, values: ShStoreValues): LedgerEntry {
  return entry(rule, onceKeyOf(event), event, values);
}

function entry(rule: PointsRule, eventKey: string, event: PlatformEvent, values: ShStoreValues): LedgerEntry {
  return {
    rule,
    points: values[rowOf(rule).key],
    eventKey,
    eventId: event.id,
    about: aboutOf(event),
    at: event.occurredAt,
    onDay: dayOf(event.occurredAt),
    reverses: null,
    reason: null,
  };
}
