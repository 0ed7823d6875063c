import { epochMs, type Instant } from '../rules/time/index.ts';
import type { Database } from './client.ts';

/** Sets the clock of a training stack that has none yet; one that was set or moved before goes on from where it stands. */
export async function setTrainingStart(database: Database, start: Instant): Promise<void> {
  const offsetMs = BigInt(epochMs(start) - Date.now());
  await database.trainingClock.createMany({ data: [{ id: 1, offsetMs }], skipDuplicates: true });
}
