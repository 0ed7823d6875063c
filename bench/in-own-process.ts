/** Measurements in a process of their own, which runs as a worker of the product does in the image, or as the SDK comes (bench/worker.ts). */
import { fork } from 'node:child_process';
import { AS_IN_PRODUCTION } from './worker.ts';

export interface OwnProcess {
  /** The file that is run; it gets the order as its argument and answers by {@link answerOrder}. */
  readonly file: string;
  readonly order: object;
  readonly runAs: 'product' | 'sdk';
  /** Further arguments of Node. */
  readonly args?: readonly string[];
}

/** The number that such a process sends before it ends. */
export function measuredApart({ file, order, runAs, args = [] }: OwnProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(file, [JSON.stringify(order)], {
      execArgv: [...args, ...(runAs === 'product' ? AS_IN_PRODUCTION : [])],
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let received: number | undefined;
    child.once('message', (value) => {
      received = Number(value);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (received === undefined) reject(new Error(`${file} ended with ${code} and said nothing.`));
      else resolve(received);
    });
  });
}

/** In the process of its own: measures as ordered, sends the number and ends. Does nothing where the file is only imported. */
export async function answerOrder<Order>(file: string, measure: (order: Order) => Promise<number>): Promise<void> {
  const [order] = process.argv.slice(2);
  if (process.argv[1] !== file || order === undefined) return;
  // The measurement is gone.
  process.once('disconnect', () => process.exit(1));
  const value = await measure(JSON.parse(order) as Order);
  process.send?.(value, () => process.exit(0));
}
