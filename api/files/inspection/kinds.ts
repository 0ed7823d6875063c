/** What a file is by its content. */
import { fileTypeFromBuffer } from 'file-type';
import { text, type Text } from '../../../rules/text.ts';
import { inspectOffice, isCompound, refuseCompound } from './office.ts';
import { inspectPdf } from './pdf.ts';
import { inspectJpeg, inspectPng } from './pictures.ts';
import { unfit, Unfit } from './unfit.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** A kind of file that a case may hold. */
export interface FileKind {
  readonly mime: string;
  /** Extensions that name it, the usual one first. */
  readonly extensions: readonly string[];
}

const PDF: FileKind = { mime: 'application/pdf', extensions: ['pdf'] };
const JPEG: FileKind = { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif', 'jpe', 'jif', 'pjpeg', 'pjp'] };
const PNG: FileKind = { mime: 'image/png', extensions: ['png'] };
const DOCX: FileKind = { mime: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'] };
const XLSX: FileKind = { mime: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'] };

/**
 * What kind of file this is, once it was looked through.
 * @throws Unfit for every other kind, and for one that is damaged, needs a password, does something or hides something
 */
export async function kindOf(content: Buffer): Promise<FileKind> {
  if (content.subarray(0, 2).toString('latin1') === 'PK') return officeKind(content);
  if (isCompound(content)) refuseCompound(content);
  const sniffed = await fileTypeFromBuffer(content);
  switch (sniffed?.mime) {
    case PDF.mime:
      await inspectPdf(content);
      return PDF;
    case JPEG.mime:
      inspectJpeg(content);
      return JPEG;
    case PNG.mime:
      inspectPng(content);
      return PNG;
    default:
      throw new Unfit(adviceFor(sniffed?.mime ?? ''));
  }
}

async function officeKind(content: Buffer): Promise<FileKind> {
  const kind = await inspectOffice(content);
  if (kind === 'docx') return DOCX;
  if (kind === 'xlsx') return XLSX;
  return unfit(
    `${ACCEPTED.zh}压缩包请解压后逐个上传；其他 Office 文件请导出为 PDF。`,
    `${ACCEPTED.en} Unpack an archive and upload its files one by one; export other Office files as PDF.`,
  );
}

const ACCEPTED = text(
  '只接受 PDF、JPEG、PNG、DOCX、XLSX 文件。',
  'Only PDF, JPEG, PNG, DOCX and XLSX files are accepted.',
);

function adviceFor(mime: string): Text {
  if (mime.startsWith('image/')) {
    return text(
      `${ACCEPTED.zh}请将图片另存为 JPEG 或 PNG 后上传。`,
      `${ACCEPTED.en} Save the picture as JPEG or PNG and upload that.`,
    );
  }
  return text(
    `${ACCEPTED.zh}其他文件请导出为 PDF 后上传。`,
    `${ACCEPTED.en} Export other files as PDF and upload that.`,
  );
}
