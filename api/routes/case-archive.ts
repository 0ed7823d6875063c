import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { caseArchive } from '../archive/case-archive.ts';
import { exportReason, requireReason } from '../exports/export-reason.ts';
import { idSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { describeError } from '../middleware/request-log.ts';
import { findCase } from '../views/read-case.ts';

/**
 * A case to take away, as its reader may read it: files, letters, the timeline as PDF, the hash chain, and the hashes of all of them. Each
 * stands in the audit log, with the reason that staff give.
 */
export const archiveCase = route({
  method: 'get',
  path: '/api/cases/{id}/archive',
  ability: 'case.read',
  trail: { in: 'audit', writes: ['CASE_EXPORTED'] },
  tag: 'cases',
  summary: text('导出案卷', 'Take a case away as an archive'),
  requirement: 'XC-05.3, HN-NET-15.7',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ reason: exportReason.optional() }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'A ZIP archive; manifest.json lists its parts', mediaType: 'application/zip' } },
  async handle({ context, reader, access, params: { id }, query: { reason }, now, audit, response }) {
    const { database, log } = context;
    requireReason(access, reason);
    const found = await findCase(context, id, access);
    const { content, parts, head } = await caseArchive(context, found, reader, access, now);
    const after = { head, format: 'zip', parts, reason: reason ?? null };
    await database.$transaction((tx) => audit(tx, { action: 'CASE_EXPORTED', object: { kind: 'case', id }, after }));
    const name = `${found.row.number}.zip`;
    response.writeHead(200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${id}.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
    });
    // What breaks off is not ended, so that nobody takes a part for the whole.
    await pipeline(content, response).catch((failure: unknown) => {
      log.warn({ error: describeError(failure) }, 'an archive of a case broke off');
    });
    return { status: 200, begun: true };
  },
});
