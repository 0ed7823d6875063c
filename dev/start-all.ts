/** Parts that start side by side and stop together. */

/** See `startAll`. */
export interface Parts {
  /** begins a part; a failure is kept for `all` and never an unhandled rejection */
  start<T>(begin: () => Promise<T>): Promise<T>;
  /** says how to stop something that has been started; stops it at once when the group is stopping already */
  onStop(stop: () => Promise<void>): Promise<void>;
  /** waits for the parts; when one fails, waits for the rest to settle, stops them and throws the first failure */
  all<T extends Record<string, Promise<unknown>>>(parts: T): Promise<{ [K in keyof T]: Awaited<T[K]> }>;
  /** stops what was started, the last first; safe to call twice */
  stop(): Promise<void>;
}

/** A group of parts, empty at first. */
export function startAll(): Parts {
  const stops: (() => Promise<void>)[] = [];
  let stopping = false;
  const failures: unknown[] = [];
  const group: Parts = {
    start(begin) {
      const part = begin();
      part.catch((error: unknown) => failures.push(error));
      return part;
    },
    async onStop(stop) {
      if (stopping) await stop();
      else stops.push(stop);
    },
    async all(parts) {
      const settled = await Promise.allSettled(Object.values(parts));
      if (failures.length > 0) {
        await group.stop();
        throw failures[0];
      }
      const values = settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
      return Object.fromEntries(Object.keys(parts).map((name, index) => [name, values[index]])) as never;
    },
    async stop() {
      stopping = true;
      for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
    },
  };
  return group;
}
