/** How long a replay of a case takes, in a process of its own. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { dataConverterOf } from '../config/payloads/data-converter.ts';
import { readPayloadKeys } from '../config/payloads/keys.ts';
import { answerOrder, measuredApart, type OwnProcess } from './in-own-process.ts';
import { installRuntime } from './runtime.ts';

const file = fileURLToPath(import.meta.url);

export interface ReplayOrder {
  /** File with the workflow code. */
  readonly codePath: string;
  /** File with the history, as protobuf has it. */
  readonly historyPath: string;
  /** PAYLOAD_KEYS of the stage. */
  readonly payloadKeys: string;
  readonly times: number;
}

/** Milliseconds to replay one history from its first event, over many in a row; the worker's own start is left out. */
export function replayMs(order: ReplayOrder, runAs: OwnProcess['runAs']): Promise<number> {
  return measuredApart({ file, order, runAs });
}

async function measure({ codePath, historyPath, payloadKeys, times }: ReplayOrder): Promise<number> {
  installRuntime();
  const payloads = readPayloadKeys({ MODE: 'production', PAYLOAD_KEYS: payloadKeys, PAYLOAD_CIPHER: 'aes-256-gcm' });
  const options = { workflowBundle: { codePath }, dataConverter: dataConverterOf(payloads) };
  const history = proto.temporal.api.history.v1.History.decode(await readFile(historyPath));
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

await answerOrder(file, measure);
