/**
 * Encrypts what Temporal keeps: inputs and results of workflows, updates, signals, queries and activities, details and messages of failures.
 * The id of the key and the cipher stand beside the payload, so that keys and ciphers can change while cases run; a payload that was written
 * without a key is read as it is, so that a running stack can begin to encrypt.
 */
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { cipherNames, cipherOf, type Cipher, type CipherName } from './ciphers.ts';
import type { PayloadKeys } from './keys.ts';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/** `encoding` of an encrypted payload; a change of what is bound or of how it is laid out is another encoding. */
export const ENCRYPTED = 'binary/anjuan-encrypted-1';

/**
 * A payload that cannot be read. Whoever meets it fails the task or the call, which is tried again: no case ends by it.
 * Its message is for operators.
 */
export class UnreadablePayload extends Error {
  override readonly name = 'UnreadablePayload';
}

export class EncryptingCodec implements PayloadCodec {
  readonly #keys: PayloadKeys;
  readonly #ciphers = new Map<string, Cipher>();

  constructor(keys: PayloadKeys) {
    this.#keys = keys;
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypt(payload)));
  }

  /** @throws UnreadablePayload if its key is missing here, or it has been changed */
  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve().then(() => payloads.map((payload) => this.decrypt(payload)));
  }

  encrypt(payload: Payload): Payload {
    const { writesWith, cipher } = this.#keys;
    if (writesWith === null) return payload;
    const metadata = { encoding: ENCRYPTED, 'encryption-key-id': writesWith, 'encryption-cipher': cipher };
    const plain = PayloadMessage.encode(payload).finish();
    return {
      metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value)])),
      data: this.#cipherOf(writesWith, cipher).encrypt(plain, boundTo(writesWith, cipher)),
    };
  }

  /** @throws UnreadablePayload as {@link decode} */
  decrypt(payload: Payload): Payload {
    if (noted(payload, 'encoding') !== ENCRYPTED) return payload;
    const [keyId, cipherName] = [noted(payload, 'encryption-key-id'), noted(payload, 'encryption-cipher')];
    const cipher = this.#cipherOf(keyId, cipherName);
    try {
      const { metadata, data } = PayloadMessage.decode(
        cipher.decrypt(payload.data ?? new Uint8Array(), boundTo(keyId, cipherName)),
      );
      return { metadata, data: data.length === 0 ? new Uint8Array() : data };
    } catch {
      throw new UnreadablePayload(
        `A payload under the key '${keyId}' has been changed, or PAYLOAD_KEYS holds another key under that id than the one it was written with.`,
      );
    }
  }

  #cipherOf(keyId: string, cipher: string): Cipher {
    const name = `${keyId}:${cipher}`;
    const known = this.#ciphers.get(name);
    if (known !== undefined) return known;
    const key = this.#keys.keys.get(keyId);
    if (key === undefined) {
      throw new UnreadablePayload(
        `A payload is encrypted under the key '${keyId}', which this process does not have: add that key to PAYLOAD_KEYS and start the process again. Nothing is lost: what waits for it is tried again.`,
      );
    }
    if (!isCipher(cipher)) {
      throw new UnreadablePayload(
        `A payload is encrypted with '${cipher}', which this version does not know: start the version that wrote it.`,
      );
    }
    const made = cipherOf(cipher, key);
    this.#ciphers.set(name, made);
    return made;
  }
}

/** What can be read beside a payload and must be as it was written. */
function boundTo(keyId: string, cipher: string): Buffer {
  return Buffer.from(JSON.stringify([ENCRYPTED, keyId, cipher]));
}

/** What is noted beside a payload; whoever writes to Temporal may have written it. */
function noted({ metadata }: Payload, name: string): string {
  return Buffer.from(metadata?.[name] ?? new Uint8Array())
    .toString()
    .slice(0, 64);
}

function isCipher(name: string): name is CipherName {
  return (cipherNames as readonly string[]).includes(name);
}
