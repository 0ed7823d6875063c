/** A process of which a thread makes one call into code that answers and one into code that never does, as the SDK calls workflows. Prints how each ended. */
import vm from 'node:vm';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const TIMEOUT_MS = 200;

function callInto(code: string): unknown {
  try {
    return new vm.Script(code).runInContext(vm.createContext({}), { timeout: TIMEOUT_MS, displayErrors: true });
  } catch (failure) {
    return (failure as Error).message;
  }
}

if (isMainThread) {
  const thread = new Worker(new URL(import.meta.url));
  thread.on('message', (words) => process.stdout.write(`${String(words)}\n`));
  thread.once('exit', () => process.exit(0));
} else {
  for (const code of ['6 * 7', 'throw new Error("as it is")', 'for (;;);']) parentPort?.postMessage(callInto(code));
}
