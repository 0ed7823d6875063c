/** Office files: archives of parts, none of which does anything by itself. */
import { partsOf, roomOfFile, type ArchivePart, type Room } from './archive-parts.ts';
import {
  inspectDrawing,
  inspectRelations,
  inspectText,
  readContentTypes,
  refuseActive,
  type OfficeKind,
} from './office-relations.ts';
import { refuseHugePicture } from './picture-size.ts';
import { damaged, unfit } from './unfit.ts';

/** First bytes of what Office keeps macros, OLE objects and protected files in, whatever the part is called. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ARCHIVE = Buffer.from('PK\x03\x04', 'latin1');
const PROGRAMS = [Buffer.from('MZ'), Buffer.from('\x7fELF', 'latin1'), Buffer.from('#!')];
const PROGRAM_NAMES =
  /vbaProject|\.(exe|dll|com|scr|msi|js|jse|vbs|vbe|wsf|bat|cmd|ps1|sh|jar|hta|lnk|url|html?|mht|mhtml|rtf|swf)$/i;

/** A workbook behind a chart of a document, and a picture in that, but not boxes in boxes without end. */
const DEEPEST = 3;

/** What kind of Office file this is; null if it is another archive. @throws Unfit for one that does something, hides something or is damaged */
export async function inspectOffice(content: Buffer, depth = 1, room = roomOfFile()): Promise<OfficeKind> {
  if (depth > DEEPEST) damaged();
  let kind: OfficeKind | undefined;
  for await (const part of partsOf(content, room)) {
    if (part.name.toLowerCase() === '[content_types].xml') kind = readContentTypes(part.content);
    else await inspectPart(part, depth, room);
  }
  return kind ?? null;
}

/** A file that was protected by a password, or one of an old version of Office. @throws Unfit */
export function refuseCompound(content: Buffer): never {
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return unfit(
      '文件设有打开密码，请在 Word 或 Excel 中取消密码后上传。',
      'The file needs a password to be opened; remove it in Word or Excel and upload that.',
    );
  }
  return unfit(
    '这是旧版 Office 文件，请另存为 .docx 或 .xlsx，或导出为 PDF 后上传。',
    'This is a file of an old version of Office; save it as .docx or .xlsx, or export it as PDF.',
  );
}

/** True for the first bytes of {@link refuseCompound}. */
export function isCompound(content: Buffer): boolean {
  return content.subarray(0, COMPOUND.length).equals(COMPOUND);
}

async function inspectPart({ name, content }: ArchivePart, depth: number, room: Room): Promise<void> {
  const begins = (signature: Buffer) => content.subarray(0, signature.length).equals(signature);
  if (isCompound(content) || PROGRAM_NAMES.test(name) || PROGRAMS.some(begins)) refuseActive();
  if (begins(ARCHIVE)) {
    const inner = await inspectOffice(content, depth + 1, room);
    if (inner === null) refuseActive();
  }
  if (/\.rels$/i.test(name)) inspectRelations(content);
  else if (/\.svg$/i.test(name)) inspectDrawing(content);
  else if (/\.xml$/i.test(name)) inspectText(name, content);
  else refuseHugePicture(content);
}
