/** How everything that goes to Temporal and comes from it is put into bytes: the same for every client, worker and replay. */
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { EncryptingCodec } from './codec.ts';
import type { PayloadKeys } from './keys.ts';

/** In the workflow bundle too: what a workflow throws is put into bytes there. */
export const failureConverterPath = fileURLToPath(new URL('../../workflows/failure-converter.ts', import.meta.url));

/** The converter that a client, a worker or a replay is made with. */
export function dataConverterOf(keys: PayloadKeys): DataConverter {
  return { failureConverterPath, payloadCodecs: [new EncryptingCodec(keys)] };
}
