import pg from 'pg';

export interface Listening {
  /** Resolves at the next notification; at once if one came since the last call. */
  next(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Listens on a channel of the database, on a connection of its own. If the connection is lost, `next` resolves as if
 * something had come, so that whoever waits looks for itself, and rejects from then on.
 */
export async function listen(databaseUrl: string, channel: string): Promise<Listening> {
  const client = new pg.Client({ connectionString: databaseUrl });
  let heard: string | null = null;
  let lost: Error | null = null;
  let wake: ((payload: string) => void) | null = null;

  function hear(payload: string): void {
    if (wake === null) heard = payload;
    else wake(payload);
    wake = null;
  }

  client.on('notification', (message) => hear(message.payload ?? ''));
  client.on('error', (failure) => {
    lost = failure;
    hear('');
  });
  await client.connect();
  await client.query(`LISTEN "${channel.replaceAll('"', '')}"`);
  return {
    next() {
      if (heard !== null) {
        const payload = heard;
        heard = null;
        return Promise.resolve(payload);
      }
      if (lost !== null) return Promise.reject(lost);
      return new Promise((resolve) => {
        wake = resolve;
      });
    },
    close: () => client.end().catch(() => undefined),
  };
}
