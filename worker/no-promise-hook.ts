/**
 * Keeps Temporal's SDK from following every promise of every workflow, in production: `node --import ./worker/no-promise-hook.ts
 * worker/main.ts`. Node loads it before anything else in the process and in each of its threads, those of the workflows among them. The
 * SDK goes on without the hook, as it does where Node has none; the query `__stack_trace` then answers that traces are not enabled.
 * Elsewhere it does nothing, and a workflow tells where it stands. Why: docs/decisions/0047-no-promise-hook.md.
 */
import v8 from 'node:v8';

if (process.env['NODE_ENV'] === 'production') refusePromiseHook();

/** Has the SDK do without the hook in this thread. A thread that is started later has its hook, unless it refuses it, too. */
export function refusePromiseHook(): void {
  v8.promiseHooks.createHook = () => {
    silenceForNow();
    throw new Error('The promises of workflows are not followed here.');
  };
}

/** What the SDK says of the missing hook, once a thread and past the log, is what is wanted here. */
function silenceForNow(): void {
  const { warn } = console;
  console.warn = () => undefined;
  queueMicrotask(() => {
    console.warn = warn;
  });
}
