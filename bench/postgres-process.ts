import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The first process of an embedded PostgreSQL, above those of its connections.
 * @param dir the folder that it was started with
 */
export function firstProcessOfPostgres(dir: string): number {
  return Number.parseInt(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8'), 10);
}
