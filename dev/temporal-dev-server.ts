/** Temporal's development server: one process, data in memory or in one SQLite file, with the web UI. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { withFreshPorts } from './port-conflict.ts';
import { freePorts } from './ports.ts';
import { startProgram } from './program.ts';
import type { Log, Program } from './program.ts';
import { serverOf, untilReady } from './temporal-process.ts';
import { untilSearchable, untilServing, untilWorkflowsReached } from './temporal-ready.ts';
import { dynamicConfig } from './temporal-types.ts';
import type { SearchAttribute, TemporalServer } from './temporal-types.ts';

const NAME = 'Temporal development server';

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
  const namespace = options.namespace ?? 'default';
  if (options.dbFile !== undefined) mkdirSync(dirname(resolve(options.dbFile)), { recursive: true });
  const common = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--namespace', namespace, '--log-level', 'error'],
    ...(options.dbFile === undefined ? [] : ['--db-filename', resolve(options.dbFile)]),
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
    ...(options.searchAttributes ?? []).flatMap(({ name, type }) => ['--search-attribute', `${name}=${type}`]),
  ];
  const start = async (port: number, uiPort: number | undefined): Promise<Program> => {
    const [metricsPort, httpPort] = await freePorts(2);
    const args = [
      ...common,
      ...['--port', port, '--metrics-port', metricsPort, '--http-port', httpPort].map(String),
      ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]),
    ];
    const program = await startProgram({
      name: NAME,
      command: options.program,
      args,
      ...(options.dbFile !== undefined && {
        note: { file: `${resolve(options.dbFile)}.process.json`, mark: resolve(options.dbFile) },
      }),
    });
    return untilReady(program, port, async (connection, gaveUp) => {
      await untilServing(connection, gaveUp);
      await untilSearchable(connection, namespace, options.searchAttributes ?? [], gaveUp);
      await untilWorkflowsReached(connection, namespace, gaveUp);
    });
  };
  const known = (ports: readonly (number | true | undefined)[]) => ports.filter((port) => typeof port === 'number');
  // The server takes further ports of its own choice, so that a busy machine can make it fail whatever is chosen here.
  const begun = await withFreshPorts(NAME, known([options.port, options.uiPort]), async () => {
    const [anyPort = 0, anyUiPort = 0] = await freePorts(2);
    const port = options.port ?? anyPort;
    const uiPort = options.uiPort === true ? anyUiPort : options.uiPort;
    return { port, uiPort, program: await start(port, uiPort) };
  });
  const { port, uiPort, program } = begun;
  return serverOf({
    port,
    uiPort,
    namespace,
    program,
    start: () => withFreshPorts(NAME, known([port, uiPort]), () => start(port, uiPort)),
  });
}
