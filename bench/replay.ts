import type { temporal } from '@temporalio/proto';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { dataConverterOf } from '../config/payloads/data-converter.ts';
import type { PayloadKeys } from '../config/payloads/keys.ts';

type History = temporal.api.history.v1.IHistory;

/** Milliseconds to replay one history from its first event, over many in a row; the worker's own start is left out. */
export async function replayMs(
  bundle: WorkflowBundle,
  payloads: PayloadKeys,
  history: History,
  times: number,
): Promise<number> {
  const options = { workflowBundle: bundle, dataConverter: dataConverterOf(payloads) };
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
