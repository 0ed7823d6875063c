import { crc32, deflateRawSync } from 'node:zlib';

/** How an archive differs from the plainest one. */
export interface ArchiveOptions {
  /** Replaces the unpacked size that the directory tells of the last entry. */
  readonly claimedSize?: number;
  /** Compresses the entries. */
  readonly deflate?: boolean;
  /** Sizes and checksums follow each entry instead of standing before it, as programs write that do not know them in advance. */
  readonly sizesFollow?: boolean;
  /** Stands behind each entry and belongs to none. */
  readonly gap?: Buffer;
}

/** A zip archive. */
export function archive(entries: Readonly<Record<string, string | Buffer>>, options: ArchiveOptions = {}): Buffer {
  const { claimedSize, deflate = false, sizesFollow = false, gap = Buffer.alloc(0) } = options;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const names = Object.keys(entries);
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const packed = deflate ? deflateRawSync(bytes) : bytes;
    const label = Buffer.from(name);
    const told = Buffer.alloc(12);
    told.writeUInt32LE(crc32(bytes), 0);
    told.writeUInt32LE(packed.length, 4);
    told.writeUInt32LE(claimedSize !== undefined && name === names.at(-1) ? claimedSize : bytes.length, 8);
    const common = Buffer.alloc(10);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(sizesFollow ? 8 : 0, 2);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(label.length, 0);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), common, told, lengths, central, label);
    const written: Buffer[] = [
      Buffer.from('PK\x03\x04'),
      common,
      sizesFollow ? Buffer.alloc(12) : told,
      lengths,
      label,
      packed,
    ];
    if (sizesFollow) written.push(Buffer.from('PK\x07\x08'), told);
    written.push(gap);
    parts.push(...written);
    offset += written.reduce((sum, { length }) => sum + length, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
