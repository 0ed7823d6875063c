/** From a moment until its last effect stands in the records for others to read, and what that cost. */
import { setTimeout as pause } from 'node:timers/promises';
import { setTrainingClock } from '../prisma/clock.ts';
import { epochMs, instantOf, type Instant } from '../rules/time/index.ts';
import { processorMs } from './processor.ts';
import type { Stage } from './stage.ts';

const LOOK_EVERY_MS = 250;
/** Nothing new for so long is an effect that is lost. */
const PATIENCE_MS = 300_000;

/** What was measured from a moment on. */
export interface Phase {
  /** Seconds from its instant, or from the request, until the first and the last effect stood in the records for others to read. */
  readonly first: number;
  readonly last: number;
  /** Processor time of workers, server and PostgreSQL meanwhile, in ms. */
  readonly processorMs: number;
}

/** How many of the effects stand in the records. Asked several times a second: it must be cheap. */
export type Count = () => Promise<number>;

/** What an instant brings about, the clock of the stack being set a little before it. */
export async function atInstant(
  stage: Stage,
  instant: Instant,
  beforeMs: number,
  of: number,
  count: Count,
): Promise<Phase> {
  await setTrainingClock(stage.database, instantOf(epochMs(instant) - beforeMs));
  return phase(stage, Date.now() + beforeMs, of, count, () => Promise.resolve());
}

/**
 * @param from the moment of this machine's clock from which it is reckoned, in epoch ms
 * @param of how many effects there are to be
 * @throws Error when no more has come for so long that something must be lost
 */
export async function phase(
  stage: Stage,
  from: number,
  of: number,
  count: Count,
  begin: () => Promise<unknown>,
): Promise<Phase> {
  const before = processorOf(stage);
  await begin();
  let first: number | undefined;
  for (let had = 0, changedAt = Date.now(); ; await pause(LOOK_EVERY_MS)) {
    const has = await count();
    const now = Date.now();
    if (has > 0) first ??= (now - from) / 1000;
    if (has >= of) {
      const last = (now - from) / 1000;
      return { first: first ?? last, last, processorMs: processorOf(stage) - before };
    }
    if (has !== had) [had, changedAt] = [has, now];
    if (now - changedAt > PATIENCE_MS) throw new Error(`${has} of ${of}, and no more for ${PATIENCE_MS / 1000} s.`);
  }
}

function processorOf({ workers, services }: Stage): number {
  return processorMs([...workers.product.pids(), services.server(), services.postgres()]);
}
