/** How long a replay of a case takes, in a process of its own that runs as a worker does (bench/worker.ts). Forked by the bench. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import proto, { type temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { dataConverterOf } from '../config/payloads/data-converter.ts';
import { readPayloadKeys } from '../config/payloads/keys.ts';
import { installRuntime } from './runtime.ts';
import { AS_IN_PRODUCTION } from './worker.ts';

const { History } = proto.temporal.api.history.v1;

export interface ReplayOrder {
  /** How the process is run: as the image runs the product, or as the SDK comes. */
  readonly runAs: 'product' | 'sdk';
  /** File with the workflow code. */
  readonly codePath: string;
  /** PAYLOAD_KEYS of the stage. */
  readonly payloadKeys: string;
  readonly times: number;
}

/** Milliseconds to replay one history from its first event, over many in a row; the worker's own start is left out. */
export function replayMs(order: ReplayOrder, history: temporal.api.history.v1.IHistory): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(order)], {
      execArgv: order.runAs === 'product' ? AS_IN_PRODUCTION : [],
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let received: number | undefined;
    child.once('message', (ms) => {
      received = Number(ms);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (received === undefined) reject(new Error(`The measurement of replay ended with ${code} and said nothing.`));
      else resolve(received);
    });
    child.send(Buffer.from(History.encode(history).finish()).toString('base64'));
  });
}

async function measure({ codePath, payloadKeys, times }: ReplayOrder, encoded: string): Promise<number> {
  installRuntime();
  const payloads = readPayloadKeys({ MODE: 'production', PAYLOAD_KEYS: payloadKeys, PAYLOAD_CIPHER: 'aes-256-gcm' });
  const options = { workflowBundle: { codePath }, dataConverter: dataConverterOf(payloads) };
  const history = History.decode(Buffer.from(encoded, 'base64'));
  const histories = Array.from({ length: times + 1 }, (_, nth) => ({ workflowId: `replay-${nth}`, history }));
  let began = 0;
  let replayed = 0;
  for await (const { error } of Worker.runReplayHistories(options, histories)) {
    if (error !== undefined) throw error;
    if (began === 0) began = performance.now();
    else replayed += 1;
  }
  return (performance.now() - began) / replayed;
}

const [order] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url) && order !== undefined) {
  // The measurement is gone.
  process.once('disconnect', () => process.exit(1));
  const encoded = await new Promise<string>((resolve) => process.once('message', (words) => resolve(String(words))));
  const ms = await measure(JSON.parse(order) as ReplayOrder, encoded);
  process.send?.(ms, () => process.exit(0));
}
