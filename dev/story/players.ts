import { ApiClient } from '../rehearsal/api-client.ts';
import type { Rehearsal } from '../rehearsal/steps.ts';

/** The accounts of training mode, signed in as they are needed, and the clock of the stack. */
export class Players implements Rehearsal {
  readonly #url: string;
  readonly #signedIn = new Map<string, ApiClient>();

  readonly #patienceMs: number;

  private constructor(url: string, patienceMs: number) {
    this.#url = url;
    this.#patienceMs = patienceMs;
  }

  /**
   * @param patienceMs how long a call waits for a stack that is away or busy
   * @throws TypeError if nothing answers at the address; Error if it is not a training stack.
   */
  static async gather(url: string, patienceMs = 0): Promise<Players> {
    const players = new Players(url.replace(/\/$/, ''), patienceMs);
    await players.now();
    return players;
  }

  async as(account: string): Promise<ApiClient> {
    const known = this.#signedIn.get(account);
    if (known !== undefined) return known;
    const client = await ApiClient.signIn(this.#url, `${account}@demo.anjuan.test`, this.#patienceMs);
    this.#signedIn.set(account, client);
    return client;
  }

  async now(): Promise<string> {
    const admin = await this.as('admin');
    const { now } = await admin.get<{ now: string }>('/api/clock');
    return now;
  }

  async advanceTo(to: string): Promise<{ now: string; stops: number }> {
    const admin = await this.as('admin');
    return admin.post('/api/clock/advance', { to });
  }
}
