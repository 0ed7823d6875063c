/** Which stores a reader may see: as a condition of a query, and of one row. */
import type { Database } from '../../../prisma/client.ts';
import type { Prisma, Store } from '../../../prisma/generated/client.ts';
import { refuse } from '../../../rules/refusal.ts';
import { partiesOf } from '../../../rules/roles.ts';
import { isStaff, seesAll, type Access, type Entry } from '../../abilities.ts';
import type { ApiContext } from '../../context.ts';
import { placeWithin } from '../../views/case-scope.ts';

/**
 * Stores within the access of a reader (XC-05.5): those of an institution, those of a body within its region; and whoever follows the
 * application of a store, because their department recommended it, sees the store.
 */
export async function storesWithin(database: Database, access: Access): Promise<Prisma.StoreWhereInput> {
  if (seesAll(access)) return {};
  return { OR: await Promise.all(access.map((entry) => conditionOf(database, entry))) };
}

async function conditionOf(database: Database, { reach, office }: Entry): Promise<Prisma.StoreWhereInput> {
  if (reach === 'scope') return placeWithin(office);
  const parties = partiesOf(office);
  const followed = await database.case.findMany({
    where: { kind: 'storeApplication', parties: { some: { party: { in: parties } } } },
    select: { id: true },
  });
  return { OR: [{ creditCode: { in: parties } }, { applicationCaseId: { in: followed.map(({ id }) => id) } }] };
}

/**
 * A store the reader may see.
 * @throws Refusal NOT_FOUND, OUT_OF_SCOPE
 */
export async function findStore({ database }: ApiContext, id: string, access: Access): Promise<Store> {
  const store = await database.store.findFirst({ where: { AND: [{ id }, await storesWithin(database, access)] } });
  if (store !== null) return store;
  const exists = isStaff(access) && (await database.store.count({ where: { id } })) > 0;
  if (!exists) refuse('NOT_FOUND', '没有这家店铺。', 'There is no such store.');
  return refuse(
    'OUT_OF_SCOPE',
    '店铺不在您的机构或区域范围内。',
    'The store is outside your body, region or recommendations.',
  );
}
