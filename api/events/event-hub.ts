/** All streams of events of this process, on one connection that listens to the database. */
import type { Response } from 'express';
import type { Logger } from 'pino';
import type { Limits } from '../../config/settings.ts';
import { COMMITS_CHANNEL, NOTICES_CHANNEL } from '../../prisma/channels.ts';
import type { Database } from '../../prisma/client.ts';
import { listen, type Listening } from '../../prisma/listen.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Clock } from '../case-gateway-types.ts';
import { describeError } from '../middleware/request-log.ts';
import { SCOPED, standingIn } from '../views/case-scope.ts';
import { EventStream, type Listener } from './event-stream.ts';
import { standing } from './listeners.ts';
import { NewNotices } from './new-notices.ts';

/** Milliseconds between two signs of life, at each of which every reader is asked after again. */
const BEAT_MS = 25_000;
/** Cases whose scope is read at once. */
const CASES_AT_ONCE = 1_000;

/** What the streams work with. */
export interface HubOptions {
  readonly database: Database;
  /** Of the database, for a connection that listens. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Pick<Limits, 'sessionHours' | 'eventStreams' | 'eventStreamsPerAccount'>;
  /** {@link BEAT_MS} unless given. */
  readonly beatMs?: number;
}

interface Source {
  readonly listening: Listening;
  readonly notices: NewNotices;
  readonly timer: NodeJS.Timeout;
}

/**
 * Tells readers what has moved, as long as they listen. One connection listens for all of them, from the first reader to the last; what is
 * announced while a batch is being looked at makes the next batch. Whoever may have missed something is cut off, and looks anew when they
 * have come back, as everybody does who opens a stream.
 */
export class EventHub {
  readonly #options: HubOptions;
  readonly #streams = new Set<EventStream>();
  /** Places taken, by account; a reader has one before their stream begins. */
  readonly #places = new Map<string, number>();
  #source: Promise<Source> | null = null;
  #closed = false;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /**
   * Begins a stream on this answer. What moves from then on is told.
   * @throws Refusal TOO_MANY_REQUESTS if the account has as many as it may have; UNAVAILABLE if this process has, or is going down
   */
  async join(listener: Listener, response: Response): Promise<void> {
    const accountId = listener.person.id;
    this.#take(accountId);
    const stream = new EventStream(listener, response);
    const leave = () => {
      this.#streams.delete(stream);
      this.#leave(accountId);
    };
    const source = (this.#source ??= this.#open());
    try {
      await source;
    } catch (failure) {
      if (this.#source === source) this.#source = null;
      leave();
      throw failure;
    }
    if (response.destroyed) return leave();
    response.once('close', leave);
    this.#streams.add(stream);
    stream.begin();
    // What it would have listened to may have gone in the meantime.
    if (this.#source !== source) stream.end();
  }

  /** Ends all streams and takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#endAll();
    await this.#stopListening();
  }

  #take(accountId: string): void {
    const { eventStreams, eventStreamsPerAccount: most } = this.#options.limits;
    const own = this.#places.get(accountId) ?? 0;
    if (own >= most)
      refuse(
        'TOO_MANY_REQUESTS',
        `一个账户最多同时打开 ${most} 个实时更新连接，请先关闭其他页面。`,
        `An account may listen ${most} times at once; close another page first.`,
      );
    const all = [...this.#places.values()].reduce((sum, places) => sum + places, 0);
    if (this.#closed || all >= eventStreams)
      refuse(
        'UNAVAILABLE',
        '实时更新连接已满，请稍后再试；其他功能不受影响。',
        'No more listeners are taken now; try again later. Everything else works.',
        { facts: { retryAfterSeconds: 30 } },
      );
    this.#places.set(accountId, own + 1);
  }

  #leave(accountId: string): void {
    const left = (this.#places.get(accountId) ?? 1) - 1;
    if (left > 0) this.#places.set(accountId, left);
    else this.#places.delete(accountId);
    if (this.#places.size === 0) void this.#stopListening();
  }

  async #open(): Promise<Source> {
    const { databaseUrl, database, beatMs = BEAT_MS } = this.#options;
    const listening = await listen(databaseUrl, COMMITS_CHANNEL, NOTICES_CHANNEL);
    const notices = await NewNotices.from(database).catch(async (failure: unknown) => {
      await listening.close();
      throw failure;
    });
    const timer = setInterval(() => void this.#guarded(() => this.#beat()), beatMs);
    timer.unref();
    const source = { listening, notices, timer };
    void this.#guarded(() => this.#pump(source));
    return source;
  }

  async #stopListening(): Promise<void> {
    const open = this.#source;
    this.#source = null;
    const source = await open?.catch(() => null);
    if (source === null || source === undefined) return;
    clearInterval(source.timer);
    await source.listening.close();
  }

  #endAll(): void {
    for (const stream of this.#streams) stream.end();
  }

  /** Whatever fails, nobody goes on listening to nothing. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      this.#options.log.warn({ error: describeError(failure) }, 'the streams of events ended and will be opened anew');
      this.#endAll();
      await this.#stopListening();
    }
  }

  async #pump({ listening, notices }: Source): Promise<void> {
    for (;;) {
      const payloads = await listening.next();
      if (payloads.length === 0) throw new Error('The connection that listens was lost.');
      const moved = movedBy(payloads);
      await this.#tellMoved(moved);
      // A notice is announced by nothing but its channel.
      if (payloads.includes('')) await this.#tellNotices(notices, [...moved.keys()]);
    }
  }

  async #tellMoved(moved: ReadonlyMap<string, number>): Promise<void> {
    const ids = [...moved.keys()];
    for (let from = 0; from < ids.length; from += CASES_AT_ONCE) {
      const rows = await this.#options.database.case.findMany({
        where: { id: { in: ids.slice(from, from + CASES_AT_ONCE) } },
        select: { id: true, ...SCOPED },
      });
      for (const row of rows) {
        const event = { id: row.id, revision: moved.get(row.id) };
        for (const stream of this.#streams) if (standingIn(stream.access, row) !== null) stream.send('case', event);
      }
    }
  }

  async #tellNotices(notices: NewNotices, caseIds: readonly string[]): Promise<void> {
    const listeners = [...this.#streams].map(({ listener }) => listener);
    for (const { id, accountId } of await notices.among(caseIds, listeners)) {
      for (const stream of this.#streams) if (stream.listener.person.id === accountId) stream.send('notice', { id });
    }
  }

  /** Ends the streams of those whose session has ended or whose account was disabled, and says to the others that theirs lives. */
  async #beat(): Promise<void> {
    const { database, limits, clock } = this.#options;
    const tokens = new Set([...this.#streams].map(({ listener }) => listener.sessionToken));
    const now = await clock.now();
    const known = await standing(database, [...tokens], { sessionHours: limits.sessionHours, now });
    for (const stream of this.#streams) {
      const { sessionToken } = stream.listener;
      if (!tokens.has(sessionToken)) continue;
      const listener = known.get(sessionToken);
      if (listener === undefined) stream.end();
      else {
        stream.listener = listener;
        stream.beat();
      }
    }
  }
}

/** The cases that were committed, with the latest revision of each. */
function movedBy(payloads: readonly string[]): Map<string, number> {
  const moved = new Map<string, number>();
  for (const payload of payloads) {
    const end = payload.lastIndexOf(':');
    if (end < 0) continue;
    const id = payload.slice(0, end);
    moved.set(id, Math.max(Number(payload.slice(end + 1)), moved.get(id) ?? 0));
  }
  return moved;
}
