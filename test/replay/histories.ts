/** Kept histories: read, written, and taken from a running stack. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { vi } from 'vitest';
import product from '../../package.json' with { type: 'json' };
import type { TestStack } from '../support/test-stack.ts';

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

/** Every run of every case of a stack, oldest first, without the names of machines. */
export async function runsOf({ database, temporal }: TestStack): Promise<Run[]> {
  const cases = await database.case.findMany({ orderBy: { id: 'asc' }, select: { id: true, kind: true } });
  const runs: Run[] = [];
  for (const { id, kind } of cases) {
    const workflowId = `case/${id}`;
    const { runId: latest } = await temporal.workflow.getHandle(workflowId).describe();
    // The list follows the runs at a little distance.
    const listed = await vi.waitFor(
      async () => {
        const found: { runId: string; startTime: Date }[] = [];
        for await (const run of temporal.workflow.list({ query: `WorkflowId = '${workflowId}'` })) found.push(run);
        if (!found.some(({ runId }) => runId === latest)) throw new Error(`${workflowId} is not listed yet.`);
        return found.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
      },
      { timeout: 20_000, interval: 100 },
    );
    for (const { runId } of listed) {
      const history = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
      runs.push({ workflowId, kind, history: anonymous(JSON.parse(historyToJSON(history))) });
    }
  }
  return runs;
}

/** Names of machines, processes and queues are no part of what is replayed. */
function anonymous(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(anonymous);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (key === 'identity') return [[key, 'recorded']];
    if (key === 'workerVersion' || key === 'binaryChecksum') return [];
    if (key === 'taskQueue' || key === 'stickyAttributes') return [[key, { name: 'recorded' }]];
    return [[key, anonymous(inner)]];
  });
  return Object.fromEntries(entries);
}
