/** Histories in the JSON of Temporal, read with the keys of the stack. */
import type { Payload } from '@temporalio/common';
import type { EncryptingCodec } from './codec.ts';

/** A payload in that JSON: bytes are base64. */
export interface PayloadJson {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly data?: string;
}

/**
 * The same history with every encrypted payload as it was before.
 * @throws UnreadablePayload if a key is missing or a payload has been changed
 */
export function decryptedHistory(history: unknown, codec: EncryptingCodec): unknown {
  return withPayloads(history, (payload) => jsonOf(codec.decrypt(bytesOf(payload))));
}

/** The same with each payload as the value that it holds, for people to read; one that is no JSON as it is. */
export function shownPayloads(history: unknown): unknown {
  return withPayloads(history, (payload) => {
    const encoding = Buffer.from(payload.metadata?.['encoding'] ?? '', 'base64').toString();
    if (encoding === 'binary/null') return null;
    if (encoding !== 'json/plain') return payload;
    return JSON.parse(Buffer.from(payload.data ?? '', 'base64').toString()) as unknown;
  });
}

/** The same with something else in the place of each payload. */
function withPayloads(value: unknown, change: (payload: PayloadJson) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withPayloads(one, change));
  if (typeof value !== 'object' || value === null) return value;
  if (isPayload(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withPayloads(inner, change)]));
}

function isPayload(value: object): value is PayloadJson {
  const { metadata } = value as { metadata?: unknown };
  return typeof metadata === 'object' && metadata !== null && 'encoding' in metadata;
}

function bytesOf({ metadata = {}, data = '' }: PayloadJson): Payload {
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')])),
    data: Buffer.from(data, 'base64'),
  };
}

function jsonOf({ metadata, data }: Payload): PayloadJson {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)])),
    ...(data != null && data.length > 0 && { data: base64(data) }),
  };
}
