/** The objects of an encrypted PDF that opens without a password. Its reader unpacks whatever there is, so that is measured before. */
import { inflateSync, constants } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFDocument,
  PDFName,
  PDFObjectStreamParser,
  PDFRawStream,
  PDFXRefStreamParser,
} from '@cantoo/pdf-lib';
import { damaged, unfit } from './unfit.ts';

/**
 * The objects as they would stand in a file that is not encrypted, without the bytes of streams.
 * @param most what all compressed objects may come to
 * @throws Unfit if a password is needed, or if they come to more
 */
export async function decryptedObjects(content: Buffer, most: number): Promise<string[]> {
  const gauge = new Gauge(most);
  const objects = await gauge.during(() => readObjects(content));
  // The reader passes over what it could not unpack.
  if (gauge.isFull) damaged();
  return objects;
}

async function readObjects(content: Buffer): Promise<string[]> {
  try {
    const { context } = await PDFDocument.load(content, { password: '', updateMetadata: false });
    return context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object).toString());
  } catch {
    return unfit(
      'PDF 设有打开密码或无法解密，请取消密码（例如打开后“打印为 PDF”）后上传。',
      'The PDF needs a password to be opened or cannot be decrypted; remove the password, e.g. open it and print it to PDF, and upload that.',
    );
  }
}

/** What the reader unpacks of one file; a thread looks at one file at a time. */
class Gauge {
  #left: number;
  isFull = false;

  constructor(most: number) {
    this.#left = most;
  }

  async during<T>(read: () => Promise<T>): Promise<T> {
    const [objects, tables] = [PDFObjectStreamParser.forStream, PDFXRefStreamParser.forStream];
    PDFObjectStreamParser.forStream = (raw, wait) => objects(this.#measured(raw), wait);
    PDFXRefStreamParser.forStream = (raw) => tables(this.#measured(raw));
    try {
      return await read();
    } finally {
      PDFObjectStreamParser.forStream = objects;
      PDFXRefStreamParser.forStream = tables;
    }
  }

  #measured(raw: PDFRawStream): PDFRawStream {
    try {
      this.#left -= sizeOf(raw, this.#left);
      this.isFull ||= this.#left < 0;
    } catch (failure) {
      // The reader goes through a file twice: at first as if it were not encrypted, when nothing can be unpacked.
      this.isFull ||= raw.transform !== undefined || isTooLarge(failure);
      throw failure;
    }
    if (this.isFull) throw new Error('What is packed in the file comes to too much.');
    return raw;
  }
}

function isTooLarge(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_BUFFER_TOO_LARGE';
}

/** @throws whatever zlib does for what comes to more, or is packed otherwise */
function sizeOf({ dict, contents, transform }: PDFRawStream, most: number): number {
  const bare = dict.clone();
  for (const key of ['Filter', 'DecodeParms']) bare.delete(PDFName.of(key));
  const packed = decodePDFRawStream(PDFRawStream.of(bare, contents, transform)).decode();
  if (dict.get(PDFName.of('Filter')) === undefined) return packed.length;
  return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH }).length;
}
