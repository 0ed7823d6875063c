/** One reader who listens: who they are now, and the answer that is written on as long as they do. */
import type { Response } from 'express';
import { accessOf, type Access } from '../abilities.ts';
import type { Reader } from '../reader.ts';

/** Bytes that may wait for a reader who takes them too slowly; beyond it the stream ends, and the reader begins anew. */
const MOST_WAITING = 262_144;

/** What a stream needs to know of its reader. */
export type Listener = Pick<Reader, 'person' | 'email' | 'sessionToken'>;

/** An answer of the type text/event-stream that is being written. */
export class EventStream {
  readonly #response: Response;
  #listener: Listener;
  #access: Access;

  constructor(listener: Listener, response: Response) {
    this.#response = response;
    this.#listener = listener;
    this.#access = accessOf('case.read', listener.person);
  }

  get listener(): Listener {
    return this.#listener;
  }

  /** The cases that the reader may see now. */
  get access(): Access {
    return this.#access;
  }

  /** The reader as the records have them now: offices come and go while a stream is open. */
  set listener(listener: Listener) {
    this.#listener = listener;
    this.#access = accessOf('case.read', listener.person);
  }

  /** Sends the head of the answer, after which events follow. */
  begin(): void {
    this.#response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Nothing else will be asked on its connection, so that it does not outlive it.
      Connection: 'close',
      // A proxy that gathered answers before it hands them on would hold events back.
      'X-Accel-Buffering': 'no',
    });
    this.#write('retry: 3000\n\n');
  }

  send(event: string, data: object): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Says that the stream lives: proxies end a connection on which nothing is said. */
  beat(): void {
    this.#write(': beat\n\n');
  }

  end(): void {
    this.#response.end();
  }

  #write(words: string): void {
    if (this.#response.writableEnded || this.#response.destroyed) return;
    this.#response.write(words);
    if (this.#response.writableLength > MOST_WAITING) this.#response.destroy();
  }
}
