/**
 * The parts of an archive, read with caps. The reader is yauzl; what it leaves open is closed here, and each check names its threat:
 * an archive that is another file besides (a program before it, a page between its parts) or that two readers take apart differently.
 */
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { damaged, unfit } from './unfit.ts';

/** More than any document of 10 MB has; an archive with tens of thousands costs the processor half a minute. */
export const MOST_PARTS = 4_000;
/** Ten times the largest upload. */
export const LARGEST_UNPACKED = 100 * 1_048_576;

/** How much of a file may still be unpacked: an archive within an archive takes from the same. */
export interface Room {
  parts: number;
  bytes: number;
}

/** The room of a whole file. */
export function roomOfFile(): Room {
  return { parts: MOST_PARTS, bytes: LARGEST_UNPACKED };
}

/** A part, unpacked. */
export interface ArchivePart {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Unpacks an archive part by part, as long as there is room; a part is not kept by it.
 * @throws Unfit before anything is unpacked if there are too many parts or they claim too much, and at the first part that is not as told
 */
export async function* partsOf(archive: Buffer, room: Room): AsyncGenerator<ArchivePart> {
  const zip = await opened(archive, room);
  const entries = await entriesOf(zip, room);
  await refuseGaps(archive, zip, entries);
  for (const entry of entries) {
    if (!entry.fileName.endsWith('/')) yield { name: entry.fileName, content: await unpacked(zip, entry) };
  }
}

async function opened(archive: Buffer, room: Room): Promise<ZipFile> {
  const zip = await fromBufferPromise(archive).catch(damaged);
  if (zip.entryCount > room.parts) {
    const parts = MOST_PARTS - room.parts + zip.entryCount;
    unfit(
      `文件内部包含 ${parts} 个部分，超过上限 ${MOST_PARTS}，请另存为新文件，或导出为 PDF 后上传。`,
      `The file is made of ${parts} parts; at most ${MOST_PARTS} are accepted. Save it anew, or export it as PDF.`,
    );
  }
  room.parts -= zip.entryCount;
  return zip;
}

async function entriesOf(zip: ZipFile, room: Room): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    damaged();
  }
  // Office looks names up in whatever case: two that differ in case alone are one to it.
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (names.size !== entries.length) damaged();
  if (size > room.bytes) refuseFlood();
  room.bytes -= size;
  if (entries.some((entry) => entry.isEncrypted())) {
    unfit('文件设有密码，请取消密码后上传。', 'The file is protected by a password; remove it and upload that.');
  }
  return entries;
}

function refuseFlood(): never {
  const megabytes = LARGEST_UNPACKED / 1_048_576;
  unfit(
    `文件解压后超过 ${megabytes} MB，请压缩其中的图片、删去嵌入的文件，或导出为 PDF 后上传。`,
    `Unpacked, the file takes more than ${megabytes} MB. Make its pictures smaller, take files out that are embedded, or export it as PDF.`,
  );
}

const CENTRAL_HEADER = 46;
const END_RECORD = 22;
/** The two records that stand before the last one where sizes take 64 bits. */
const LONG_END_RECORDS = 76;
/** A part whose size was not known in advance is followed by a record of it. */
const LONGEST_SIZE_RECORD = 24;
const SIZES_FOLLOW = 0x8;

/** Every byte belongs to a part or to the directory, and a part is called the same in both places. */
async function refuseGaps(archive: Buffer, zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  const directory = entries.reduce(
    (sum, { fileNameLength, extraFieldLength, fileCommentLength }) =>
      sum + CENTRAL_HEADER + fileNameLength + extraFieldLength + fileCommentLength,
    0,
  );
  const end = archive.length - END_RECORD;
  const isLong = archive
    .subarray(end - LONG_END_RECORDS)
    .toString('latin1')
    .startsWith('PK\x06\x06');
  const start = end - (isLong ? LONG_END_RECORDS : 0) - directory;
  const ordered = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  if (zip.comment !== '' || ordered[0]?.relativeOffsetOfLocalHeader !== 0) damaged();
  for (const [index, entry] of ordered.entries()) {
    const header = await zip.readLocalFileHeaderPromise(entry).catch(damaged);
    if (!header.fileName.equals(entry.fileNameRaw)) damaged();
    const next = ordered[index + 1]?.relativeOffsetOfLocalHeader ?? start;
    const gap = next - header.fileDataStart - entry.compressedSize;
    const most = (entry.generalPurposeBitFlag & SIZES_FOLLOW) === 0 ? 0 : LONGEST_SIZE_RECORD;
    if (gap < 0 || gap > most) damaged();
  }
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  try {
    // Held to the size that the directory tells: a part that unpacks to more is cut off there.
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  } catch {
    damaged();
  }
  const content = Buffer.concat(pieces);
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) damaged();
  return content;
}
