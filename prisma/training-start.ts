import { epochMs, type Instant } from '../rules/time/index.ts';
import type { Database } from './client.ts';

/**
 * Makes the clock of a training stack that has none yet, at the machine's time unless another is given; one that was set or moved before goes
 * on from where it stands. No role of the product can make one: periods of retention go by it.
 */
export async function setTrainingStart(database: Database, start?: Instant): Promise<void> {
  const offsetMs = BigInt(start === undefined ? 0 : epochMs(start) - Date.now());
  await database.trainingClock.createMany({ data: [{ id: 1, offsetMs }], skipDuplicates: true });
}
