/** The real Temporal server, all its services in one process, on PostgreSQL. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Postgres } from '../../dev/postgres.ts';
import { withFreshPorts } from '../../dev/port-conflict.ts';
import { freePorts } from '../../dev/ports.ts';
import { startProgram } from '../../dev/program.ts';
import type { Log, Program } from '../../dev/program.ts';
import { registerNamespace } from './namespace.ts';
import { serverOf, untilReady } from '../../dev/temporal-process.ts';
import { untilSearchable, untilServing, untilWorkflowsReached } from '../../dev/temporal-ready.ts';
import { ensureTemporalSchema } from './schema.ts';
import { writeServerConfig } from './server-config.ts';
import type { SearchAttribute, TemporalServer } from '../../dev/temporal-types.ts';

const NAME = 'Temporal server';

/** How to start the real server. */
export interface TemporalServerOptions {
  /** see `build.ts` */
  programs: { server: string; sql: string };
  /** where its two databases `temporal` and `temporal_visibility` are made and kept */
  postgres: Pick<Postgres, 'urlFor' | 'createDatabase'>;
  /** folder for its configuration */
  dir: string;
  /** port of 127.0.0.1 for clients, at most 32767; any free one when left out */
  port?: number;
  namespace?: string;
  /** how long closed workflows are kept; 72 hours when left out */
  retentionHours?: number;
  /** shards of the history service, 4 when left out; cannot change once the databases are made */
  shards?: number;
  searchAttributes?: readonly SearchAttribute[];
  log: Log;
}

/**
 * Starts the server; ready when its namespace is there and each search attribute can be used. It has no web UI.
 *
 * @throws Error with the server's last lines when it ends instead
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const namespace = options.namespace ?? 'default';
  const attributes = options.searchAttributes ?? [];
  const dir = resolve(options.dir);
  mkdirSync(dir, { recursive: true });
  const stores = await ensureTemporalSchema(options.programs.sql, options.postgres, options.log);
  const start = async (port: number, inner: number[]): Promise<Program> => {
    const file = writeServerConfig({ dir, port, inner, stores, shards: options.shards ?? 4 });
    const program = await startProgram({
      name: NAME,
      command: options.programs.server,
      args: ['--config-file', file, '--allow-no-auth', 'start'],
      note: { file: join(dir, 'process.json'), mark: file },
    });
    return untilReady(program, port, async (connection, gaveUp) => {
      await untilServing(connection, gaveUp);
      await registerNamespace(connection, { namespace, retentionHours: options.retentionHours ?? 72, attributes });
      await untilSearchable(connection, namespace, attributes, gaveUp);
      await untilWorkflowsReached(connection, namespace, gaveUp);
    });
  };
  // The server keeps the ports of its members in columns that end at 32767.
  const begun = await withFreshPorts(NAME, options.port === undefined ? [] : [options.port], async () => {
    const [anyPort = 0, ...inner] = await freePorts(9);
    const port = options.port ?? anyPort;
    return { port, program: await start(port, inner) };
  });
  const { port, program } = begun;
  return serverOf({
    port,
    uiPort: undefined,
    namespace,
    program,
    start: () => withFreshPorts(NAME, [port], async () => start(port, await freePorts(8))),
  });
}
