/** Asking a service whether it answers. */
import { setTimeout as pause } from 'node:timers/promises';

/** What does not answer within this time is not ready: who asks waits two seconds at most. */
const READY_WITHIN_MS = 1_000;

/** The answer; null if the service fails or does not answer in time. */
export async function inTime<T>(question: PromiseLike<T>): Promise<T | null> {
  try {
    return await Promise.race([question, pause(READY_WITHIN_MS, null, { ref: false })]);
  } catch {
    return null;
  }
}
