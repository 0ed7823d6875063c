/**
 * One watch for all calls into workflows, in production. The SDK gives each call into a workflow five seconds by an option of `vm`, for which Node
 * starts and ends a thread a call, some forty a case. Here a thread notes until when its call may take, and the main thread looks once a second. A call
 * that does not come back can be stopped by Node alone; so the process begins anew as one that leaves the watch to Node, where the task of that
 * case fails and all others go on. Why: docs/decisions/0065-one-watch.md.
 */
import vm from 'node:vm';
import { getEnvironmentData, isMainThread, setEnvironmentData, threadId } from 'node:worker_threads';

/** Set in a process that began anew. */
export const WATCHED_BY_NODE = 'WORKFLOWS_WATCHED_BY_NODE';

/** Under which threads find the ends of each other's calls: a second of the monotonic clock for each thread, 0 while it is in no call. */
const ENDS = 'anjuan:ends-of-calls';
const THREADS_AT_MOST = 1_024;
const LOOK_EVERY_MS = 1_000;

/** Takes the watch over in this thread; in the main thread begins to look. Threads that are started later do so by themselves. */
export function watchTogether(): void {
  if (process.env[WATCHED_BY_NODE] === 'true') return;
  const ends = isMainThread ? lookAt(new Uint32Array(new SharedArrayBuffer(4 * THREADS_AT_MOST))) : endsOfAll();
  if (ends !== undefined) noteCalls(ends, threadId % THREADS_AT_MOST);
}

function endsOfAll(): Uint32Array | undefined {
  const ends = getEnvironmentData(ENDS);
  return ends instanceof Uint32Array ? ends : undefined;
}

/** Seconds of the monotonic clock, which all threads share and nobody sets. */
const seconds = () => process.hrtime()[0];

type RunInContext = (this: vm.Script, context: vm.Context, options?: vm.RunningScriptOptions) => unknown;

function noteCalls(ends: Uint32Array, own: number): void {
  const runInContext = Reflect.get(vm.Script.prototype, 'runInContext') as RunInContext;
  vm.Script.prototype.runInContext = function (this: vm.Script, context, options): unknown {
    const { timeout, ...others } = options ?? {};
    if (timeout === undefined) return runInContext.call(this, context, options);
    const before = ends[own] ?? 0;
    ends[own] = seconds() + Math.ceil(timeout / 1_000) + 1;
    try {
      return runInContext.call(this, context, others);
    } finally {
      ends[own] = before;
    }
  };
}

/** A process that was held as a whole finds its calls late and goes on with them: only what is late at two looks does not come back. */
function lookAt(ends: Uint32Array): Uint32Array {
  setEnvironmentData(ENDS, ends);
  let late: ReadonlyMap<number, number> = new Map();
  setInterval(() => {
    const now = seconds();
    const lateNow = new Map([...ends.entries()].filter(([, end]) => end !== 0 && end < now));
    if ([...lateNow].some(([thread, end]) => late.get(thread) === end)) beginAnew();
    late = lateNow;
  }, LOOK_EVERY_MS).unref();
  return ends;
}

function beginAnew(): never {
  process.stderr.write(
    '流程代码未在规定时间内返回；本进程重新启动，改由 Node 逐次监视。A call into a workflow did not come back in time; this process begins anew ' +
      'and leaves the watch to Node, at some more processor time, until it is started again.\n',
  );
  const { execPath, execArgv, argv, env } = process;
  process.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, [WATCHED_BY_NODE]: 'true' });
  // Where Node cannot do that, a supervisor starts the process.
  process.exit(1);
}
