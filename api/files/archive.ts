/** Zip archives, read strictly: every byte belongs to an entry or to the directory, and every entry is what the directory says. */
import { crc32, createInflateRaw } from 'node:zlib';

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_LENGTH, CENTRAL_LENGTH, END_LENGTH] = [30, 46, 22];
/** Flags of an entry: it is encrypted; its sizes follow it in a record of their own. */
const [ENCRYPTED, SIZES_FOLLOW] = [0x1, 0x8];
const [STORED, DEFLATED] = [0, 8];

/** An entry of an archive as its directory tells of it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly flags: number;
  /** Where its own header stands. */
  readonly at: number;
}

/**
 * The entries of an archive that is nothing else besides.
 * @returns null if anything stands before, between or behind its parts, or two of them overlap
 */
export function archiveEntries(content: Buffer): ArchiveEntry[] | null {
  const end = content.length - END_LENGTH;
  // A comment at the end could be anything, so there must be none.
  if (end < 0 || content.readUInt32LE(end) !== END || content.readUInt16LE(end + 20) !== 0) return null;
  const [count, size, start] = [
    content.readUInt16LE(end + 10),
    content.readUInt32LE(end + 12),
    content.readUInt32LE(end + 16),
  ];
  if (start + size !== end) return null;
  const entries: ArchiveEntry[] = [];
  let at = start;
  while (at < end) {
    if (at + CENTRAL_LENGTH > end || content.readUInt32LE(at) !== CENTRAL) return null;
    const nameLength = content.readUInt16LE(at + 28);
    entries.push({
      flags: content.readUInt16LE(at + 8),
      method: content.readUInt16LE(at + 10),
      crc: content.readUInt32LE(at + 16),
      packed: content.readUInt32LE(at + 20),
      size: content.readUInt32LE(at + 24),
      at: content.readUInt32LE(at + 42),
      name: content.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength).toString('utf8'),
    });
    at += CENTRAL_LENGTH + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return at === end && entries.length === count && fills(content, entries, start) ? entries : null;
}

/** True if the entries stand one behind the other from the first byte to the directory. */
function fills(content: Buffer, entries: readonly ArchiveEntry[], directory: number): boolean {
  let next = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (entry.at !== next) return false;
    const data = dataOf(content, entry);
    if (data === null) return false;
    next = data.end;
    // Its sizes may follow; then the next part begins behind them.
    if ((entry.flags & SIZES_FOLLOW) !== 0) next += sizeRecordAt(content, next);
  }
  return next === directory;
}

/** Length of the record of sizes that stands here, with and without a signature, with short and long sizes; 0 if there is none. */
function sizeRecordAt(content: Buffer, at: number): number {
  const signed = at + 4 <= content.length && content.readUInt32LE(at) === 0x08074b50;
  const starts = (length: number) =>
    at + length + 4 <= content.length && [LOCAL, CENTRAL].includes(content.readUInt32LE(at + length));
  return (signed ? [16, 24] : [12, 20]).find(starts) ?? 0;
}

function dataOf(content: Buffer, { at, name, packed }: ArchiveEntry): { start: number; end: number } | null {
  if (at + LOCAL_LENGTH > content.length || content.readUInt32LE(at) !== LOCAL) return null;
  const nameLength = content.readUInt16LE(at + 26);
  const start = at + LOCAL_LENGTH + nameLength + content.readUInt16LE(at + 28);
  const label = content.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + nameLength).toString('utf8');
  return label === name && start + packed <= content.length ? { start, end: start + packed } : null;
}

/** True if an entry unpacks to as many bytes, with the checksum, as the directory says. It is unpacked piece by piece and not kept. */
export async function unpacksAsTold(content: Buffer, entry: ArchiveEntry): Promise<boolean> {
  const data = dataOf(content, entry);
  if (data === null || (entry.flags & ENCRYPTED) !== 0) return false;
  const packed = content.subarray(data.start, data.end);
  if (entry.method === STORED) return packed.length === entry.size && crc32(packed) === entry.crc;
  if (entry.method !== DEFLATED) return false;
  const inflate = createInflateRaw();
  inflate.end(packed);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > entry.size) return false;
      crc = crc32(piece, crc);
    }
  } catch {
    return false;
  }
  return size === entry.size && crc === entry.crc && inflate.bytesWritten === packed.length;
}
