import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
/** A client inside an interactive transaction. */
export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

/** A Prisma client with a pool of its own; `connections` is the size of that pool. Close it with `$disconnect()`. */
export function createDatabase(databaseUrl: string, connections = 10): Database {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl,
      max: connections,
      idle_in_transaction_session_timeout: 15_000,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  });
}
