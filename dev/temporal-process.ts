/** What both kinds of Temporal server of the embedded stack do with their process. */
import type { Connection } from '@temporalio/client';
import { describeExit, type Program } from './program.ts';
import { withConnection, type TemporalServer } from './temporal-types.ts';

/**
 * Waits until a server that was started is ready; one that is not is ended.
 *
 * @param isReady waits by the connection; `gaveUp` settles with the reason when the server has ended
 */
export async function untilReady(
  program: Program,
  port: number,
  isReady: (connection: Connection, gaveUp: Promise<string>) => Promise<void>,
): Promise<Program> {
  const gaveUp = program.exited.then((exit) => describeExit(program, exit));
  try {
    await withConnection(`127.0.0.1:${port}`, (connection) => isReady(connection, gaveUp));
  } catch (error) {
    await program.kill();
    throw error;
  }
  return program;
}

/** A ready server as its users have it. */
export interface ReadyServer {
  readonly port: number;
  readonly uiPort: number | undefined;
  readonly namespace: string;
  readonly program: Program;
  /** starts it again on the same ports with the same data */
  readonly start: () => Promise<Program>;
}

export function serverOf({ port, uiPort, namespace, program: first, start }: ReadyServer): TemporalServer {
  let program = first;
  return {
    address: `127.0.0.1:${port}`,
    uiUrl: uiPort === undefined ? undefined : `http://127.0.0.1:${uiPort}`,
    namespace,
    pid: () => program.pid,
    ended: () => program.exited.then((exit) => describeExit(program, exit)),
    async stop() {
      await program.stop();
    },
    async kill() {
      await program.kill();
    },
    async restart() {
      await program.stop();
      program = await start();
    },
  };
}
