import pMap from 'p-map';

/** Does something so many times, so many of them side by side, and answers with what came of each. */
export function times<T>(count: number, atOnce: number, work: () => Promise<T>): Promise<T[]> {
  return pMap(Array.from({ length: count }), work, { concurrency: atOnce });
}
