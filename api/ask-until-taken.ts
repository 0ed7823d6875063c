/** Requests to a case that the engine dropped because the workflow task that carried them failed. */
import { setTimeout as pause } from 'node:timers/promises';
import { grpcCode } from './http/unavailable.ts';

/** gRPC status code of a request whose workflow task failed: a message arrived while the case was closing or rolling over. */
const FAILED_PRECONDITION = 9;

/** How long before a dropped request is sent again: the failed task is tried again at once. */
const PAUSE_MS = 50;

/**
 * Sends a request to a case, and again for as long as the engine drops it. The request must be one that is done once however often it
 * arrives: its step may be recorded already (XC-05.6).
 *
 * @param deadline milliseconds of the machine's clock after which the failure is passed on
 * @throws whatever `send` throws that is no dropped request
 */
export async function askUntilTaken<T>(send: () => Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (failure) {
      if (!isDropped(failure) || Date.now() + PAUSE_MS >= deadline) throw failure;
    }
    await pause(PAUSE_MS);
  }
}

/** The engine dropped the request; whether its step was recorded is not known. */
export function isDropped(failure: unknown): boolean {
  return grpcCode(failure) === FAILED_PRECONDITION;
}
