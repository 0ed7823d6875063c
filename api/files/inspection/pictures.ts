/** Pictures: whole, not too large, and nothing hidden behind them. */
import { crc32 } from 'node:zlib';
import { refuseArchive, refuseHidden } from './behind.ts';
import { refuseHugePicture } from './picture-size.ts';
import { damaged } from './unfit.ts';

/** @throws Unfit for a PNG that breaks off, has a false checksum, is too large or hides something */
export function inspectPng(content: Buffer): void {
  const end = endOfPng(content);
  refuseHugePicture(content);
  refuseArchive(content);
  refuseHidden(content.subarray(end));
}

/** A signature and chunks with their checksums, of which the last ends the picture. */
function endOfPng(content: Buffer): number {
  let at = 8;
  while (at + 12 <= content.length) {
    const length = content.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > content.length) damaged();
    const type = content.subarray(at + 4, at + 8).toString('latin1');
    if ((at === 8) !== (type === 'IHDR')) damaged();
    if (crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4)) damaged();
    if (type === 'IEND') return end;
    at = end;
  }
  return damaged();
}

/** @throws Unfit for a JPEG that breaks off, is too large or hides something; a telephone may have put more behind it */
export function inspectJpeg(content: Buffer): void {
  // Several pictures may stand one behind the other, with zeros between them.
  let rest = content;
  do {
    const end = endOfJpeg(rest);
    if (end === null) damaged();
    refuseHugePicture(rest.subarray(0, end));
    rest = rest.subarray(end);
    const padding = rest.findIndex((byte) => byte !== 0);
    rest = padding === -1 ? rest.subarray(rest.length) : rest.subarray(padding);
  } while (endOfJpeg(rest) !== null);
  refuseArchive(content);
  refuseHidden(rest);
}

const [START_OF_IMAGE, END_OF_IMAGE, START_OF_SCAN] = [0xd8, 0xd9, 0xda];

/** Where the picture ends that the content begins with; null if none does. */
function endOfJpeg(content: Buffer): number | null {
  if (content[0] !== 0xff || content[1] !== START_OF_IMAGE) return null;
  let at = 2;
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
