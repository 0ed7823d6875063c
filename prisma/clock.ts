import { epochMs, instantOf, type Instant } from '../rules/time/index.ts';
import type { Database } from './client.ts';

/** The clock of the stack: the machine's, or in training mode the machine's moved by the stored offset. */
export interface StackClock {
  now(): Promise<Instant>;
  /** Distance from the machine's clock in ms; null outside training mode. */
  offsetMs(): Promise<number | null>;
}

export const machineClock: StackClock = {
  now: () => Promise.resolve(instantOf(Date.now())),
  offsetMs: () => Promise.resolve(null),
};

/** The clock of a training stack. All its processes share the offset through the database. */
export function trainingStackClock(database: Database): StackClock {
  async function offsetMs(): Promise<number> {
    const row = await database.trainingClock.findUnique({ where: { id: 1 } });
    return Number(row?.offsetMs ?? 0);
  }
  return { offsetMs, now: async () => instantOf(Date.now() + (await offsetMs())) };
}

/** Sets the clock of a training stack, which is made with its accounts (prisma/seed.ts). The cases are not told: who wants them to do what is due at once tells them. */
export async function setTrainingClock(database: Database, to: Instant): Promise<void> {
  const offsetMs = BigInt(epochMs(to) - Date.now());
  await database.trainingClock.update({ where: { id: 1 }, data: { offsetMs } });
}

export function stackClock(database: Database, mode: 'production' | 'training'): StackClock {
  return mode === 'training' ? trainingStackClock(database) : machineClock;
}
