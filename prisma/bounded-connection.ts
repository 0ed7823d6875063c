/** Connections to the database that give up: on a server that does not answer, nobody waits for ever. */
import type { Socket } from 'node:net';
import pg from 'pg';
import { DATABASE_TIMEOUTS, type DatabaseTimeouts } from '../config/database-timeouts.ts';

/**
 * A client that gives its connection up with the answer that did not come. Left open, it would go back to the pool with the old query
 * still on it, and the next one would wait behind. So it does when a statement that it keeps was planned for tables that have been changed since, which no
 * later call of it would get over.
 */
class GivingUpClient extends pg.Client {
  override query = ((...given: Parameters<pg.Client['query']>) => {
    const answer: unknown = super.query(...given);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((failure: unknown) => {
      if (isUnanswered(failure) || isOfOtherTables(failure)) this.#giveUp();
      throw failure;
    });
  }) as pg.Client['query'];

  #giveUp(): void {
    const { connection } = this as unknown as { readonly connection: { readonly stream: Socket } };
    connection.stream.destroy();
  }
}

/** Whether the driver gave up waiting for the answer to a query. */
export function isUnanswered(failure: unknown): boolean {
  return failure instanceof Error && failure.message === 'Query read timeout';
}

/** Whether PostgreSQL refuses a statement it had planned because a migration has changed what it answers. */
function isOfOtherTables(failure: unknown): boolean {
  return failure instanceof pg.DatabaseError && failure.code === '0A000' && failure.routine === 'RevalidateCachedQuery';
}

/** Options of a connection, or of a pool of them, within these times. */
export function boundedConnection(
  connectionString: string,
  { connectMs, statementMs, queryMs }: DatabaseTimeouts = DATABASE_TIMEOUTS,
) {
  return {
    connectionString,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    query_timeout: queryMs,
    // A machine that is gone without a word is noticed on idle connections too.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    Client: GivingUpClient,
  } satisfies pg.PoolConfig;
}
