/** PDF files: whole, open to everybody, and nothing in them that does something by itself. */
import { inflateSync, constants } from 'node:zlib';
import { refuseArchive, refuseHidden } from './behind.ts';
import { namesIn, streamsOf, type PdfStream } from './pdf-names.ts';
import { refuseHuge } from './picture-size.ts';
import { damaged, unfit } from './unfit.ts';

/** Names of what runs a script or a program, or carries a file. Long enough not to stand in compressed bytes by chance. */
const ACTIVE = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'Rendition',
  'ImportData',
  'GoToE',
];
/** The same, but short: looked for where no compressed bytes are. */
const ACTIVE_AND_SHORT = ['JS', 'XFA'];

/** What all compressed objects of a file may come to. */
const LARGEST_OBJECTS = 64 * 1_048_576;

/** @throws Unfit for a PDF that needs a password, does something, carries a file, is damaged or hides something */
export async function inspectPdf(content: Buffer): Promise<void> {
  const end = content.lastIndexOf('%%EOF', undefined, 'latin1');
  if (end < 0) damaged();
  refuseArchive(content);
  refuseHidden(content.subarray(end + 5));
  refuseActive(content.toString('latin1'), ACTIVE);
  const { plain, encrypted } = objectsOf(content);
  refuseActive(plain, ACTIVE_AND_SHORT);
  if (encrypted) await inspectEncrypted(content);
}

/** The objects that are not compressed, and those that are, once they are unpacked. */
function objectsOf(content: Buffer): { plain: string; encrypted: boolean } {
  const outside = outsideStreams(content);
  const encrypted = namesIn(outside).has('Encrypt');
  let left = LARGEST_OBJECTS;
  const unpacked: string[] = [];
  for (const stream of streamsOf(content)) {
    refuseHugeImage(stream.dictionary);
    if (encrypted || !holdsObjects(stream)) continue;
    const objects = unpackedObjects(stream, left);
    left -= objects.length;
    const read = objects.toString('latin1');
    refuseActive(read, ACTIVE);
    unpacked.push(read);
  }
  return { plain: [outside, ...unpacked].join('\n'), encrypted };
}

function outsideStreams(content: Buffer): string {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { content: stream } of streamsOf(content)) {
    const start = stream.byteOffset - content.byteOffset;
    if (start < at) continue;
    pieces.push(content.subarray(at, start));
    at = start + stream.length;
  }
  pieces.push(content.subarray(at));
  return Buffer.concat(pieces).toString('latin1');
}

function holdsObjects({ dictionary }: PdfStream): boolean {
  const names = namesIn(dictionary);
  return names.has('ObjStm') || (names.has('First') && names.has('N'));
}

const FILTERS = ['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode', 'Crypt', 'LZW', 'A85', 'AHx', 'RL'];

/** @throws Unfit if they are packed in a way that no program of today writes: what cannot be looked into is not kept */
function unpackedObjects({ dictionary, content }: PdfStream, most: number): Buffer {
  const names = namesIn(dictionary);
  const isFlate = names.has('FlateDecode') || names.has('Fl');
  const twice = (dictionary.match(/\/Fl(ateDecode)?\b/g) ?? []).length > 1;
  if (!names.has('Filter') && !names.has('F')) return content.length > most ? damaged() : content;
  if (!isFlate || twice || FILTERS.some((filter) => names.has(filter)) || names.has('Predictor')) damaged();
  try {
    return inflateSync(content, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return damaged();
  }
}

function refuseHugeImage(dictionary: string): void {
  const names = namesIn(dictionary);
  const side = (name: string) => Number(new RegExp(`/${name}\\s+(\\d{1,9})\\b`).exec(dictionary)?.[1] ?? 0);
  if (names.has('Image')) refuseHuge(side('Width'), side('Height'));
}

function refuseActive(objects: string, names: readonly string[]): void {
  const found = namesIn(objects);
  if (!names.some((name) => found.has(name))) return;
  unfit(
    'PDF 含有脚本、启动程序的动作、附件或其他活动内容。请用“打印为 PDF”重新生成后上传。',
    'The PDF holds scripts, actions that start programs, attached files or other active content. Print it to PDF anew and upload that.',
  );
}

/**
 * An encrypted file that opens without a password is looked at once it is decrypted.
 * @throws Unfit if a password is needed
 */
async function inspectEncrypted(content: Buffer): Promise<void> {
  // Large, and needed for few files.
  const { decryptedObjects } = await import('./pdf-decrypted.ts');
  for (const object of await decryptedObjects(content, LARGEST_OBJECTS))
    refuseActive(object, [...ACTIVE, ...ACTIVE_AND_SHORT]);
}
