/** The process in which a peer serves: started, killed and started anew on its port. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { here } from './install.ts';
import type { ServiceOrder } from './services/order.ts';

export interface Service {
  pid(): number;
  /** Ends it where it stands (SIGKILL) and starts it anew. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** @param file in `services/` */
export async function startService(file: string, order: ServiceOrder): Promise<Service> {
  let running = await forkService(file, order);
  return {
    pid: () => running.pid,
    async killAndRestart() {
      await running.kill();
      running = await forkService(file, order);
    },
    stop: () => running.kill(),
  };
}

function forkService(file: string, order: ServiceOrder): Promise<{ pid: number; kill(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const child = fork(join(here, 'services', file), [JSON.stringify(order)], {
      env: { ...process.env, NODE_ENV: 'production', RESTATE_LOGGING: 'ERROR' },
      // What they print is not among the figures.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
    child.once('message', () =>
      resolve({
        pid: child.pid ?? 0,
        async kill() {
          child.kill('SIGKILL');
          await ended;
        },
      }),
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)));
  });
}
