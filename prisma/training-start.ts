import { epochMs, type Instant } from '../rules/time/index.ts';
import type { Database } from './client.ts';

/**
 * Sets the clock of a training stack that goes with the machine's still; one that was set or moved before goes on from where it stands. The clock
 * is made with the accounts of training (prisma/seed.ts), and no role of the product can make one: periods of retention go by it.
 */
export async function setTrainingStart(database: Database, start: Instant): Promise<void> {
  const offsetMs = BigInt(epochMs(start) - Date.now());
  await database.trainingClock.updateMany({ where: { id: 1, offsetMs: 0 }, data: { offsetMs } });
}
