import { fileTypeFromBuffer } from 'file-type';
import { refuse } from '../../rules/refusal.ts';
import { cleanName } from './clean-name.ts';

interface Kind {
  readonly mime: string;
  readonly extensions: readonly string[];
  /** What a browser may declare it as. */
  readonly declared: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The kinds of file an application may hold (ASVS 5.2). */
const KINDS: readonly Kind[] = [
  { mime: 'application/pdf', extensions: ['pdf'], declared: ['application/pdf'] },
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], declared: ['image/jpeg', 'image/jpg'] },
  { mime: 'image/png', extensions: ['png'], declared: ['image/png'] },
  {
    mime: `${OFFICE}.wordprocessingml.document`,
    extensions: ['docx'],
    declared: [`${OFFICE}.wordprocessingml.document`],
  },
  { mime: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], declared: [`${OFFICE}.spreadsheetml.sheet`] },
];

/** What is known of a file once it was looked at. */
export interface Inspected {
  readonly name: string;
  readonly mime: string;
}

/**
 * Looks at an uploaded file: its content says what it is, and its name and declared type must agree with that.
 * @throws Refusal UNSUPPORTED_TYPE
 */
export async function inspect(file: { buffer: Buffer; originalname: string; mimetype: string }): Promise<Inspected> {
  const { name, extension } = cleanName(file.originalname);
  const sniffed = await fileTypeFromBuffer(file.buffer);
  const kind = KINDS.find(({ mime }) => mime === sniffed?.mime);
  if (kind === undefined) {
    return refuseFile(
      '只接受 PDF、JPEG、PNG、DOCX、XLSX 文件。',
      'Only PDF, JPEG, PNG, DOCX and XLSX files are accepted.',
    );
  }
  if (!kind.extensions.includes(extension)) {
    return refuseFile(
      `文件扩展名与内容不符：内容为 ${kind.mime}。`,
      `The file's extension does not fit its content, which is ${kind.mime}.`,
    );
  }
  const declared = file.mimetype.toLowerCase();
  if (declared !== 'application/octet-stream' && !kind.declared.includes(declared)) {
    return refuseFile(
      `声明的类型与内容不符：内容为 ${kind.mime}。`,
      `The declared type does not fit the content, which is ${kind.mime}.`,
    );
  }
  if (!isWhole(kind.mime, file.buffer)) {
    return refuseFile(
      '文件不完整，或夹带了其他内容，请重新导出后上传。',
      'The file is incomplete or carries something else with it; export it anew.',
    );
  }
  return { name, mime: kind.mime };
}

/**
 * True if the file ends where its format says it ends. What is hidden behind the end makes a file two things at once: an image for
 * one program, an archive or a page for another.
 */
function isWhole(mime: string, content: Buffer): boolean {
  if (mime === 'image/png') return content.subarray(-12).equals(PNG_END);
  if (mime === 'image/jpeg')
    return (
      trimmed(content)
        .subarray(-2)
        .equals(Buffer.from([0xff, 0xd9])) && !holdsArchive(content)
    );
  if (mime === 'application/pdf')
    return (
      content.subarray(0, 5).toString('latin1') === '%PDF-' &&
      content.subarray(-1024).includes('%%EOF') &&
      !holdsArchive(content)
    );
  return isPlainOffice(content);
}

const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
const ARCHIVE_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** Cameras pad their files with zeros. */
function trimmed(content: Buffer): Buffer {
  let end = content.length;
  while (end > 0 && content[end - 1] === 0) end -= 1;
  return content.subarray(0, end);
}

/** The closing record of a zip archive within reach of the end, where programs look for it. */
function holdsArchive(content: Buffer): boolean {
  return content.subarray(-65_557).includes(ARCHIVE_END);
}

/** An Office file is an archive: no macros, nothing that unpacks to more than a hundred times 10 MB, nothing outside its folder. */
function isPlainOffice(content: Buffer): boolean {
  const entries = archiveEntries(content);
  if (entries === null) return false;
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  return (
    unpacked <= 200 * 1_048_576 &&
    entries.some(({ name }) => name === '[Content_Types].xml') &&
    entries.every(
      ({ name }) =>
        !/vbaProject|\.(exe|dll|js|vbs|bat|cmd|ps1|sh|html?|svg)$/i.test(name) &&
        !/(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(name),
    )
  );
}

/** Names and unpacked sizes from the archive's own directory; null if it has none that can be followed. */
function archiveEntries(content: Buffer): { name: string; size: number }[] | null {
  const end = content.lastIndexOf(ARCHIVE_END);
  if (end < 0 || end + 22 > content.length) return null;
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  const entries: { name: string; size: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = content.readUInt16LE(at + 28);
    entries.push({
      size: content.readUInt32LE(at + 24),
      name: content.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
    });
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return entries;
}

function refuseFile(zh: string, en: string): never {
  refuse('UNSUPPORTED_TYPE', zh, en, { field: 'file' });
}
