/** The store that somebody means who names it in a form. */
import type { Transaction } from '../../../prisma/client.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { dayOf, instantOf } from '../../../rules/time/index.ts';
import type { FoundThing } from '../../../workflows/engine/intake.ts';
import { nameOfStore, storeReference } from '../../../workflows/sh-store/words.ts';

/**
 * The store of a `namedStoreReference`, with its status. An institution whose store was cleared may have another one: the open one is meant
 * then. Where several are left, `namesakes` holds their ids.
 */
export async function findNamedStore(tx: Transaction, reference: string): Promise<FoundThing | null> {
  const named = nameOfStore(reference);
  if (named === null) return null;
  const stores = await tx.store.findMany({
    where: { OR: [{ id: named }, { creditCode: creditCodeOf(named) }, { name: named }] },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 20,
  });
  const exact = stores.filter(({ id }) => id === named);
  const open = stores.filter(({ status }) => status !== 'CLEARED');
  const meant = exact.length > 0 ? exact : open.length > 0 ? open : stores;
  const [store] = meant;
  if (store === undefined) return null;
  const { id: storeId, creditCode: party, name, bodyId, region, status } = store;
  const openedOn = dayOf(instantOf(store.openedAt.getTime()));
  const namesakes = meant.length > 1 ? meant.map(({ id }) => id) : [];
  return {
    reference: storeReference(storeId),
    party,
    name,
    bodyId,
    region,
    data: { storeId, status, openedOn, namesakes },
  };
}
