/** The lock file of a PostgreSQL data folder, and why a start may fail. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from './leftover.ts';
import { processInfo } from './process-info.ts';
import { describeExit } from './program.ts';
import type { Exit, Program } from './program.ts';

/**
 * Clears a lock file that a killed server left. PostgreSQL does so itself unless the process id has since gone to another
 * program, after which it would refuse to start for ever. A server of ours on the same folder is ended first; that it
 * has no living owner was made sure of before (see `leftover.ts`).
 */
export async function clearStaleLock(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  let pid: number;
  try {
    pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return;
  }
  const info = Number.isInteger(pid) && pid > 0 ? processInfo(pid) : undefined;
  if (info?.command.includes(data)) await endProcess(pid, 'SIGINT');
  rmSync(file, { force: true });
}

/**
 * Explains a start that failed. `passing` names a cause that a second try may get over: the port was taken, or processes
 * of a killed server have not gone yet.
 */
export function describeStartFailure(
  program: Program,
  exit: Exit,
  data: string,
  port: number,
): { message: string; passing?: 'port' | 'leftovers' } {
  const printed = program.lastLines().join('\n');
  if (printed.includes('Address already in use')) {
    return {
      message: `PostgreSQL cannot listen on port ${port} of 127.0.0.1: another program does. Choose another port.`,
      passing: 'port',
    };
  }
  const message = `PostgreSQL did not start on ${data}. ${describeExit(program, exit)}`;
  return printed.includes('pre-existing shared memory block') ? { message, passing: 'leftovers' } : { message };
}
