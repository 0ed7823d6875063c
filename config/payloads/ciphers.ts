/**
 * The ciphers a payload can be encrypted with. Each is authenticated: what was changed on the way, or stands beside other words than those it
 * was encrypted with, is refused. The keys that a cipher needs are derived from the one that is given, so that no key serves two ends.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

export const cipherNames = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;

export type CipherName = (typeof cipherNames)[number];

/** A cipher with its key. */
export interface Cipher {
  /** @param bound what can be read beside the result and must not be changed either */
  encrypt(plain: Uint8Array, bound: Uint8Array): Buffer;
  /** @throws Error if `encrypted` or `bound` is not what {@link encrypt} gave and was given, or the key is another one */
  decrypt(encrypted: Uint8Array, bound: Uint8Array): Buffer;
}

/** The cipher of this name under a key of 32 bytes. */
export function cipherOf(name: CipherName, key: KeyObject): Cipher {
  return name === 'aes-256-gcm' ? aes256Gcm(key) : sm4CtrHmacSm3(key);
}

/** As a key object: Node finds out anew at each use what bytes are, by a failure that it catches. */
function derived(hash: 'sha256' | 'sm3', key: KeyObject, use: string, bytes: number): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync(hash, key, Buffer.alloc(0), `anjuan payload ${use}`, bytes)));
}

/** Nonce of 12 bytes, ciphertext, tag of 16 bytes. */
function aes256Gcm(key: KeyObject): Cipher {
  const algorithm = 'aes-256-gcm';
  const own = derived('sha256', key, algorithm, 32);
  return {
    encrypt(plain, bound) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, own, nonce).setAAD(bound);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    decrypt(encrypted, bound) {
      const { head: nonce, body, tail: tag } = split(encrypted, 12, 16);
      const decipher = createDecipheriv(algorithm, own, nonce, { authTagLength: 16 }).setAAD(bound).setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

/** First counter of 16 bytes, ciphertext, code of 32 bytes over what is bound, the counter and the ciphertext. OpenSSL has no SM4-GCM. */
function sm4CtrHmacSm3(key: KeyObject): Cipher {
  const algorithm = 'sm4-ctr';
  const own = derived('sm3', key, algorithm, 16);
  const ofCode = derived('sm3', key, 'hmac-sm3', 32);
  const codeOf = (bound: Uint8Array, counter: Uint8Array, body: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bound.length);
    return createHmac('sm3', ofCode).update(length).update(bound).update(counter).update(body).digest();
  };
  return {
    encrypt(plain, bound) {
      const counter = randomBytes(16);
      const cipher = createCipheriv(algorithm, own, counter);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([counter, body, codeOf(bound, counter, body)]);
    },
    decrypt(encrypted, bound) {
      const { head: counter, body, tail: code } = split(encrypted, 16, 32);
      if (!timingSafeEqual(code, codeOf(bound, counter, body))) throw new Error('The code does not match.');
      const decipher = createDecipheriv(algorithm, own, counter);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

function split(encrypted: Uint8Array, head: number, tail: number): Record<'head' | 'body' | 'tail', Uint8Array> {
  if (encrypted.length < head + tail) throw new Error('It is too short.');
  const end = encrypted.length - tail;
  return { head: encrypted.subarray(0, head), body: encrypted.subarray(head, end), tail: encrypted.subarray(end) };
}
