/** Being told to end: by a signal, or by the end of the npm that started this process. */
import { constants } from 'node:os';
import { processInfo } from './process-info.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** How often the npm above is looked for, in milliseconds. */
const LOOK_MS = 1_000;
let isWatching = false;

/**
 * Makes sure that a process which holds programs ends them when it is told to end. A signal that nobody else listens to ends this process
 * in such a way that its `exit` listeners run; Node's own way does without them. The end of the npm above counts as SIGTERM: npm
 * passes signals on to a shell that does not, and cannot pass on a SIGKILL.
 */
export function endWhenTold(): void {
  if (isWatching) return;
  isWatching = true;
  const stopLooking = whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      stopLooking();
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
}

/** Settles when this process is first told to end; a second time, a second later, ends it at once. */
export function untilToldToEnd(): Promise<'stop'> {
  endWhenTold();
  return new Promise((resolve) => {
    let first = 0;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        // npm passes on the signal that the terminal has sent already: two at once are one.
        if (first !== 0 && Date.now() - first > 1_000) process.exit(1);
        first ||= Date.now();
        resolve('stop');
      });
    }
  });
}

/** Calls `act` once when the npm that started this process has ended, however it ended. Answers what stops the looking. */
function whenNpmIsGone(act: () => void): () => void {
  const above = upToNpm();
  const timer = setInterval(() => {
    if (above.every((parent, index) => parentOf(index === 0 ? process.pid : above[index - 1]) === parent)) return;
    clearInterval(timer);
    act();
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Process ids from the parent of this process up to npm (a shell is usually between them); none if npm did not start it. */
function upToNpm(): number[] {
  const above: number[] = [];
  for (let pid = process.ppid; pid > 1 && above.length < 5;) {
    const info = processInfo(pid);
    if (info === undefined) break;
    above.push(pid);
    if (/\bnpm\b/.test(info.command)) return above;
    pid = info.parent;
  }
  return [];
}

/** A process whose parent has ended gets another parent. */
function parentOf(pid: number | undefined): number | undefined {
  if (pid === process.pid) return process.ppid;
  return pid === undefined ? undefined : processInfo(pid)?.parent;
}
