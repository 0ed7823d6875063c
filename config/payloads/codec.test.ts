import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { ApplicationFailure, type Payload } from '@temporalio/common';
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
} from '@temporalio/common/lib/internal-non-workflow/codec-helpers.js';
import { loadDataConverter } from '@temporalio/common/lib/internal-non-workflow/data-converter-helpers.js';
import { describe, expect, it } from 'vitest';
import { cipherNames, type CipherName } from './ciphers.ts';
import { ENCRYPTED, EncryptingCodec, UnreadablePayload } from './codec.ts';
import { dataConverterOf } from './data-converter.ts';
import { decryptedHistory } from './history.ts';
import { readPayloadKeys, type PayloadKeys } from './keys.ts';

const secret = (): string => randomBytes(32).toString('base64');
const [old, young] = [`2026-a:${secret()}`, `2026-b:${secret()}`];

const keysOf = (PAYLOAD_KEYS: string, cipher: CipherName = 'aes-256-gcm', PAYLOAD_KEY_ID?: string): PayloadKeys =>
  readPayloadKeys({ MODE: 'production', PAYLOAD_KEYS, PAYLOAD_CIPHER: cipher, PAYLOAD_KEY_ID });
const codecOf = (...given: Parameters<typeof keysOf>) => new EncryptingCodec(keysOf(...given));

const attendance = { attendees: [{ name: '欧阳建国', capacity: '法定代表人' }], reason: '逾期一个月，已电话说明' };
const plain: Payload = {
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify(attendance)),
};

function bytesOf({ metadata, data }: Payload): string {
  return Buffer.concat([...Object.values(metadata ?? {}), data ?? new Uint8Array()]).toString('latin1');
}

/** The payload with one bit of a part of it turned. */
function turned({ metadata, data }: Payload, at: number): Payload {
  const changed = Buffer.from(data ?? []);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return { metadata, data: changed };
}

describe.each(cipherNames)('XC-05.6 a payload under %s', (cipher) => {
  const codec = codecOf(old, cipher);

  it('is read as it was written, whatever it is and however long', async () => {
    const payloads = [
      plain,
      { metadata: { encoding: Buffer.from('binary/null') } },
      { metadata: { encoding: Buffer.from('binary/plain') }, data: randomBytes(100_000) },
    ];
    const read = await codec.decode(await codec.encode(payloads));
    expect(read.map(bytesOf)).toEqual(payloads.map(bytesOf));
    expect(read.map(({ metadata }) => Object.keys(metadata ?? {}))).toEqual(payloads.map(() => ['encoding']));
  });

  it('shows nothing of what it holds, and twice the same does not look the same', async () => {
    const [one, other] = await codec.encode([plain, plain]);
    for (const payload of [one!, other!]) {
      const bytes = bytesOf(payload);
      for (const word of ['欧阳建国', '法定代表人', '逾期'])
        expect(bytes).not.toContain(Buffer.from(word).toString('latin1'));
      expect(bytes).not.toContain('json/plain');
      expect(Buffer.from(payload.metadata!['encryption-key-id']!).toString()).toBe('2026-a');
      expect(Buffer.from(payload.metadata!['encryption-cipher']!).toString()).toBe(cipher);
    }
    expect(bytesOf(one!)).not.toBe(bytesOf(other!));
  });

  it('is refused if any byte of it was changed, or it was cut', async () => {
    const [payload] = await codec.encode([plain]);
    const { length } = payload!.data!;
    for (const at of [0, 5, 20, Math.floor(length / 2), length - 20, length - 1])
      await expect(codec.decode([turned(payload!, at)]), String(at)).rejects.toThrow(UnreadablePayload);
    for (const end of [0, 1, 20, length - 1])
      await expect(codec.decode([{ ...payload, data: payload!.data!.subarray(0, end) }])).rejects.toThrow(
        UnreadablePayload,
      );
  });

  it('is refused under the id of another key, even where both keys are the same, and under another cipher', async () => {
    const [id, key] = old.split(':');
    const [payload] = await codec.encode([plain]);
    const relabelled = (name: string, value: string): Payload => ({
      ...payload,
      metadata: { ...payload!.metadata, [name]: Buffer.from(value) },
    });
    await expect(
      codecOf(`${id}:${key}, other:${key}`, cipher).decode([relabelled('encryption-key-id', 'other')]),
    ).rejects.toThrow(/has been changed/);
    for (const another of cipherNames.filter((name) => name !== cipher))
      await expect(codec.decode([relabelled('encryption-cipher', another)])).rejects.toThrow(/has been changed/);
    await expect(codecOf(`${id}:${secret()}`, cipher).decode([payload!])).rejects.toThrow(/another key under that id/);
  });
});

