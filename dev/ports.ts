/** Finding TCP ports of 127.0.0.1 that nothing listens on. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A free port of 127.0.0.1: the wanted one, else the next free one after it, else (nothing wanted) any between 10000 and 29999:
 * below what systems give out for outgoing connections, which would take it as well.
 *
 * Another program may take the port between the answer and its use, so a caller that starts a server should be ready to
 * ask again.
 *
 * @param wanted first port to try; the following 50 are tried after it
 * @throws Error when none of the tried ports is free
 */
export async function freePort(wanted?: number): Promise<number> {
  while (wanted === undefined) {
    const found = await probe(randomInt(10_000, 30_000)).catch(() => undefined);
    if (found !== undefined) return found;
  }
  for (let port = wanted; port <= wanted + 50; port += 1) {
    const found = await probe(port).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error(`None of the ports ${wanted} to ${wanted + 50} of 127.0.0.1 is free.`);
}

/** True if nothing listens on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return probe(port).then(
    () => true,
    () => false,
  );
}

/** Different free ports, as many as asked for, taken together so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) found.add(await freePort());
  return [...found];
}

function probe(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
