/** What the public sees of a store: no people, nothing that is under review, and nothing at all once it is offline (SH-STORE-08.4, 11.3). */
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Store } from '../../../prisma/generated/client.ts';
import { pointsAt } from '../../../prisma/sh-store/points-sums.ts';
import { listedProducts } from '../../../prisma/sh-store/store-figures.ts';
import { refuse } from '../../../rules/refusal.ts';
import { disclaimer } from '../../../rules/sh-store/disclaimer.ts';
import { claimSubjects, type ClaimSubject } from '../../../rules/sh-store/product-opinions.ts';
import { ratingOf } from '../../../rules/sh-store/rating.ts';
import { dayOf, instantOf, type Instant } from '../../../rules/time/index.ts';
import type { ProductForm } from '../../../workflows/sh-store/product-review/input.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { daySchema, textSchema } from '../../http/schemas.ts';
import { behind, pageFrom, pageOf, type Page } from '../../http/paging.ts';
import { currentRules } from '../filing/rules.ts';
import { storeProfile, storeProfileSchema } from './store-profile.ts';

export const shownProductSchema = z.object({
  productId: z.string(),
  name: z.string(),
  category: z.string(),
  description: z.string(),
  claims: z.array(z.object({ subject: textSchema, statement: z.string() })),
  since: daySchema.meta({ description: 'Shanghai day on which it was first handed in' }),
});

/** What is public of every open store, on its page and in the directory. */
export const storeHeadSchema = {
  id: z.string(),
  name: z.string(),
  licence: z
    .object({
      creditCode: z.string(),
      establishedOn: daySchema.meta({ description: 'Day of establishment' }),
    })
    .meta({ description: 'What the licence of the institution says' }),
  since: daySchema.meta({ description: 'Shanghai day on which the store passed review' }),
  onTrial: z.boolean(),
  rating: z.object({ level: z.string(), title: textSchema, points: z.int() }),
};

export const storePageSchema = z
  .object({
    ...storeHeadSchema,
    ...storeProfileSchema.shape,
    listed: z.int().meta({ description: 'Products in the shop' }),
    elsewhere: z
      .int()
      .meta({ description: 'Those of them that the platform reviews itself, which are not described here' }),
    products: pageOf(shownProductSchema),
    disclaimer: textSchema,
  })
  .meta({ id: 'StorePage' });

export type StorePage = z.infer<typeof storePageSchema>;
type ShownProduct = z.infer<typeof shownProductSchema>;

/** Which stores the public may see. */
export const openToThePublic = { offlineAt: null, status: { not: 'CLEARED' } } as const;

/** What the public reads of the licence of a store's institution. */
export function licenceOf({ creditCode, establishedOn }: Pick<Store, 'creditCode' | 'establishedOn'>) {
  return { creditCode, establishedOn };
}

/** A store that the public may see; null for one that is offline. @throws Refusal NOT_FOUND for one that does not exist */
export async function publicStore(database: Database, id: string): Promise<Store | null> {
  const store = await database.store.findUnique({ where: { id } });
  if (store === null) return refuse('NOT_FOUND', '没有这家店铺。', 'There is no such store.');
  return store.offlineAt === null && store.status !== 'CLEARED' ? store : null;
}

/** The page of a store, with a page of its products, the latest first. */
export async function storePage(
  database: Database,
  store: Store,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  now: Instant,
): Promise<StorePage> {
  const { id, name, openedAt, status } = store;
  const [points, { values }, profile, listed, described, products] = await Promise.all([
    pointsAt(database, id, dayOf(now)),
    currentRules(database),
    storeProfile(database, store),
    listedProducts(database, id),
    database.case.count({ where: reviewedProducts(id) }),
    shownProducts(database, id, { cursor, limit }),
  ]);
  const { level, title } = ratingOf(points, values);
  return {
    ...{
      id,
      name,
      licence: licenceOf(store),
      since: dayOf(instantOf(openedAt.getTime())),
      onTrial: status === 'TRIAL',
    },
    ...{ rating: { level, title, points }, ...profile },
    ...{ listed, elsewhere: Math.max(0, listed - described), products, disclaimer },
  };
}

/** The reviews of the products in the shop. */
function reviewedProducts(storeId: string) {
  return {
    about: storeReference(storeId),
    kind: 'productReview',
    stage: { in: ['LISTED', 'LISTED_EDIT_IN_REVIEW'] },
  };
}

/** Products in the shop, each in the version that was approved. */
async function shownProducts(
  database: Database,
  storeId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<ShownProduct>> {
  const rows = await database.case.findMany({
    where: { ...reviewedProducts(storeId), ...behind(cursor, 'openedAt') },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { id: true, openedAt: true, state: true },
  });
  const versions = rows.map(({ id, state }) => {
    const { facts } = state as unknown as { facts: { listedVersion: number; productId: string } };
    return { caseId: id, version: facts.listedVersion, productId: facts.productId };
  });
  const forms = await database.form.findMany({
    where: { OR: versions.map(({ caseId, version }) => ({ caseId, version })) },
    select: { caseId: true, data: true },
  });
  const shown = rows.flatMap(({ id, openedAt }, index) => {
    const form = forms.find(({ caseId }) => caseId === id);
    const { productId } = versions[index] ?? {};
    if (form === undefined || productId === undefined) return [];
    const { product } = form.data as unknown as { product: ProductForm };
    return [{ id, openedAt, productId, product }];
  });
  return pageFrom(
    shown,
    limit,
    ({ openedAt, id }) => [instantOf(openedAt.getTime()), id],
    ({ openedAt, productId, product: { name, category, description, claims } }) => ({
      ...{ productId, name, category, description },
      claims: claims.map(({ subject, statement }) => ({
        subject: claimSubjects[subject satisfies ClaimSubject],
        statement,
      })),
      since: dayOf(instantOf(openedAt.getTime())),
    }),
  );
}
