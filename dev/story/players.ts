import { ApiClient } from '../rehearsal/api-client.ts';
import type { Rehearsal } from '../rehearsal/steps.ts';

/** The accounts of training mode, signed in as they are needed, and the clock of the stack. */
export class Players implements Rehearsal {
  readonly #url: string;
  readonly #signedIn = new Map<string, ApiClient>();

  private constructor(url: string) {
    this.#url = url;
  }

  /** @throws TypeError if nothing answers at the address; Error if it is not a training stack. */
  static async gather(url: string): Promise<Players> {
    const players = new Players(url.replace(/\/$/, ''));
    await players.now();
    return players;
  }

  async as(account: string): Promise<ApiClient> {
    const known = this.#signedIn.get(account);
    if (known !== undefined) return known;
    const client = await ApiClient.signIn(this.#url, `${account}@demo.anjuan.test`);
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
