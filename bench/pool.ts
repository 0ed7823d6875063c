import pg from 'pg';

/**
 * A pool of so many connections. A connection that lies idle while PostgreSQL stops is no failure of a measurement; one in use throws where
 * it is used.
 */
export function poolOf(databaseUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max });
  pool.on('error', () => undefined);
  return pool;
}
