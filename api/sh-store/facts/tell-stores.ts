import { storeReference } from '../../../workflows/sh-store/words.ts';
import type { ApiContext } from '../../context.ts';

/** Tells the cases of these stores that their records changed. @returns false if the engine could not be reached. */
export async function tellStores({ gateway, log }: ApiContext, storeIds: readonly string[]): Promise<boolean> {
  try {
    await gateway.factsArrived(storeIds.map(storeReference));
    return true;
  } catch (error) {
    log.warn(
      { stores: storeIds.length, error: (error as Error).name },
      'records changed but their cases were not told',
    );
    return false;
  }
}
