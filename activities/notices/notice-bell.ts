/** Wakes the sender when a transition has planned notices: PostgreSQL's LISTEN, with a connection that comes back. */
import pg from 'pg';
import { boundedConnection } from '../../prisma/bounded-connection.ts';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import type { NoticeLog } from './delivery-means.ts';

export interface NoticeBell {
  /** How often it has rung; a wait begun with an older count ends at once. */
  readonly rings: number;
  /** Resolves when it rings after `seen`, when `ms` are over, or when the sender is stopped. */
  wait(seen: number, ms: number): Promise<void>;
  /** Rings it from here. */
  ring(): void;
  close(): Promise<void>;
}

const reconnectMs = 1_000;

/** Starts listening; a lost connection is made again, and each new one rings, since something may have been missed. */
export function createNoticeBell(databaseUrl: string, stop: AbortSignal, log: NoticeLog): NoticeBell {
  let rings = 0;
  let client: pg.Client | undefined;
  let reconnect: NodeJS.Timeout | undefined;
  const closed = new AbortController();
  const sleepers = new Set<() => void>();
  const ring = () => {
    rings += 1;
    for (const wake of [...sleepers]) wake();
  };
  stop.addEventListener('abort', ring, { once: true });

  const connect = async () => {
    const fresh = new pg.Client(boundedConnection(databaseUrl));
    client = fresh;
    const again = (error?: Error) => {
      if (client !== fresh) return;
      client = undefined;
      fresh.end().catch(() => {});
      if (closed.signal.aborted) return;
      log.warn({ err: error }, 'the notice sender lost its listening connection and makes it again');
      reconnect = setTimeout(() => void connect(), reconnectMs);
    };
    fresh.on('error', again);
    fresh.on('end', () => again());
    fresh.on('notification', ring);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${NOTICES_CHANNEL}`);
      ring();
    } catch (error) {
      again(error instanceof Error ? error : new Error(String(error)));
    }
  };
  void connect();

  return {
    get rings() {
      return rings;
    },
    wait(seen, ms) {
      if (rings !== seen || stop.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          sleepers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        sleepers.add(wake);
      });
    },
    ring,
    async close() {
      closed.abort();
      clearTimeout(reconnect);
      stop.removeEventListener('abort', ring);
      ring();
      const last = client;
      client = undefined;
      await last?.end().catch(() => {});
    },
  };
}
