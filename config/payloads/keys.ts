/** The keys under which payloads stand in Temporal: PAYLOAD_KEYS, PAYLOAD_KEY_ID, PAYLOAD_CIPHER. */
import { createSecretKey, type KeyObject } from 'node:crypto';
import type { CipherName } from './ciphers.ts';

/** Secret: the keys themselves can neither be printed nor be put into JSON. */
export interface PayloadKeys {
  /** By their ids. Payloads under any of them can be read. */
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** Id of the key that encrypts; null: what is written is left readable. */
  readonly writesWith: string | null;
  readonly cipher: CipherName;
}

/** Stands in PAYLOAD_KEY_ID for none of the keys. */
export const NO_KEY = 'none';

/** What the environment gives. */
export interface GivenKeys {
  readonly MODE: 'production' | 'training';
  readonly PAYLOAD_KEYS?: string | undefined;
  readonly PAYLOAD_KEY_ID?: string | undefined;
  readonly PAYLOAD_CIPHER: CipherName;
}

/** Faults that name their variables and repeat no key, for `SettingsError`. */
export class PayloadKeyFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

const KEY_BYTES = 32;
const MAKE_ONE = 'make one with: echo "k1:$(openssl rand -base64 32)"';

/**
 * Reads the keys. They stand as `id:key`, the key being 32 bytes in base64, one after the other with commas or line breaks between them; a line
 * that begins with # is passed over. The first encrypts unless PAYLOAD_KEY_ID names another, or none.
 * @throws PayloadKeyFaults listing all that is wrong; in production also if there is no key
 */
export function readPayloadKeys(given: GivenKeys): PayloadKeys {
  const entries = (given.PAYLOAD_KEYS ?? '')
    .split(/[\n,]/)
    .flatMap((line) => (/^\s*(#|$)/.test(line) ? [] : [line.trim()]));
  const faults: string[] = [];
  const keys = new Map<string, KeyObject>();
  entries.forEach((entry, at) => {
    const read = keyIn(entry);
    const id = typeof read === 'string' ? '' : read.id;
    if (typeof read === 'string') faults.push(`PAYLOAD_KEYS: entry ${at + 1} ${read}`);
    else if (keys.has(id))
      faults.push(`PAYLOAD_KEYS: the id '${id}' stands there twice; give each key an id of its own`);
    else keys.set(id, read.key);
  });
  if (entries.length === 0 && given.MODE === 'production')
    faults.push(
      `PAYLOAD_KEYS: is missing: without a key, what people type in stands readable in Temporal; ${MAKE_ONE}`,
    );
  const writesWith = given.PAYLOAD_KEY_ID ?? [...keys.keys()][0] ?? NO_KEY;
  if (writesWith !== NO_KEY && !keys.has(writesWith) && faults.length === 0)
    faults.push(`PAYLOAD_KEY_ID: there is no key of this id; name one of PAYLOAD_KEYS, or ${NO_KEY}`);
  if (faults.length > 0) throw new PayloadKeyFaults(faults);
  return { keys, writesWith: writesWith === NO_KEY ? null : writesWith, cipher: given.PAYLOAD_CIPHER };
}

/** The key of an entry, or what is wrong with it. */
function keyIn(entry: string): { readonly id: string; readonly key: KeyObject } | string {
  const [, id = '', encoded = ''] =
    /^([A-Za-z0-9][A-Za-z0-9._-]{0,31})\s*:\s*([A-Za-z0-9+/_-]+={0,2})$/.exec(entry) ?? [];
  if (id === '') return `must be id:key, the id of letters, digits, dots and dashes, the key in base64; ${MAKE_ONE}`;
  if (id === NO_KEY) return `has the id '${NO_KEY}', which stands for no key; give it another`;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== KEY_BYTES) return `must hold a key of ${KEY_BYTES} bytes in base64; ${MAKE_ONE}`;
  if (!isRandom(bytes)) return `holds a key that is not random; ${MAKE_ONE}`;
  return { id, key: createSecretKey(bytes) };
}

/** Of 32 random bytes some thirty differ, most are no letters, and the steps from one to the next differ too. */
function isRandom(bytes: Buffer): boolean {
  const steps = bytes.map((byte, at) => byte - (bytes[at - 1] ?? 0)).subarray(1);
  const isTyped = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(bytes).size >= 16 && new Set(steps).size >= 12 && !isTyped;
}
