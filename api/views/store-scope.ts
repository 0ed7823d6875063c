import type { Store } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Reach } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import type { Reader } from '../reader.ts';
import { isWithin } from './case-scope.ts';

/**
 * A store the reader may see. Whoever watches the application of a store, because they recommended it, sees the store.
 * @throws Refusal NOT_FOUND, OUT_OF_SCOPE
 */
export async function findStore({ database }: ApiContext, id: string, reader: Reader, reach: Reach): Promise<Store> {
  const store = await database.store.findUnique({ where: { id } });
  if (store === null) return refuse('NOT_FOUND', '没有这家店铺。', 'There is no such store.');
  const application =
    reach === 'watched'
      ? await database.case.findUnique({ where: { id: store.applicationCaseId }, select: { watchers: true } })
      : null;
  const row = {
    subject: store.creditCode,
    bodyId: store.bodyId,
    region: store.region,
    watchers: application?.watchers ?? [],
  };
  if (isWithin(reach, reader, row)) return store;
  if (reach === 'own') return refuse('NOT_FOUND', '没有这家店铺。', 'There is no such store.');
  return refuse(
    'OUT_OF_SCOPE',
    '店铺不在您的机构或区域范围内。',
    'The store is outside your body, region or recommendations.',
  );
}
