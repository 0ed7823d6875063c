/** Temporal as a part of the stack. */
import { join } from 'node:path';
import type { Postgres } from './postgres.ts';
import type { Log } from './program.ts';
import { startTemporalDevServer } from './temporal-dev-server.ts';
import { temporalProgram } from './temporal-programs.ts';
import type { SearchAttribute, TemporalServer } from './temporal-types.ts';

/** What a Temporal server of the stack is started with. */
export interface TemporalPart {
  /** folder for its data and configuration */
  dir: string;
  /** waits for a PostgreSQL that it may make databases in */
  postgres: () => Promise<Postgres>;
  namespace?: string;
  searchAttributes?: readonly SearchAttribute[];
  ports?: { temporal?: number; temporalUi?: number | true };
  /** false: data in memory only */
  durable: boolean;
  log: Log;
}

/** Starts a Temporal server for the stack. */
export type TemporalStarter = (part: TemporalPart) => Promise<TemporalServer>;

/** The development server: what `npm start` and the suites use unless they are told otherwise. */
export const devServer: TemporalStarter = async ({ dir, durable, log, namespace, searchAttributes, ports }) =>
  startTemporalDevServer({
    program: await temporalProgram({ log }),
    log,
    ...(namespace !== undefined && { namespace }),
    ...(searchAttributes && { searchAttributes }),
    ...(ports?.temporal !== undefined && { port: ports.temporal }),
    ...(ports?.temporalUi !== undefined && { uiPort: ports.temporalUi }),
    ...(durable && { dbFile: join(dir, 'temporal.db') }),
  });
