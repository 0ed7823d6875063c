import type { Caller } from './caller.ts';

/** What was heard: an event with its data, or a sign of life. */
export interface Heard {
  readonly event: string;
  // The shape is what the test is about.
  readonly data: any;
}

/** Somebody who listens to `GET /api/events`. */
export class Ear {
  readonly status: number;
  readonly headers: Headers;
  /** Everything heard so far. */
  readonly heard: Heard[] = [];
  /** Resolves when the stream ends, from whichever side. */
  readonly ended: Promise<void>;
  readonly #stop = new AbortController();
  #changed = Promise.withResolvers<void>();

  private constructor(response: Response, stop: AbortController) {
    this.status = response.status;
    this.headers = response.headers;
    this.#stop = stop;
    this.ended = this.#read(response).catch(() => undefined);
  }

  /** Resolves once the answer has begun: what moves from then on is heard. */
  static async of({ baseUrl, headers }: Caller): Promise<Ear> {
    const stop = new AbortController();
    return new Ear(await fetch(`${baseUrl}/api/events`, { headers, signal: stop.signal }), stop);
  }

  /** The first thing heard that fits. */
  async first(fits: (heard: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const changed = this.#changed.promise;
      const found = this.heard.find(fits);
      if (found !== undefined) return found;
      const over = this.ended.then(() => {
        throw new Error(`The stream ended; heard: ${JSON.stringify(this.heard)}`);
      });
      await Promise.race([changed, over]);
    }
  }

  /** The first event of this name. */
  next(event: string): Promise<Heard> {
    return this.first((heard) => heard.event === event);
  }

  leave(): void {
    this.#stop.abort();
  }

  async #read(response: Response): Promise<void> {
    let rest = '';
    for await (const piece of response.body ?? []) {
      const parts = (rest + Buffer.from(piece).toString()).split('\n\n');
      rest = parts.pop() ?? '';
      this.heard.push(...parts.flatMap(heardOf));
      this.#changed.resolve();
      this.#changed = Promise.withResolvers<void>();
    }
  }
}

function heardOf(words: string): Heard[] {
  if (words.startsWith(':')) return [{ event: 'beat', data: null }];
  const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(words) ?? [];
  return event === undefined || data === undefined ? [] : [{ event, data: JSON.parse(data) as unknown }];
}
