import { ApiClient } from '../rehearsal/api-client.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenStage } from '../rehearsal/network.ts';

/** The accounts of training mode, signed in as they are needed, people without an account, and the clock of the stack. */
export class Players implements OpenStage {
  readonly #url: string;
  readonly #inboxUrl: string | undefined;
  readonly #signedIn = new Map<string, ApiClient>();

  readonly #patienceMs: number;

  private constructor(url: string, patienceMs: number, inboxUrl: string | undefined) {
    this.#url = url;
    this.#inboxUrl = inboxUrl;
    this.#patienceMs = patienceMs;
  }

  /**
   * @param patienceMs how long a call waits for a stack that is away or busy
   * @param inboxUrl where the mails of the stack are read, for people without an account
   * @throws TypeError if nothing answers at the address; Error if it is not a training stack.
   */
  static async gather(url: string, patienceMs = 0, inboxUrl?: string): Promise<Players> {
    const players = new Players(url.replace(/\/$/, ''), patienceMs, inboxUrl);
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

  without(trackingCode?: string): ApiClient {
    return ApiClient.without(this.#url, trackingCode, this.#patienceMs);
  }

  async codeSentTo(email: string): Promise<string> {
    if (this.#inboxUrl === undefined)
      throw new Error('The mails of this stack cannot be read: it has a server of its own.');
    for (const until = Date.now() + 20_000; Date.now() < until; await pause(200)) {
      const messages = (await (await fetch(`${this.#inboxUrl}/api/messages`)).json()) as {
        to: string[];
        text: string;
      }[];
      const mine = messages.filter(({ to }) => to.some((address) => address.includes(email)));
      const codes = mine.flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
      if (codes.length > 0) return codes.at(-1) ?? '';
    }
    throw new Error(`No code was sent to ${email}.`);
  }
}
