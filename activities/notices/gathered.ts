import { setTimeout as pause } from 'node:timers/promises';

/** So long, in ms, the first one waits for others: the answers to mails that went out side by side come one after the other. */
const WAIT_MS = 10;

/**
 * Has what comes while one write is under way written together by the next one: under load many share a round trip.
 * @param write answers for each item, in the order given, what came of it
 */
export function gathered<In, Out>(
  write: (items: readonly In[]) => Promise<readonly PromiseSettledResult<Out>[]>,
): (item: In) => Promise<Out> {
  interface Waiting {
    readonly item: In;
    readonly result: PromiseWithResolvers<Out>;
  }
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    await pause(WAIT_MS);
    while (waiting.length > 0) {
      const page = waiting;
      waiting = [];
      try {
        const results = await write(page.map(({ item }) => item));
        for (const [nth, { result }] of page.entries()) {
          const one = results[nth];
          if (one?.status === 'fulfilled') result.resolve(one.value);
          else result.reject(one?.reason as Error);
        }
      } catch (error) {
        for (const { result } of page) result.reject(error);
      }
    }
    isWriting = false;
  }

  return (item) => {
    const result = Promise.withResolvers<Out>();
    waiting.push({ item, result });
    if (!isWriting) void writeAll();
    return result.promise;
  };
}
