/**
 * What stands behind the end of a file. Telephones put films and marks there, servers blanks, so something may stand there; but nothing
 * that would make the file two things at once: a picture for one program, an archive, a page or a program for another (ASVS 5.2).
 */
import { damaged } from './unfit.ts';

const ARCHIVES = ['Rar!\x1a\x07', "7z\xbc\xaf'\x1c", 'PK\x03\x04\x14\0'];
const PROGRAMS = ['MZ', '\x7fELF', '#!'];
const PAGE = /<(!doctype|html|head|body|script|iframe|svg|\?php)[\s>/]|%PDF-/i;

/** Reach of programs that look for the closing record of a zip archive from the end of a file. */
const REACH = 65_557;

/** @throws Unfit if the rest of a file is something of its own */
export function refuseHidden(rest: Buffer): void {
  const read = rest.toString('latin1');
  const begin = read.trimStart();
  if (
    PROGRAMS.some((signature) => begin.startsWith(signature)) ||
    ARCHIVES.some((signature) => read.includes(signature)) ||
    PAGE.test(read)
  ) {
    damaged();
  }
}

/** @throws Unfit if a program that opens archives would find one in the file */
export function refuseArchive(content: Buffer): void {
  if (content.subarray(-REACH).includes('PK\x05\x06', 0, 'latin1')) damaged();
}
