/** What the platform reports, type by type (rules/sh-store/platform-events.ts). */
import { z } from 'zod';
import type { PlatformEvent } from '../../../rules/sh-store/points.ts';
import { daySchema, idSchema, instantInput } from '../../http/schemas.ts';

const own = z.string().trim().min(1).max(100);

const base = {
  source: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('cloud')
    .meta({ description: 'The reporting system' }),
  sourceId: own.meta({ description: 'Its own id of the event; a second one with the same id changes nothing' }),
  storeId: idSchema,
  occurredAt: instantInput,
};
const userType = z.enum(['PERSONAL', 'ENTERPRISE']);
const count = z.int().min(0).max(10_000_000);

/** One reported fact. Unknown types and fields are refused. */
export const factSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...base,
      type: z.enum(['DECORATION_PUBLISHED', 'COMPANY_INTRO_SAVED', 'COMPANY_SITE_SAVED', 'SELLER_LOGIN']),
    }),
    z.strictObject({ ...base, type: z.enum(['CERTIFICATE_ADDED', 'CERTIFICATE_REMOVED']), certificateId: own }),
    z.strictObject({
      ...base,
      type: z.enum(['PRODUCT_SUBMITTED', 'PRODUCT_LISTED', 'PRODUCT_RETURNED', 'PRODUCT_DELISTED']),
      productId: own,
    }),
    z.strictObject({ ...base, type: z.literal('FOLLOW'), userId: own, userType }),
    z.strictObject({ ...base, type: z.enum(['ORDER_COMPLETED', 'ORDER_VOIDED']), orderId: own }),
    z.strictObject({
      ...base,
      type: z.literal('PRAISE'),
      ratingId: own,
      userType,
      orderId: own.nullable().default(null),
    }),
    z.strictObject({
      ...base,
      type: z.literal('COMMENT'),
      commentId: own,
      userType,
      orderId: own.nullable().default(null),
    }),
    z.strictObject({ ...base, type: z.literal('COMMENT_REPLY'), replyId: own, commentId: own }),
    z.strictObject({
      ...base,
      type: z.literal('PRAISE_RATE_REACHED'),
      periodId: own,
      periodEnd: daySchema,
      favourable: count,
      ratings: count,
    }),
  ])
  .meta({ id: 'PlatformEvent' });

export type Fact = z.output<typeof factSchema>;

/** A fact as the rules of points see it; `id` is its row's. */
export function eventOf(id: string, fact: Fact): PlatformEvent {
  return {
    ...detailOf(fact),
    type: fact.type,
    storeId: fact.storeId,
    occurredAt: fact.occurredAt,
    id,
  } as PlatformEvent;
}

/** What a fact says beside what every fact says. */
export function detailOf(fact: Fact): Record<string, unknown> {
  const common = ['source', 'sourceId', 'storeId', 'type', 'occurredAt'];
  return Object.fromEntries(Object.entries(fact).filter(([field]) => !common.includes(field)));
}
