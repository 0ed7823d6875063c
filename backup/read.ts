/** Reading a database over one connection, so that several questions can be asked of one moment. */
import pg from 'pg';

/** Answers the rows of a query. */
export type Read = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Opens a connection for the time of `use`. It waits ten seconds for it; its queries may take as long as they need. */
export async function withConnection<T>(
  databaseUrl: string,
  use: (read: Read, client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'anjuan backup',
  });
  // A connection that is lost is told by the query that needed it.
  client.on('error', () => undefined);
  await client.connect();
  const read: Read = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(sql, [...values])).rows;
  try {
    return await use(read, client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
