/** The four areas in which a store accepts tracking and supervision, 四.1 (SH-STORE-08.5). */
import { text, type Text } from '../text.ts';
import type { PlatformEventType } from './platform-events.ts';

export const areas = {
  DECORATION: text('店铺装修', 'decoration'),
  PRODUCTS: text('产品发布', 'products'),
  ORDERS: text('订单处理', 'orders'),
  EVALUATIONS: text('评价处理', 'evaluations'),
} as const satisfies Readonly<Record<string, Text>>;

export type Area = keyof typeof areas;

/** Facts of the platform by the area that they belong to; the others belong to none. */
export const areaEvents: Readonly<Record<Area, readonly PlatformEventType[]>> = {
  DECORATION: ['DECORATION_PUBLISHED', 'COMPANY_INTRO_SAVED', 'COMPANY_SITE_SAVED'],
  PRODUCTS: ['PRODUCT_SUBMITTED', 'PRODUCT_LISTED', 'PRODUCT_RETURNED', 'PRODUCT_DELISTED'],
  ORDERS: ['ORDER_PLACED', 'ORDER_COMPLETED', 'ORDER_VOIDED', 'ORDER_REINSTATED'],
  EVALUATIONS: ['PRAISE', 'COMMENT', 'COMMENT_REPLY', 'PRAISE_RATE_REACHED'],
};
