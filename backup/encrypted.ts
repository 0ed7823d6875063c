/** Writing and reading the encrypted dump, as streams: neither is ever in memory as a whole, and no clear text touches the disk. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import type { BackupKey } from './key.ts';

/** What was written or read: size and hash of the encrypted file. */
export interface FileSum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Encrypts a stream into a new file, which is on the disk when this answers. */
export async function writeEncrypted(source: Readable, file: string, { recipient }: BackupKey): Promise<FileSum> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const encrypted = await encrypter.encrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>);
  const sum = summing();
  await pipeline(fromWeb(encrypted), sum.stream, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  return sum.result();
}

/** The sum of a file as it lies on the disk. */
export async function sumOf(file: string): Promise<FileSum> {
  const sum = summing();
  await pipeline(createReadStream(file), sum.stream, nowhere());
  return sum.result();
}

/** Decrypts a file to its end. @throws Error where it was changed, cut off or encrypted with another key */
export async function decryptToEnd(file: string, key: BackupKey): Promise<void> {
  await pipeline(await readEncrypted(file, key), nowhere());
}

/** Decrypts a file. The stream fails where the file was changed. */
export async function readEncrypted(file: string, { identity }: BackupKey): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return fromWeb(await decrypter.decrypt(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>));
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function fromWeb(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream);
}

function summing(): { stream: Transform; result(): FileSum } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
