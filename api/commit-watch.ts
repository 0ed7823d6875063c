import { setTimeout as pause } from 'node:timers/promises';
import { COMMITS_CHANNEL } from '../prisma/channels.ts';
import { listen, type Listening } from '../prisma/listen.ts';

/** Waits for what the cases commit, instead of asking again and again. */
export class CommitWatch {
  readonly #listening: Listening;
  #waiting: (() => void)[] = [];
  #closed = false;

  private constructor(listening: Listening) {
    this.#listening = listening;
  }

  static async open(databaseUrl: string): Promise<CommitWatch> {
    const watch = new CommitWatch(await listen(databaseUrl, COMMITS_CHANNEL));
    void watch.#pump();
    return watch;
  }

  async #pump(): Promise<void> {
    while (!this.#closed) {
      await this.#listening.next().catch(() => pause(500));
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const wake of waiting) wake();
    }
  }

  /** True as soon as `isSo` answers true, asked again after every commit; false if it has not within `withinMs`. */
  async until(isSo: () => Promise<boolean>, withinMs: number): Promise<boolean> {
    const end = Date.now() + withinMs;
    for (;;) {
      // Waiting begins before asking, so that a commit in between is not missed.
      const next = new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (await isSo()) return true;
      const left = end - Date.now();
      if (left <= 0) return false;
      // Not every change is a commit (a notice sent, a message handled): look again soon in any case.
      await Promise.race([next, pause(Math.min(left, 50))]);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#listening.close();
  }
}
