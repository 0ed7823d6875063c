import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

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
