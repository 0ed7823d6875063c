import { PrismaPg } from '@prisma/adapter-pg';
import { DATABASE_TIMEOUTS, type DatabaseTimeouts } from '../config/database-timeouts.ts';
import { PrismaClient } from './generated/client.ts';
import { boundedConnection } from './bounded-connection.ts';
import { statementNames } from './statement-names.ts';

export type Database = PrismaClient;
/** A client inside an interactive transaction. */
export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

/**
 * A Prisma client with a pool of its own; `connections` is the size of that pool. Nothing it is asked waits for ever: see
 * {@link DatabaseTimeouts}. Close it with `$disconnect()`.
 */
export function createDatabase(
  databaseUrl: string,
  connections = 10,
  timeouts: DatabaseTimeouts = DATABASE_TIMEOUTS,
): Database {
  return new PrismaClient({
    adapter: new PrismaPg(
      {
        ...boundedConnection(databaseUrl, timeouts),
        max: connections,
        idle_in_transaction_session_timeout: 15_000,
      },
      { statementNameGenerator: statementNames() },
    ),
    transactionOptions: { maxWait: timeouts.connectMs, timeout: Math.max(10_000, timeouts.queryMs) },
  });
}
