/** Starting a server again when another program has taken one of its ports between the choice and the use. */

import { isFree } from './ports.ts';

/** What a Go program says of a port that is taken. */
const TAKEN = /listen tcp \S*?:(\d+): bind: address already in use/;
/** Enough for a busy machine; what fails more often has another cause. */
const TRIES = 5;

/**
 * Starts a server; again, a few times, when it ended because a port was taken that nobody asked for by name. Each try has to choose
 * such ports anew.
 *
 * @param asked ports that must be these and no others
 * @throws Error that names the port, when it is one that was asked for
 */
export async function withFreshPorts<T>(name: string, asked: readonly number[], start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    // Looked at beforehand: what answers there meanwhile would be taken for the server that is coming up.
    for (const port of asked) if (!(await isFree(port))) throw conflict(name, port);
    try {
      return await start();
    } catch (error) {
      const port = Number(TAKEN.exec(error instanceof Error ? error.message : '')?.[1]);
      if (asked.includes(port)) throw conflict(name, port, error);
      if (Number.isNaN(port) || tries === TRIES) throw error;
    }
  }
}

function conflict(name: string, port: number, cause?: unknown): Error {
  return new Error(
    `${name} cannot start: port ${port} of 127.0.0.1, which was asked for, is used by another program. End that program, or ask for another port.`,
    { cause },
  );
}
