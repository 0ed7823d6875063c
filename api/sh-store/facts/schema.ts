/** What the platform reports, type by type (rules/sh-store/platform-events.ts). */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { platformEventTitles, type PlatformEventType } from '../../../rules/sh-store/platform-events.ts';
import { choice, some } from '../../../workflows/engine/choice.ts';
import { daySchema, idSchema, instantInput, line } from '../../http/schemas.ts';
import { email, maybeParagraphs, nameLine, paragraphs, webAddress } from '../../../workflows/engine/typed.ts';
import { LEVELS } from '../../http/words.ts';
import { locales } from '../../../rules/locales.ts';

const own = line(100);

const base = {
  source: z
    .string()
    .regex(
      /^[a-z0-9-]{1,40}$/,
      bilingual('应为小写字母、数字和 - 组成的编号。', 'must be of small letters, digits and dashes'),
    )
    .default('cloud')
    .meta({ description: 'The reporting system' }),
  sourceId: own.meta({ description: 'Its own id of the event; a second one with the same id changes nothing' }),
  storeId: idSchema,
  occurredAt: instantInput,
};
const userType = choice(LEVELS);

/** Types of events that carry the same. */
function types<T extends PlatformEventType>(...named: readonly T[]) {
  return choice(some(platformEventTitles, ...named));
}

const titles = Object.values(platformEventTitles);
const NO_TYPE = bilingual(
  `请从下列事件类型中选择：${titles.map(({ zh }) => zh).join('、')}。`,
  `choose one of these types of event: ${titles.map(({ en }) => en).join(', ')}`,
);
const count = z.int().min(0).max(10_000_000);

const decoration = z
  .strictObject({
    headline: line(60).describe('Stands above everything else on the page of the store'),
    announcement: maybeParagraphs(1_000).default(''),
    links: z
      .array(z.strictObject({ title: line(40), address: webAddress }))
      .max(10)
      .default([])
      .describe('Pages of the store elsewhere'),
  })
  .meta({ description: 'As the page of the store shows it; left out, the page keeps what was reported before' });

/** One reported fact. Unknown types and fields are refused. */
export const factSchema = z
  .discriminatedUnion(
    'type',
    [
      z.strictObject({ ...base, type: types('SELLER_LOGIN') }),
      z.strictObject({ ...base, type: types('DECORATION_PUBLISHED'), decoration: decoration.optional() }),
      z.strictObject({
        ...base,
        type: types('COMPANY_INTRO_SAVED'),
        introduction: paragraphs(4_000)
          .nullable()
          .optional()
          .describe('As the page of the store shows it; null takes it off, left out the page keeps what it has'),
      }),
      z.strictObject({
        ...base,
        type: types('COMPANY_SITE_SAVED'),
        website: webAddress
          .nullable()
          .optional()
          .describe('As the page of the store shows it; null takes it off, left out the page keeps what it has'),
      }),
      z.strictObject({ ...base, type: types('CERTIFICATE_ADDED', 'CERTIFICATE_REMOVED'), certificateId: own }),
      z.strictObject({
        ...base,
        type: types('PRODUCT_SUBMITTED', 'PRODUCT_LISTED', 'PRODUCT_RETURNED', 'PRODUCT_DELISTED'),
        productId: own,
      }),
      z.strictObject({ ...base, type: types('FOLLOW'), userId: own, userType }),
      z.strictObject({
        ...base,
        type: types('ORDER_PLACED'),
        orderId: own,
        buyer: z
          .strictObject({ name: nameLine(100), email, locale: choice(locales).default('zh-CN') })
          .meta({ description: 'Told by e-mail if the store is cleared before the order is completed' }),
      }),
      z.strictObject({ ...base, type: types('ORDER_COMPLETED', 'ORDER_VOIDED'), orderId: own }),
      z.strictObject({
        ...base,
        type: types('PRAISE'),
        ratingId: own,
        userType,
        orderId: own.nullable().default(null),
      }),
      z.strictObject({
        ...base,
        type: types('COMMENT'),
        commentId: own,
        userType,
        orderId: own.nullable().default(null),
      }),
      z.strictObject({ ...base, type: types('COMMENT_REPLY'), replyId: own, commentId: own }),
      z.strictObject({
        ...base,
        type: types('PRAISE_RATE_REACHED'),
        periodId: own,
        periodEnd: daySchema,
        favourable: count,
        ratings: count,
      }),
    ],
    { error: NO_TYPE },
  )
  .meta({ id: 'PlatformEvent' });

export type Fact = z.output<typeof factSchema>;
