/** Histories taken from a running stack. */
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { vi } from 'vitest';
import { EncryptingCodec } from '../../config/payloads/codec.ts';
import { decryptedHistory } from '../../config/payloads/history.ts';
import type { TestStack } from '../support/test-stack.ts';
import type { Run } from './files.ts';
import { PATIENCE } from '../support/patience.ts';

/** Every run of every case of a stack, oldest first, without the names of machines and as if the stack had no keys: these are thrown away with it. */
export async function runsOf({ database, temporal, payloads }: TestStack): Promise<Run[]> {
  const codec = new EncryptingCodec(payloads);
  const cases = await database.case.findMany({ orderBy: { id: 'asc' }, select: { id: true, kind: true } });
  const runs: Run[] = [];
  for (const { id, kind } of cases) {
    const workflowId = `case/${id}`;
    const { runId: latest } = await temporal.workflow.getHandle(workflowId).describe();
    // The list follows the runs at a little distance.
    const listed = await vi.waitFor(async () => {
      const found: { runId: string; startTime: Date }[] = [];
      for await (const run of temporal.workflow.list({ query: `WorkflowId = '${workflowId}'` })) found.push(run);
      if (!found.some(({ runId }) => runId === latest)) throw new Error(`${workflowId} is not listed yet.`);
      return found.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
    }, PATIENCE);
    for (const { runId } of listed) {
      const history = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
      runs.push({ workflowId, kind, history: anonymous(decryptedHistory(JSON.parse(historyToJSON(history)), codec)) });
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
    if (key === 'workerVersion' || key === 'binaryChecksum' || key === 'inheritedBuildId') return [];
    if (key === 'taskQueue' || key === 'stickyAttributes') return [[key, { name: 'recorded' }]];
    return [[key, anonymous(inner)]];
  });
  return Object.fromEntries(entries);
}
