/** Temporal's development server: one process, data in memory or in one SQLite file, with the web UI. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { freePort, freePorts } from './ports.ts';
import { describeExit, startProgram } from './program.ts';
import type { Log, Program } from './program.ts';
import { untilSearchable, untilServing } from './temporal-ready.ts';
import { dynamicConfig, withConnection } from './temporal-types.ts';
import type { SearchAttribute, TemporalServer } from './temporal-types.ts';

/** How to start the development server. */
export interface TemporalDevServerOptions {
  /** path of the `temporal` command line, see `temporal-programs.ts` */
  program: string;
  /** where data outlive a restart; in memory only when left out */
  dbFile?: string;
  /** ports of 127.0.0.1; any free one when left out */
  port?: number;
  /** port of the web UI, or true for any free one; no UI when left out */
  uiPort?: number | true;
  namespace?: string;
  searchAttributes?: readonly SearchAttribute[];
  log: Log;
}

/**
 * Starts the development server; ready when its health check answers and each search attribute can be used.
 *
 * @throws Error with the server's last lines when it ends instead
 */
export async function startTemporalDevServer(options: TemporalDevServerOptions): Promise<TemporalServer> {
  const [anyPort = 0, metricsPort = 0, httpPort = 0] = await freePorts(3);
  const port = options.port ?? anyPort;
  const uiPort = options.uiPort === true ? await freePort() : options.uiPort;
  const namespace = options.namespace ?? 'default';
  if (options.dbFile !== undefined) mkdirSync(dirname(resolve(options.dbFile)), { recursive: true });
  const ports = ['--port', port, '--metrics-port', metricsPort, '--http-port', httpPort].map(String);
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--namespace', namespace, '--log-level', 'error', ...ports],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]),
    ...(options.dbFile === undefined ? [] : ['--db-filename', resolve(options.dbFile)]),
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
    ...(options.searchAttributes ?? []).flatMap(({ name, type }) => ['--search-attribute', `${name}=${type}`]),
  ];
  const address = `127.0.0.1:${port}`;
  const start = async (): Promise<Program> => {
    const program = await startProgram({
      name: 'Temporal development server',
      command: options.program,
      args,
      ...(options.dbFile !== undefined && {
        note: { file: `${resolve(options.dbFile)}.process.json`, mark: resolve(options.dbFile) },
      }),
    });
    const gaveUp = program.exited.then((exit) => describeExit(program, exit));
    try {
      await withConnection(address, async (connection) => {
        await untilServing(connection, gaveUp);
        await untilSearchable(connection, namespace, options.searchAttributes ?? [], gaveUp);
      });
    } catch (error) {
      await program.kill();
      throw error;
    }
    return program;
  };
  let program = await start();
  return {
    address,
    uiUrl: uiPort === undefined ? undefined : `http://127.0.0.1:${uiPort}`,
    namespace,
    ended: () => program.exited.then((exit) => describeExit(program, exit)),
    async stop() {
      await program.stop();
    },
    async kill() {
      await program.kill();
    },
    async restart() {
      await program.stop();
      program = await start();
    },
  };
}
