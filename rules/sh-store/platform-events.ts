import type { PartyKey } from '../parties/party.ts';
import { text, type Text } from '../text.ts';
import type { Day, Instant } from '../time/instant.ts';

/** The level of the account at the time of the event; it decides the points (SH-EVAL-10.19). */
export type UserType = 'PERSONAL' | 'ENTERPRISE';

/** What every event of the platform carries. A redelivered event keeps its id. */
interface EventBase {
  /** The platform's own id of the event, unique within the platform. */
  readonly id: string;
  readonly storeId: string;
  /** When it happened, not when it was reported. */
  readonly occurredAt: Instant;
}

/** What a store puts above its products (SH-STORE-06.5). */
export interface Decoration {
  readonly headline: string;
  /** Empty for none. */
  readonly announcement: string;
  /** Pages of the store elsewhere. */
  readonly links: readonly { readonly title: string; readonly address: string }[];
}

/** The decoration of the store was published or changed. */
export interface DecorationEvent extends EventBase {
  readonly type: 'DECORATION_PUBLISHED';
  /** Left out where the platform does not say what it is. */
  readonly decoration?: Decoration | undefined;
}

/** The introduction of the institution was saved. */
export interface IntroductionEvent extends EventBase {
  readonly type: 'COMPANY_INTRO_SAVED';
  /** Null where it was taken away; left out where the platform does not say what it is. */
  readonly introduction?: string | null | undefined;
}

/** The website of the institution was saved. */
export interface WebsiteEvent extends EventBase {
  readonly type: 'COMPANY_SITE_SAVED';
  /** Null where it was taken away; left out where the platform does not say what it is. */
  readonly website?: string | null | undefined;
}

/** What a store says of itself was published or changed. */
export type StoreProfileEvent = DecorationEvent | IntroductionEvent | WebsiteEvent;

/** A qualification certificate was put on the store page, or removed or found expired. */
export interface CertificateEvent extends EventBase {
  readonly type: 'CERTIFICATE_ADDED' | 'CERTIFICATE_REMOVED';
  readonly certificateId: string;
}

/** A product on its way: handed in, listed after review, returned with opinions, taken off. */
export interface ProductEvent extends EventBase {
  readonly type: 'PRODUCT_SUBMITTED' | 'PRODUCT_LISTED' | 'PRODUCT_RETURNED' | 'PRODUCT_DELISTED';
  readonly productId: string;
}

/** Someone of the store logged in. */
export interface SellerLoginEvent extends EventBase {
  readonly type: 'SELLER_LOGIN';
}

/** A user followed the store. */
export interface FollowEvent extends EventBase {
  readonly type: 'FOLLOW';
  readonly userId: string;
  readonly userType: UserType;
}

/** An order was placed; it is under way until it is completed or voided (SH-STORE-11.9). */
export interface OrderPlacedEvent extends EventBase {
  readonly type: 'ORDER_PLACED';
  readonly orderId: string;
  /** Key of the buyer, who is told if the store is cleared meanwhile. */
  readonly buyer: PartyKey;
}

/** An order was completed, or found to be brushing and voided (SH-STORE-10.8). */
export interface OrderEvent extends EventBase {
  readonly type: 'ORDER_COMPLETED' | 'ORDER_VOIDED';
  readonly orderId: string;
}

/** A finding by which an order was voided is taken back. */
export interface OrderReinstatedEvent extends EventBase {
  readonly type: 'ORDER_REINSTATED';
  readonly orderId: string;
  /** True if it was voided on another ground as well, and so stays voided. */
  readonly staysVoided: boolean;
}

/** A favourable rating by a user. */
export interface PraiseEvent extends EventBase {
  readonly type: 'PRAISE';
  readonly ratingId: string;
  readonly userType: UserType;
  /** The order it belongs to, so that it falls with the order. */
  readonly orderId: string | null;
}

/** A comment by a user. */
export interface CommentEvent extends EventBase {
  readonly type: 'COMMENT';
  readonly commentId: string;
  readonly userType: UserType;
  /** The order it belongs to, so that it falls with the order. */
  readonly orderId: string | null;
}

/** The store answered a comment. */
export interface CommentReplyEvent extends EventBase {
  readonly type: 'COMMENT_REPLY';
  readonly replyId: string;
  readonly commentId: string;
}

/** An activity period set by a manager has ended, with the ratings given in it (SH-EVAL-10.17, A-41). */
export interface PraiseRateEvent extends EventBase {
  readonly type: 'PRAISE_RATE_REACHED';
  readonly periodId: string;
  /** Last Shanghai day of the period; the points are booked on it. */
  readonly periodEnd: Day;
  /** Favourable ratings given in the period. */
  readonly favourable: number;
  /** All ratings given in the period. */
  readonly ratings: number;
}

/** A fact the platform reports about a store. */
export type PlatformEvent =
  | StoreProfileEvent
  | CertificateEvent
  | ProductEvent
  | SellerLoginEvent
  | FollowEvent
  | OrderPlacedEvent
  | OrderEvent
  | OrderReinstatedEvent
  | PraiseEvent
  | CommentEvent
  | CommentReplyEvent
  | PraiseRateEvent;

export type PlatformEventType = PlatformEvent['type'];

/** What the types of events are called. */
export const platformEventTitles: Readonly<Record<PlatformEventType, Text>> = {
  DECORATION_PUBLISHED: text('店铺装修发布', 'store decoration published'),
  COMPANY_INTRO_SAVED: text('企业介绍保存', 'introduction saved'),
  COMPANY_SITE_SAVED: text('企业网站保存', 'website saved'),
  CERTIFICATE_ADDED: text('资质证书上传', 'certificate added'),
  CERTIFICATE_REMOVED: text('资质证书移除', 'certificate removed'),
  PRODUCT_SUBMITTED: text('产品提交', 'product handed in'),
  PRODUCT_LISTED: text('产品上架', 'product listed'),
  PRODUCT_RETURNED: text('产品退回', 'product returned'),
  PRODUCT_DELISTED: text('产品下架', 'product taken off'),
  SELLER_LOGIN: text('卖家登录', 'log-in of the seller'),
  FOLLOW: text('卖家关注', 'follow of the store'),
  ORDER_PLACED: text('下单', 'order placed'),
  ORDER_COMPLETED: text('订单完成', 'order completed'),
  ORDER_VOIDED: text('订单作废', 'order voided'),
  ORDER_REINSTATED: text('订单作废撤销', 'voiding of an order taken back'),
  PRAISE: text('好评', 'favourable rating'),
  COMMENT: text('评论', 'comment'),
  COMMENT_REPLY: text('回复评论', 'reply to a comment'),
  PRAISE_RATE_REACHED: text('活动期间好评率', 'favourable-rating share of a period'),
};
