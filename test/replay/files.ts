/** The recordings on disk: `histories/<version>/<scenario>.json`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import product from '../../package.json' with { type: 'json' };

export const FOLDER = fileURLToPath(new URL('histories/', import.meta.url));
/** The version whose recordings are being made: that of the package. */
export const VERSION = product.version;

/** One run of one case, as JSON that can be replayed. */
export interface Run {
  readonly workflowId: string;
  readonly kind: string;
  readonly history: unknown;
}

export interface Recording {
  readonly version: string;
  readonly scenario: string;
  readonly runs: readonly Run[];
}

export function fileOf(version: string, scenario: string): string {
  return join(FOLDER, version, `${scenario}.json`);
}

/** All recordings of all versions. */
export function recordings(): Recording[] {
  if (!existsSync(FOLDER)) return [];
  const versions = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return versions.flatMap(({ name: version }) =>
    readdirSync(join(FOLDER, version))
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({
        version,
        scenario: file.replace(/\.json$/, ''),
        runs: JSON.parse(readFileSync(join(FOLDER, version, file), 'utf8')) as Run[],
      })),
  );
}

/** Writes a recording. @throws Error if there is one of this version and scenario: what was recorded is never recorded over. */
export function keep(scenario: string, runs: readonly Run[]): void {
  const file = fileOf(VERSION, scenario);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]\n`, { flag: 'wx' });
}
