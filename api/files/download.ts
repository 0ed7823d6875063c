import type { Database } from '../../prisma/client.ts';
import type { Reply } from '../http/route.ts';
import type { StoredFile } from './kept-files.ts';

/** The answer that hands a kept file out. */
export async function downloadOf(database: Database, file: StoredFile): Promise<Reply> {
  const { content } = await database.file.findUniqueOrThrow({ where: { id: file.id }, select: { content: true } });
  return download(file, Buffer.from(content));
}

/** The answer that hands a content out: a download, never shown in place (ASVS 3.2). */
export function download(file: Pick<StoredFile, 'id' | 'name' | 'mime' | 'sha256'>, content: Buffer): Reply {
  return {
    status: 200,
    raw: content,
    headers: {
      'Content-Type': file.mime,
      'Content-Length': String(content.length),
      'Content-Disposition': `attachment; filename="${file.id}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escaped)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      Digest: `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`,
    },
  };
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
