/** The two databases of the real Temporal server and their tables. */
import pg from 'pg';
import type { Postgres } from '../../dev/postgres.ts';
import { describeExit, startProgram } from '../../dev/program.ts';
import type { Log } from '../../dev/program.ts';

/** Connection strings of the two stores. */
export interface TemporalStores {
  main: string;
  visibility: string;
}

/**
 * Makes the databases and brings their tables to the version of the schema tool, which carries the scripts in itself.
 * Does nothing where they are up to date.
 */
export async function ensureTemporalSchema(
  tool: string,
  postgres: Pick<Postgres, 'createDatabase'>,
  log: Log,
): Promise<TemporalStores> {
  const stores = {
    main: await postgres.createDatabase('temporal'),
    visibility: await postgres.createDatabase('temporal_visibility'),
  };
  for (const [url, schema] of [
    [stores.main, 'postgresql/v12/temporal'],
    [stores.visibility, 'postgresql/v12/visibility'],
  ] as const) {
    if (!(await hasSchema(url))) {
      log(`Creating Temporal's tables (${schema}) ...`);
      await run(tool, url, ['setup-schema', '-v', '0.0']);
    }
    await run(tool, url, ['update-schema', '--schema-name', schema]);
  }
  return stores;
}

async function hasSchema(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: string | null }>(
      `SELECT to_regclass('public.schema_version') AS found`,
    );
    return rows[0]?.found != null;
  } finally {
    await client.end();
  }
}

async function run(tool: string, url: string, args: string[]): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const program = await startProgram({
    name: `Temporal's schema tool (${args[0]})`,
    command: tool,
    args,
    env: {
      ...process.env,
      SQL_PLUGIN: 'postgres12',
      SQL_HOST: hostname,
      SQL_PORT: port,
      SQL_USER: decodeURIComponent(username),
      SQL_PASSWORD: decodeURIComponent(password),
      SQL_DATABASE: decodeURIComponent(pathname.slice(1)),
    },
  });
  const exit = await program.exited;
  if (exit.code !== 0) throw new Error(describeExit(program, exit));
}
