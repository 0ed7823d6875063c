/** The two processes of Anjuan itself, as children of `npm start`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import proto from '@temporalio/proto';
import type { TemporalConnection } from '../config/temporal.ts';
import { describeExit, startProgram } from './program.ts';
import type { Log, Program } from './program.ts';
import { withConnection } from './temporal-types.ts';

/** A process of ours to start. */
export interface ProcessOptions {
  name: 'worker' | 'api';
  /** root of the repository */
  root: string;
  /** folder in which its process id is noted */
  dir: string;
  env: Record<string, string>;
  log: Log;
}

/**
 * Starts `worker/main.ts` or `api/main.ts` with this very Node.
 *
 * @throws Error when the file is missing
 */
export async function startProcess({ name, root, dir, env, log }: ProcessOptions): Promise<Program> {
  const main = join(root, name, 'main.ts');
  if (!existsSync(main)) throw new Error(`${main} is missing: the ${name} cannot start.`);
  return startProgram({
    name: `The ${name}`,
    command: process.execPath,
    args: [main],
    cwd: root,
    env: { ...process.env, ...env },
    onLine: (line) => log(`[${name}] ${line}`),
    note: { file: join(dir, `${name}.process.json`), mark: main },
  });
}

/** Waits until the address answers 200. @throws Error with the program's last lines when it ends first */
export function untilAnswering(program: Program, url: string): Promise<void> {
  return until(program, async () => (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok);
}

/** Waits until somebody takes workflow tasks from the queue. @throws Error with the program's last lines when it ends first */
export function untilPolling(
  program: Program,
  at: { address: string | TemporalConnection; namespace: string; taskQueue: string },
): Promise<void> {
  return withConnection(at.address, (connection) =>
    until(program, async () => {
      const { pollers } = await connection.workflowService.describeTaskQueue({
        namespace: at.namespace,
        taskQueue: { name: at.taskQueue },
        taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      });
      return pollers.length > 0;
    }),
  );
}

async function until(program: Program, isSo: () => Promise<boolean>): Promise<void> {
  let over: string | undefined;
  const ended = program.exited.then((exit) => {
    over = describeExit(program, exit);
  });
  while (!(await isSo().catch(() => false))) {
    if (over !== undefined) throw new Error(over);
    await Promise.race([pause(100), ended]);
  }
}
