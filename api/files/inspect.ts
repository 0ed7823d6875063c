import { fileTypeFromBuffer } from 'file-type';
import { refuse } from '../../rules/refusal.ts';
import { cleanName } from './clean-name.ts';
import { isWhole } from './whole.ts';

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
  if (!(await isWhole(kind.mime, file.buffer))) {
    return refuseFile(
      '文件不完整，或夹带了其他内容，请重新导出后上传。',
      'The file is incomplete or carries something else with it; export it anew.',
    );
  }
  return { name, mime: kind.mime };
}

function refuseFile(zh: string, en: string): never {
  refuse('UNSUPPORTED_TYPE', zh, en, { field: 'file' });
}
