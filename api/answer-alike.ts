/** Answers that tell by their time of nothing that they do not tell in words. */
import { setTimeout as pause } from 'node:timers/promises';

/** Far above what the work takes, and short for somebody who waits for a mail. */
const ALIKE_MS = 200;

/** How it learns the time, in ms, and waits. */
export interface AlikeMeans {
  readonly now: () => number;
  readonly rest: (ms: number) => Promise<unknown>;
}

const ofTheMachine: AlikeMeans = { now: () => performance.now(), rest: (ms) => pause(ms) };

/**
 * Does the work and answers at the same distance from its beginning, whether the work was much or little, and whether it was refused: 0.8 ms more for
 * an address that an account has are enough to find out which addresses have one (ASVS 6.3.8, XC-05.5).
 */
export async function answerAlike<T>(work: () => Promise<T>, { now, rest }: AlikeMeans = ofTheMachine): Promise<T> {
  const began = now();
  try {
    return await work();
  } finally {
    await rest(Math.max(0, ALIKE_MS - (now() - began)));
  }
}
