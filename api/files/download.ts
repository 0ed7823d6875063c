import type { Database } from '../../prisma/client.ts';
import { yesOrNo } from '../../workflows/engine/choice.ts';
import { refuse } from '../../rules/refusal.ts';
import { sha256 } from '../http/canonical.ts';
import type { Reply } from '../http/route.ts';
import type { StoredFile } from './kept-files.ts';
import { FRAMED_BY_US } from '../http/framed.ts';

/** Query by which a file is asked for to be shown in place. */
export const shownQuery = {
  inline: yesOrNo
    .default('false')
    .meta({ description: '`true`: to be shown within our own pages, if it is a PDF or a picture' })
    .transform((answer) => answer === 'true'),
};

/** How a content is handed out. */
export interface HandedOut {
  /** To be shown within our own pages; a kind that browsers do not show by themselves is a download all the same. */
  readonly inline: boolean;
}

const DOWNLOAD: HandedOut = { inline: false };

/**
 * The answer that hands a kept file out.
 * @throws Refusal CONDITION_NOT_MET if its content is not what was stored: that is on record from then on (HN-NET-10.5)
 */
export async function downloadOf(database: Database, file: StoredFile, how: HandedOut = DOWNLOAD): Promise<Reply> {
  const { content } = await database.file.findUniqueOrThrow({ where: { id: file.id }, select: { content: true } });
  const bytes = Buffer.from(content);
  if (sha256(bytes) !== file.sha256) {
    await database.fileFault.createMany({ data: [{ fileId: file.id, foundAt: new Date() }], skipDuplicates: true });
    refuse(
      'CONDITION_NOT_MET',
      '该文件的内容与存入时不符，不能提供，请联系系统管理员。',
      'The content of this file is not what was stored: it is not handed out. Tell an administrator.',
      { facts: { requirement: 'HN-NET-10.5', fileId: file.id } },
    );
  }
  return download(file, bytes, how);
}

/** The answer that hands a content out: a download, or, if asked for, shown in place by our own pages, where nothing of it runs (ASVS 3.2). */
export function download(
  file: Pick<StoredFile, 'id' | 'name' | 'mime' | 'sha256'>,
  content: Buffer,
  { inline }: HandedOut = DOWNLOAD,
): Reply {
  const policy = inline ? POLICIES_IN_PLACE[file.mime] : undefined;
  const disposition = policy === undefined ? 'attachment' : 'inline';
  return {
    status: 200,
    raw: content,
    headers: {
      'Content-Type': file.mime,
      'Content-Length': String(content.length),
      'Content-Disposition': `${disposition}; filename="${file.id}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escaped)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': policy ?? "sandbox; default-src 'none'",
      ...(policy !== undefined && { 'X-Frame-Options': 'SAMEORIGIN' }),
      Digest: `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`,
    },
  };
}

const PICTURE = `sandbox; ${FRAMED_BY_US}; img-src 'self'; style-src 'unsafe-inline'`;

/** Kinds that are shown in place, with what the browser may do for it. Its viewer of PDF is a plugin to it, which no sandbox lets in. */
const POLICIES_IN_PLACE: Readonly<Record<string, string>> = {
  'application/pdf': `${FRAMED_BY_US}; object-src 'self'; style-src 'unsafe-inline'`,
  'image/png': PICTURE,
  'image/jpeg': PICTURE,
};

/** Whether a file of this type is shown in place when it is asked for so. */
export function isShownInPlace(mime: string): boolean {
  return POLICIES_IN_PLACE[mime] !== undefined;
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
