/** Temporal as the stack wants it. */
import { join } from 'node:path';
import type { Postgres } from './postgres.ts';
import type { StackOptions } from './stack.ts';
import { startTemporalDevServer } from './temporal-dev-server.ts';
import { temporalPrograms } from './temporal-programs.ts';
import { startTemporalServer } from './temporal-server.ts';
import type { TemporalServer } from './temporal-types.ts';

/**
 * Starts the development server, or the real one once its PostgreSQL is up.
 *
 * @param dir folder for its data and configuration
 */
export async function startTemporal(
  options: StackOptions,
  dir: string,
  postgres: () => Promise<Postgres>,
): Promise<TemporalServer> {
  const { log, namespace, searchAttributes, ports } = options;
  const common = {
    log,
    ...(namespace !== undefined && { namespace }),
    ...(searchAttributes && { searchAttributes }),
    ...(ports?.temporal !== undefined && { port: ports.temporal }),
  };
  if (options.temporal === 'dev') {
    const { temporal } = await temporalPrograms({ log, need: 'development' });
    return startTemporalDevServer({
      ...common,
      program: temporal,
      ...(ports?.temporalUi !== undefined && { uiPort: ports.temporalUi }),
      ...((options.durable ?? true) && { dbFile: join(dir, 'temporal.db') }),
    });
  }
  const { server, sql } = await temporalPrograms({ log, need: 'server' });
  if (server === undefined || sql === undefined) throw new Error("Temporal's server was not built.");
  return startTemporalServer({ ...common, programs: { server, sql }, postgres: await postgres(), dir });
}
