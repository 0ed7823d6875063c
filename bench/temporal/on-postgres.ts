/** The real Temporal server as a part of the stack, instead of the development server. */
import type { TemporalStarter } from '../../dev/stack-temporal.ts';
import { buildTemporal } from './build.ts';
import { startTemporalServer } from './server.ts';

/** Builds the server if it is not in the user's cache, and starts it on the PostgreSQL of the stack. */
export const onPostgres: TemporalStarter = async ({ dir, postgres, log, namespace, searchAttributes, ports }) =>
  startTemporalServer({
    programs: await buildTemporal(process.env, log),
    postgres: await postgres(),
    dir,
    log,
    ...(namespace !== undefined && { namespace }),
    ...(searchAttributes && { searchAttributes }),
    ...(ports?.temporal !== undefined && { port: ports.temporal }),
  });