describe('XC-05.6 keys and ciphers change while cases run', () => {
  it('what was written without a key is read as it is', async () => {
    expect(await codecOf(old).decode([plain])).toEqual([plain]);
    const withoutKeys = new EncryptingCodec(readPayloadKeys({ MODE: 'training', PAYLOAD_CIPHER: 'aes-256-gcm' }));
    expect(await withoutKeys.encode([plain])).toEqual([plain]);
  });

  it('a key is read everywhere before it writes, and the old one is read after', async () => {
    const before = codecOf(old);
    const between = codecOf(`${old},${young}`);
    const after = codecOf(`${young},${old}`);
    const [first] = await before.encode([plain]);
    const [second] = await between.encode([plain]);
    const [third] = await after.encode([plain]);
    for (const codec of [between, after])
      expect((await codec.decode([first!, second!, third!, plain])).map(bytesOf)).toEqual(
        Array(4).fill(bytesOf(plain)),
      );
    expect([second, third].map((payload) => Buffer.from(payload!.metadata!['encryption-key-id']!).toString())).toEqual([
      '2026-a',
      '2026-b',
    ]);
  });

  it('a stack can read before it writes: PAYLOAD_KEY_ID=none', async () => {
    const codec = codecOf(old, 'aes-256-gcm', 'none');
    expect(await codec.encode([plain])).toEqual([plain]);
    expect((await codec.decode(await codecOf(old).encode([plain]))).map(bytesOf)).toEqual([bytesOf(plain)]);
  });

  it('a cipher is changed by a setting, and what the other wrote is read', async () => {
    const [written] = await codecOf(old, 'sm4-ctr-hmac-sm3').encode([plain]);
    expect((await codecOf(old, 'aes-256-gcm').decode([written!])).map(bytesOf)).toEqual([bytesOf(plain)]);
  });

  it('a key that is missing is named, with what to do; so is a cipher that is not known', async () => {
    const [written] = await codecOf(young).encode([plain]);
    await expect(codecOf(old).decode([written!])).rejects.toThrow(
      /under the key '2026-b', which this process does not have: add that key to PAYLOAD_KEYS/,
    );
    const later = { ...written, metadata: { ...written!.metadata, 'encryption-cipher': Buffer.from('sm4-gcm') } };
    await expect(codecOf(young).decode([later])).rejects.toThrow(/'sm4-gcm', which this version does not know/);
  });
});

it('XC-05.6 messages, stacks and details of failures are encrypted, and read again; their type is not, the retries depend on it', async () => {
  const converter = loadDataConverter(dataConverterOf(keysOf(old)));
  const failure = ApplicationFailure.create({
    type: 'INVALID_INPUT',
    message: '欧阳建国 的电话 13800138000 无法拨通',
    details: [{ message: '91310000MA1K35P8XA' }],
    cause: new Error('zhang.san@example.cn'),
  });
  const written = await encodeErrorToFailure(converter, failure);
  const shown = inspect(written, { depth: 20, maxStringLength: null }) + JSON.stringify(written);
  for (const word of ['欧阳建国', '13800138000', '91310000MA1K35P8XA', 'zhang.san', 'codec.test'])
    expect(shown).not.toContain(word);
  expect(written.applicationFailureInfo?.type).toBe('INVALID_INPUT');
  const read = await decodeOptionalFailureToOptionalError(converter, written);
  expect(read).toMatchObject({
    message: failure.message,
    type: 'INVALID_INPUT',
    details: [{ message: '91310000MA1K35P8XA' }],
    cause: { message: 'zhang.san@example.cn' },
  });
});

it('XC-05.6 a history in JSON is read with the keys, and what was not encrypted stays as it is', async () => {
  const codec = codecOf(old);
  const [encrypted] = await codec.encode([plain]);
  const jsonOf = ({ metadata, data }: Payload) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
    ),
    data: Buffer.from(data ?? []).toString('base64'),
  });
  const history = { events: [{ eventId: '1', input: { payloads: [jsonOf(encrypted!), jsonOf(plain)] } }] };
  expect(JSON.stringify(history)).toContain(Buffer.from(ENCRYPTED).toString('base64'));
  expect(decryptedHistory(history, codec)).toEqual({
    events: [{ eventId: '1', input: { payloads: [jsonOf(plain), jsonOf(plain)] } }],
  });
});
