/**
 * Whether a file is what it says and nothing besides. What is hidden before, between or behind the parts of a file makes it two
 * things at once: an image for one program, an archive or a page for another (ASVS 5.2).
 */
import { crc32 } from 'node:zlib';
import { archiveEntries, unpacksAsTold } from './archive.ts';

/** True if the file begins and ends where its format says it does. */
export async function isWhole(mime: string, content: Buffer): Promise<boolean> {
  if (mime === 'image/png') return isWholePng(content);
  if (mime === 'image/jpeg') return isWholeJpeg(content) && !holdsArchive(content);
  if (mime === 'application/pdf') return isWholePdf(content) && !holdsArchive(content);
  return isPlainOffice(content);
}

/** A signature and chunks with their checksums, of which the last ends the file. */
function isWholePng(content: Buffer): boolean {
  let at = 8;
  while (at + 12 <= content.length) {
    const length = content.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > content.length) return false;
    const type = content.subarray(at + 4, at + 8).toString('latin1');
    if ((at === 8) !== (type === 'IHDR')) return false;
    if (crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4)) return false;
    if (type === 'IEND') return length === 0 && end === content.length;
    at = end;
  }
  return false;
}

/** One image, or several one behind the other as telephones write them; cameras pad their files with zeros. */
function isWholeJpeg(content: Buffer): boolean {
  let at = endOfJpeg(content, 0);
  while (at !== null && at < content.length) {
    while (at < content.length && content[at] === 0) at += 1;
    if (at === content.length) return true;
    at = endOfJpeg(content, at);
  }
  return at !== null;
}

const [START_OF_IMAGE, END_OF_IMAGE, START_OF_SCAN] = [0xd8, 0xd9, 0xda];

/** Where the image that starts here ends; null if it does not. */
function endOfJpeg(content: Buffer, start: number): number | null {
  if (content[start] !== 0xff || content[start + 1] !== START_OF_IMAGE) return null;
  let at = start + 2;
  while (at + 2 <= content.length) {
    if (content[at] !== 0xff) return null;
    const marker = content[at + 1] as number;
    if (marker === END_OF_IMAGE) return at + 2;
    if (marker === 0xff) at += 1;
    else {
      if (marker < 0xc0 || (marker >= 0xd0 && marker <= START_OF_IMAGE) || at + 4 > content.length) return null;
      at += 2 + content.readUInt16BE(at + 2);
      if (marker === START_OF_SCAN) at = endOfScan(content, at);
    }
  }
  return null;
}

/** Where the compressed data of a scan end: at the first marker that does not belong to them. */
function endOfScan(content: Buffer, start: number): number {
  for (let at = content.indexOf(0xff, start); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1];
    const within = next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (!within) return at;
  }
  return content.length;
}

/** From its first to its last line; blanks may follow, and nothing else. */
function isWholePdf(content: Buffer): boolean {
  const end = content.lastIndexOf('%%EOF');
  const blank = new Set([0, 9, 10, 12, 13, 32]);
  return (
    content.subarray(0, 5).toString('latin1') === '%PDF-' &&
    end > 0 &&
    content.subarray(end + 5).every((byte) => blank.has(byte))
  );
}

/** The closing record of a zip archive within reach of the end, where programs look for it. */
function holdsArchive(content: Buffer): boolean {
  return content.subarray(-65_557).includes('PK\x05\x06', 0, 'latin1');
}

/** Ten times the largest upload. */
const LARGEST_UNPACKED = 100 * 1_048_576;

/** An Office file is an archive: no macros, no programs, nothing outside its folder, and no more in it than it says. */
async function isPlainOffice(content: Buffer): Promise<boolean> {
  const entries = archiveEntries(content);
  if (entries === null) return false;
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const plain =
    unpacked <= LARGEST_UNPACKED &&
    entries.some(({ name }) => name === '[Content_Types].xml') &&
    new Set(entries.map(({ name }) => name)).size === entries.length &&
    entries.every(
      ({ name }) =>
        !/vbaProject|\.(exe|dll|js|vbs|bat|cmd|ps1|sh|html?|svg)$/i.test(name) &&
        !/(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(name),
    );
  if (!plain) return false;
  for (const entry of entries) if (!(await unpacksAsTold(content, entry))) return false;
  return true;
}
