import type {
  CommentEvent,
  CommentReplyEvent,
  FollowEvent,
  OrderEvent,
  OrderReinstatedEvent,
  PlatformEvent,
  PraiseEvent,
  PraiseRateEvent,
  StoreProfileEvent,
} from './platform-events.ts';
import type { PointsRule } from './points-table.ts';

/** What of a store's ledger `pointsFor` must see: the lines that match any of these. */
export interface LedgerLookup {
  readonly eventId: string;
  /** Null where the key depends on the ledger itself. */
  readonly eventKey: string | null;
  readonly about: string;
  readonly rules: readonly PointsRule[];
  /** The order whose comments' replies are needed as well; null if none are. */
  readonly repliesOn: string | null;
  /** The key of the comment whose order is needed as well; null if none is. */
  readonly orderOf: string | null;
}

/** The part of the ledger that decides on this event. */
export function lookupFor(event: PlatformEvent): LedgerLookup {
  const lookup = { eventId: event.id, about: aboutOf(event), repliesOn: null, orderOf: null };
  switch (event.type) {
    case 'SELLER_LOGIN':
      return { ...lookup, eventKey: null, rules: ['LOGIN_DAY', 'LOGIN_STREAK_10'] };
    case 'CERTIFICATE_ADDED':
    case 'CERTIFICATE_REMOVED':
      return { ...lookup, eventKey: null, rules: ['COMPANY_CERT'] };
    case 'ORDER_PLACED':
    case 'PRODUCT_SUBMITTED':
    case 'PRODUCT_LISTED':
    case 'PRODUCT_RETURNED':
    case 'PRODUCT_DELISTED':
      return { ...lookup, eventKey: null, rules: [] };
    case 'ORDER_VOIDED':
    case 'ORDER_REINSTATED':
      return { ...lookup, eventKey: onceKeyOf(event), rules: [], repliesOn: aboutOf(event) };
    case 'COMMENT_REPLY':
      return { ...lookup, eventKey: onceKeyOf(event), rules: [], orderOf: commentKey(event.commentId) };
    default:
      return { ...lookup, eventKey: onceKeyOf(event), rules: [] };
  }
}

/** The key under which a comment is booked. */
export function commentKey(commentId: string): string {
  return `COMMENT:${commentId}`;
}

/** What the replies to a comment are for, by the key under which it is booked. */
export function repliesTo(key: string): string {
  return `comment:${key.slice(commentKey('').length)}`;
}

/** Events whose points are booked once and for all for the thing behind them. */
export type OnceEvent =
  | StoreProfileEvent
  | FollowEvent
  | OrderEvent
  | OrderReinstatedEvent
  | PraiseEvent
  | CommentEvent
  | CommentReplyEvent
  | PraiseRateEvent;

/** The key under which the thing behind an event is booked once, e.g. one purchase an order. */
export function onceKeyOf(event: OnceEvent): string {
  switch (event.type) {
    case 'DECORATION_PUBLISHED':
      return 'DECORATION';
    case 'COMPANY_INTRO_SAVED':
      return 'COMPANY_INTRO';
    case 'COMPANY_SITE_SAVED':
      return 'COMPANY_SITE';
    case 'FOLLOW':
      return `FOLLOW:${event.userId}`;
    case 'ORDER_COMPLETED':
    case 'ORDER_VOIDED':
    case 'ORDER_REINSTATED':
      return `PURCHASE:${event.orderId}`;
    case 'PRAISE':
      return `PRAISE:${event.ratingId}`;
    case 'COMMENT':
      return commentKey(event.commentId);
    case 'COMMENT_REPLY':
      return `REPLY:${event.replyId}`;
    case 'PRAISE_RATE_REACHED':
      return `PRAISE_RATE_70:${event.periodId}`;
  }
}

/** What the points of an event are for; a rating or comment on an order stands and falls with the order. */
export function aboutOf(event: PlatformEvent): string {
  switch (event.type) {
    case 'CERTIFICATE_ADDED':
    case 'CERTIFICATE_REMOVED':
      return `certificate:${event.certificateId}`;
    case 'PRODUCT_SUBMITTED':
    case 'PRODUCT_LISTED':
    case 'PRODUCT_RETURNED':
    case 'PRODUCT_DELISTED':
      return `product:${event.productId}`;
    case 'FOLLOW':
      return `user:${event.userId}`;
    case 'ORDER_COMPLETED':
    case 'ORDER_VOIDED':
    case 'ORDER_REINSTATED':
      return `order:${event.orderId}`;
    case 'PRAISE':
      return event.orderId === null ? `rating:${event.ratingId}` : `order:${event.orderId}`;
    case 'COMMENT':
      return event.orderId === null ? `comment:${event.commentId}` : `order:${event.orderId}`;
    case 'COMMENT_REPLY':
      return `comment:${event.commentId}`;
    case 'PRAISE_RATE_REACHED':
      return `period:${event.periodId}`;
    case 'SELLER_LOGIN':
      return 'login';
    default:
      return 'store';
  }
}
