/** Child programs of the embedded stack: started in a process group of their own, awaited, stopped, never orphaned. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endLeftover } from './leftover.ts';
import { endWhenTold } from './told-to-end.ts';

/** Takes one line of progress, without a line break. */
export type Log = (line: string) => void;

/** How a program ended: its exit code, or the signal that ended it. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A program to start. */
export interface ProgramOptions {
  /** the name it goes by in messages */
  name: string;
  command: string;
  args: string[];
  /** the whole environment; the caller's own when left out */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** user and group to run as; only root may give them */
  uid?: number;
  gid?: number;
  /** every line of its standard output and standard error */
  onLine?: (line: string) => void;
  /** signal that asks it to end; SIGTERM when left out */
  stopSignal?: NodeJS.Signals;
  /**
   * Where its process id is noted while it runs, so that a start after a crash of ours finds and ends what was left
   * over. `mark` is a text that its command line is sure to hold.
   */
  note?: { file: string; mark: string };
}

/** A program that was started. */
export interface Program {
  name: string;
  pid: number;
  /** settles when it has ended and its last lines have come, however it ended; never rejects */
  exited: Promise<Exit>;
  /** its last lines, oldest first, at most 40: what to show when it fails */
  lastLines(): string[];
  /** asks it to end and waits; ends it by force when it has not within `graceMs` (30 s when left out) */
  stop(graceMs?: number): Promise<Exit>;
  /** ends it by force (SIGKILL to its process group), as a power cut would, and waits */
  kill(): Promise<Exit>;
}

/** How long the last lines of a program that has ended are awaited, in milliseconds. */
const LAST_LINES_MS = 1000;

/**
 * Starts a program in its own process group: a Ctrl-C in the terminal then reaches this process alone, which stops its
 * programs in order. Should this process end without stopping them, also by a signal, they are killed on its way out.
 *
 * @throws Error naming the program when it cannot be started
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  endWhenTold();
  if (options.note) await endLeftover(options.note, options.name, options.stopSignal);
  const child = spawn(options.command, options.args, {
    env: options.env ?? process.env,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...(options.uid !== undefined && { uid: options.uid }),
    ...(options.gid !== undefined && { gid: options.gid }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const lines = collectLines(child, options.onLine);
  const pid = await spawned(child, options.name);
  if (options.note) {
    writeFileSync(options.note.file, JSON.stringify({ pid, owner: process.pid, mark: options.note.mark }));
  }
  const killGroup = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killGroup);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      process.removeListener('exit', killGroup);
      if (options.note) rmSync(options.note.file, { force: true });
      // Its last lines may still be in the pipes. A program of its own that lives on can hold them open.
      const settle = () => {
        clearTimeout(heldOpen);
        resolve({ code, signal });
      };
      const heldOpen = setTimeout(settle, LAST_LINES_MS);
      child.once('close', settle);
    });
  });
  return {
    name: options.name,
    pid,
    exited,
    lastLines: () => [...lines],
    async stop(graceMs = 30_000) {
      const force = setTimeout(killGroup, graceMs);
      if (child.exitCode === null && child.signalCode === null) child.kill(options.stopSignal ?? 'SIGTERM');
      return exited.finally(() => clearTimeout(force));
    },
    kill() {
      killGroup();
      return exited;
    },
  };
}

/** Says in one sentence how a program ended, with its last lines below. */
export function describeExit(program: Program, exit: Exit): string {
  const how = exit.signal === null ? `with exit code ${exit.code ?? 'unknown'}` : `by ${exit.signal}`;
  return [
    `${program.name} ended ${how}.`,
    ...program
      .lastLines()
      .slice(-12)
      .map((line) => `  ${line}`),
  ].join('\n');
}

function collectLines(child: ChildProcess, onLine: ProgramOptions['onLine']): string[] {
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr] as (Readable | null)[]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      // Servers write stack traces into one line; their beginning tells enough.
      last.push(line.length > 400 ? `${line.slice(0, 400)} ...` : line);
      if (last.length > 40) last.shift();
      onLine?.(line);
    });
  }
  return last;
}

function spawned(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`${name} could not be started: ${cause.message}`, { cause })));
    child.once('spawn', () => resolve(child.pid ?? 0));
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended in between.
  }
}
