import { setTimeout as pause } from 'node:timers/promises';
import type { ApiContext } from '../context.ts';
import { describeError } from '../middleware/request-log.ts';
import { carryOutSome } from './carry-out.ts';

/** How often a process looks whether a bulk decision has become due, in ms. */
const LOOK_EVERY_MS = 500;

/** Carries out bulk decisions as they become due until it is stopped. @returns how to stop; resolves when nothing is in hand */
export function startBulkRunner(context: ApiContext): () => Promise<void> {
  const stopping = new AbortController();
  const running = run(context, stopping.signal);
  return async () => {
    stopping.abort();
    await running;
  };
}

async function run(context: ApiContext, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    if ((await some(context)) > 0) continue;
    await pause(LOOK_EVERY_MS, undefined, { signal: stopping, ref: false }).catch(() => undefined);
  }
}

/** A database that is away is asked again. */
async function some(context: ApiContext): Promise<number> {
  try {
    return await carryOutSome(context);
  } catch (failure) {
    context.log.warn({ error: describeError(failure) }, 'bulk decisions cannot be carried out just now');
    return 0;
  }
}
