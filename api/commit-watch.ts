import { setTimeout as pause } from 'node:timers/promises';
import { COMMITS_CHANNEL } from '../prisma/channels.ts';
import { listen, type Listening } from '../prisma/listen.ts';

interface Waiting {
  /** Case whose commits are waited for; any if null. */
  readonly caseId: string | null;
  wake(): void;
}

/** Waits for what the cases commit, instead of asking again and again. */
export class CommitWatch {
  readonly #databaseUrl: string;
  readonly #waiting = new Set<Waiting>();
  #listening: Listening;
  #closed = false;

  private constructor(databaseUrl: string, listening: Listening) {
    this.#databaseUrl = databaseUrl;
    this.#listening = listening;
  }

  static async open(databaseUrl: string): Promise<CommitWatch> {
    const watch = new CommitWatch(databaseUrl, await listen(databaseUrl, COMMITS_CHANNEL));
    void watch.#pump();
    return watch;
  }

  async #pump(): Promise<void> {
    while (!this.#closed) {
      const payloads = await this.#listening.next().catch(() => this.#listenAgain());
      const cases = new Set(payloads.map((payload) => payload.slice(0, payload.lastIndexOf(':'))));
      for (const waiting of this.#waiting) {
        // Who may have missed something looks for themselves.
        if (cases.size === 0 || waiting.caseId === null || cases.has(waiting.caseId)) waiting.wake();
      }
    }
  }

  async #listenAgain(): Promise<readonly string[]> {
    await pause(500);
    if (!this.#closed) this.#listening = await listen(this.#databaseUrl, COMMITS_CHANNEL).catch(() => this.#listening);
    return [];
  }

  /**
   * True as soon as `isSo` answers true, asked again after every commit, or after every commit of one case; false if it has not within
   * `withinMs`.
   */
  async until(isSo: () => Promise<boolean>, withinMs: number, caseId: string | null = null): Promise<boolean> {
    const end = Date.now() + withinMs;
    // Not every change is a commit (a notice sent, a message handled): where any will do, look again soon in any case.
    const lookEveryMs = caseId === null ? 50 : 1_000;
    const waiting = { caseId, wake: () => {} };
    this.#waiting.add(waiting);
    try {
      for (;;) {
        // Waiting begins before asking, so that a commit in between is not missed.
        const next = new Promise<void>((resolve) => {
          waiting.wake = resolve;
        });
        if (await isSo()) return true;
        const left = end - Date.now();
        if (left <= 0) return false;
        await Promise.race([next, pause(Math.min(left, lookEveryMs), undefined, { ref: false })]);
      }
    } finally {
      this.#waiting.delete(waiting);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#listening.close();
  }
}
