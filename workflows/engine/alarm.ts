import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** How long after an instant the alarm of a case rings at the earliest, and over how long the alarms of one instant are spread. */
const BEHIND_SWEEP_MS = 60_000;
const SPREAD_MS = 600_000;

/**
 * How long after what is due the alarm of a case rings: when the sweep has long done the work of that instant, and not together with all the
 * other cases of it. The same for a case each time.
 */
export function behindSweepMs(caseId: string): number {
  let hash = 0;
  for (let at = 0; at < caseId.length; at += 1) hash = (hash * 31 + caseId.charCodeAt(at)) % 1_000_003;
  return BEHIND_SWEEP_MS + (hash % SPREAD_MS);
}

/**
 * One durable timer for the nearest instant. It is started anew only when that instant changes, so a case pays for the
 * instants it waits for and not for the messages that arrive in between.
 */
export class Alarm {
  readonly #rang: () => void;
  #at: number | null = null;
  #scope: CancellationScope | null = null;

  /** `rang` is called when an instant has come; it may set the alarm again, should the timer have fired early. */
  constructor(rang: () => void) {
    this.#rang = rang;
  }

  /** Sets the alarm to an instant of the machine's clock in epoch ms, or to none. */
  set(at: number | null, summary: string): void {
    if (at === this.#at) return;
    this.#scope?.cancel();
    this.#at = at;
    this.#scope = null;
    if (at === null) return;
    const scope = new CancellationScope();
    this.#scope = scope;
    scope
      .run(() => sleep(Math.max(1, at - Date.now()), { summary }))
      .then(
        () => this.#end(scope),
        (failure: unknown) => {
          if (!isCancellation(failure)) throw failure;
        },
      );
  }

  #end(scope: CancellationScope): void {
    if (this.#scope !== scope) return;
    this.#at = null;
    this.#scope = null;
    this.#rang();
  }
}
