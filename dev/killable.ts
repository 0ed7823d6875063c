/** The product as processes that can be ended or held at any moment, on services of their own: for what must survive it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import type { Postgres } from './postgres.ts';
import { startProcess, untilAnswering, untilPolling } from './processes.ts';
import type { Log, Program } from './program.ts';
import type { TemporalServer } from './temporal-types.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What can be ended or held. */
export type Part = 'worker' | 'api' | 'temporal' | 'postgres';

/** What to run, and on what. */
export interface KillableOptions {
  /** folder in which processes are noted */
  readonly dir: string;
  /** what API and worker are told beside their database, Temporal and their address */
  readonly environment: Readonly<Record<string, string>>;
  readonly databaseUrls: { readonly api: string; readonly worker: string };
  readonly taskQueue: string;
  readonly temporal: TemporalServer;
  /** undefined where PostgreSQL is shared and not to be touched; `dir` is the folder it was started with */
  readonly postgres?: { readonly running: Postgres; readonly dir: string };
  readonly log: Log;
}

/** The processes, and what can be done to them. */
export interface Killable {
  readonly baseUrl: string;
  /** ends a part as a power cut would (SIGKILL) */
  kill(part: Part): Promise<void>;
  /** starts a part that was ended, on its port and with its data, and waits until it serves */
  restart(part: Part): Promise<void>;
  /** holds a part where it stands (SIGSTOP), as a machine that hangs does. @returns how to let it go on */
  hold(part: Part): Promise<() => void>;
  /** lets go on what is held; stops API and worker, and a PostgreSQL that was started again: the services belong to the caller */
  stop(): Promise<void>;
}

/** Starts API and worker and waits until they serve. */
export async function startKillable(options: KillableOptions): Promise<Killable> {
  const { dir, environment, databaseUrls, taskQueue, temporal, log } = options;
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const env = {
    ...environment,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    TASK_QUEUE: taskQueue,
    BASE_URL: baseUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const { address, namespace } = temporal;

  async function start(name: 'worker' | 'api'): Promise<Program> {
    const program = await startProcess({ name, root, dir, env: { ...env, DATABASE_URL: databaseUrls[name] }, log });
    if (name === 'worker') await untilPolling(program, { address, namespace, taskQueue });
    else await untilAnswering(program, `${baseUrl}/health/ready`);
    return program;
  }

  const [worker, api] = await Promise.all([start('worker'), start('api')]);
  const running = { worker, api };
  let postgres = options.postgres?.running;
  const held = new Set<() => void>();

  function ownPostgres(): Postgres {
    if (postgres === undefined) throw new Error('PostgreSQL is shared here and cannot be ended or held.');
    return postgres;
  }

  return {
    baseUrl,
    async kill(part) {
      if (part === 'postgres') await ownPostgres().kill();
      else if (part === 'temporal') await temporal.kill();
      else await running[part].kill();
    },
    async restart(part) {
      if (part === 'postgres') {
        const { port: at } = ownPostgres();
        postgres = await startPostgres({ dir: options.postgres?.dir ?? '', port: at, log });
      } else if (part === 'temporal') await temporal.restart();
      else running[part] = await start(part);
    },
    async hold(part) {
      const pids =
        part === 'postgres'
          ? await processesOf(ownPostgres(), options.postgres?.dir ?? '')
          : [part === 'temporal' ? temporal.pid() : running[part].pid];
      for (const pid of pids) signal(pid, 'SIGSTOP');
      const letGo = () => {
        held.delete(letGo);
        for (const pid of pids) signal(pid, 'SIGCONT');
      };
      held.add(letGo);
      return letGo;
    },
    async stop() {
      // What is held hears no signal but this one.
      for (const letGo of held) letGo();
      await Promise.all([running.worker.stop(), running.api.stop()]);
      if (postgres !== undefined && postgres !== options.postgres?.running) await postgres.stop();
    },
  };
}

/** The process ids of a PostgreSQL: its first process, which takes connections, and one for each connection and duty. */
export async function processesOf({ adminUrl }: Postgres, dir: string): Promise<number[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
    );
    const first = Number.parseInt(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8'), 10);
    return [first, ...rows.map(({ pid }) => pid)];
  } finally {
    await admin.end();
  }
}

/** One may have ended of itself. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
  }
}
