/** A whole installation that can be lost: PostgreSQL and Temporal of its own, worker and API as processes. Only the mail server is given. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../dev/ports.ts';
import { startPostgres, type Postgres } from '../../dev/postgres.ts';
import { startProcess, untilAnswering, untilPolling } from '../../dev/processes.ts';
import type { Program } from '../../dev/program.ts';
import { startTemporalDevServer } from '../../dev/temporal-dev-server.ts';
import { temporalProgram } from '../../dev/temporal-programs.ts';
import type { TemporalServer } from '../../dev/temporal-types.ts';
import { urlAs } from '../../prisma/roles.ts';
import { searchAttributes } from '../../workflows/start-case.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const quiet = () => undefined;

export interface SiteOptions {
  /** folder for its data */
  readonly dir: string;
  readonly smtpUrl: string;
  readonly bundle: string;
  readonly passwords: { readonly api: string; readonly worker: string; readonly backup: string };
  /** for the processes, beside what the site sets itself */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Site {
  readonly baseUrl: string;
  /** of the owner of the tables, to a database that is empty at first */
  readonly databaseUrl: string;
  readonly postgres: Postgres;
  readonly temporal: TemporalServer;
  /** Runs one of the product's commands to its end, with these variables beside those of the processes. */
  command(script: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended>;
  /** Starts worker and API; answers when both work. */
  start(): Promise<void>;
  /** The process of the worker. */
  worker(): Program;
  /** Ends everything as a power cut would. */
  lose(): Promise<void>;
  stop(): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Brings up PostgreSQL and Temporal, both empty. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { dir, smtpUrl, bundle, passwords } = options;
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), fsync: false, log: quiet });
  const databaseUrl = await postgres.createDatabase('anjuan');
  const program = await temporalProgram({ log: quiet });
  const temporal = await startTemporalDevServer({ program, searchAttributes, log: quiet });
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const common = {
    MODE: 'training',
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Anjuan <notices@anjuan.test>',
    BASE_URL: baseUrl,
    AUTH_SECRET: 'of-the-drill-'.repeat(4),
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: String(port),
    WORKFLOW_BUNDLE: bundle,
    ...options.environment,
  };
  const processes: Program[] = [];
  const as = (role: 'api' | 'worker') => urlAs(databaseUrl, `anjuan_${role}`, passwords[role]);
  return {
    ...{ baseUrl, databaseUrl, postgres, temporal },
    async command(script, args, environment) {
      const child = spawn(process.execPath, [join(root, script), ...args], {
        env: { ...process.env, ...common, DATABASE_URL: databaseUrl, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
      return { code, stdout, stderr };
    },
    async start() {
      const started = await Promise.all(
        (['worker', 'api'] as const).map((name) =>
          startProcess({ name, root, dir, env: { ...common, DATABASE_URL: as(name) }, log: quiet }),
        ),
      );
      processes.push(...started);
      const [worker, api] = started as [Program, Program];
      const { address, namespace } = temporal;
      await Promise.all([
        untilPolling(worker, { address, namespace, taskQueue: 'anjuan' }),
        untilAnswering(api, `${baseUrl}/health/ready`),
      ]);
    },
    worker() {
      const [worker] = processes;
      if (worker === undefined) throw new Error('The worker was not started.');
      return worker;
    },
    async lose() {
      await Promise.all([...processes.splice(0).map((one) => one.kill()), temporal.kill(), postgres.kill()]);
    },
    async stop() {
      await Promise.all(processes.splice(0).map((one) => one.stop()));
      await Promise.all([temporal.stop(), postgres.stop()]);
    },
  };
}
