/** What an uploaded file is, decided by its content and its name; what a browser declares it as decides nothing (ASVS 5.2). */
import { refuse } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';
import { cleanName } from './clean-name.ts';
import { InspectionPool } from './inspection/pool.ts';
import type { Scanner } from './scanner.ts';

/** What is known of a file once it was looked at. */
export interface Inspected {
  readonly name: string;
  readonly mime: string;
}

/** An upload as it came. */
export interface Uploaded {
  readonly buffer: Buffer;
  readonly originalname: string;
}

const inspections = new InspectionPool();

/**
 * Looks at an uploaded file, and has it scanned where there is a scanner.
 * @throws Refusal UNSUPPORTED_TYPE for one that cannot be kept, with what to do; UNAVAILABLE if it could not be looked at now
 */
export async function inspect(
  { buffer, originalname }: Uploaded,
  { scanner, pool = inspections }: { readonly scanner: Scanner | undefined; readonly pool?: InspectionPool },
): Promise<Inspected> {
  if (buffer.length === 0) refuseFile(EMPTY);
  const verdict = await pool.look(buffer);
  if ('unfit' in verdict) refuseFile(verdict.unfit);
  const { name, extension } = cleanName(originalname);
  const { mime, extensions } = verdict.kind;
  if (!extensions.includes(extension)) refuseFile(nameFor(extension, extensions[0] ?? ''));
  const found = (await scanner?.scan(buffer)) ?? [];
  if (found.length > 0) refuseFile(infected(found));
  return { name, mime };
}

const EMPTY = text(
  '文件是空的（0 字节），没有上传任何内容。请检查原文件后重新选择。',
  'The file is empty (0 bytes). Check the original and choose it again.',
);

function nameFor(extension: string, usual: string): Text {
  const named =
    extension === '' ? text('没有扩展名', 'has no extension') : text(`扩展名为 .${extension}`, `ends in .${extension}`);
  return text(
    `文件${named.zh}，内容却是 .${usual} 文件。请将扩展名改为 .${usual} 后上传。`,
    `The file ${named.en}, but its content is that of a .${usual} file. Rename it to end in .${usual} and upload it again.`,
  );
}

function infected(found: readonly string[]): Text {
  const names = found.join(', ');
  return text(
    `病毒扫描发现有害内容（${names}），文件没有保存。请查杀病毒后重新生成文件。`,
    `The virus scanner found something harmful (${names}), and the file was not kept. Clean your computer and make the file anew.`,
  );
}

function refuseFile({ zh, en }: Text): never {
  refuse('UNSUPPORTED_TYPE', zh, en, { field: 'file' });
}
