import pg from 'pg';
import { boundedConnection } from './bounded-connection.ts';

export interface Listening {
  /** Resolves with what was received since the last call, as soon as there is anything. */
  next(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Listens on channels of the database, on a connection of its own. If the connection is lost, `next` resolves with nothing, so that
 * whoever waits looks for itself, and rejects from then on.
 */
export async function listen(databaseUrl: string, ...channels: readonly string[]): Promise<Listening> {
  const client = new pg.Client(boundedConnection(databaseUrl));
  let received: string[] = [];
  let lost: Error | null = null;
  let wake: (() => void) | null = null;

  client.on('notification', ({ payload = '' }) => {
    received.push(payload);
    wake?.();
  });
  client.on('error', (failure) => {
    lost = failure;
    wake?.();
  });
  await client.connect();
  for (const channel of channels) await client.query(`LISTEN "${channel.replaceAll('"', '')}"`);
  return {
    async next() {
      if (received.length === 0 && lost !== null) throw lost;
      if (received.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      wake = null;
      const payloads = received;
      received = [];
      return payloads;
    },
    close: () => client.end().catch(() => undefined),
  };
}
