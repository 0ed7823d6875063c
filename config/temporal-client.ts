import { Client, type ConnectionLike } from '@temporalio/client';
import { dataConverterOf } from './payloads/data-converter.ts';
import type { PayloadKeys } from './payloads/keys.ts';

/** A client that writes and reads payloads under the keys of the stack. There is no other way to make one in the product. */
export function temporalClient(connection: ConnectionLike, namespace: string, payloads: PayloadKeys): Client {
  return new Client({ connection, namespace, dataConverter: dataConverterOf(payloads) });
}
