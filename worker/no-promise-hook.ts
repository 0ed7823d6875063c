/**
 * Keeps Temporal's SDK from following every promise of every workflow. It goes on without the hook, as it does where Node has none; the query
 * `__stack_trace` then answers that traces are not enabled. Why: docs/decisions/0047-no-promise-hook.md.
 */
import v8 from 'node:v8';

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
