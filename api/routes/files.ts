import { z } from 'zod';
import { refuse, Refusal } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { isStaff } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { inspect, type Inspected, type Uploaded } from '../files/inspect.ts';
import { clamd } from '../files/scanner.ts';
import { countAttempt, forgetAttempt } from '../files/upload-quota.ts';
import { downloadOf } from '../files/download.ts';
import { findFile, keepFile, mayRead, type StoredFile } from '../files/kept-files.ts';
import { idSchema, instantSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';

const fileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    mime: z.string(),
    size: z.int(),
    sha256: z.string(),
    createdAt: instantSchema,
  })
  .meta({ id: 'File' });

/** Uploads a file for a form: 10 MB at most, one a request; its content says what it is, and its name must agree with that. */
export const uploadFile = route({
  method: 'post',
  path: '/api/files',
  ability: 'file.upload',
  trail: {
    in: 'nowhere',
    because: 'the file is of its owner until a form or a step names it, which is on a timeline then',
  },
  tag: 'files',
  summary: text('上传文件', 'Upload a file'),
  consumes: 'file',
  body: z.custom<Express.Multer.File>(),
  refuses: ['TOO_LARGE', 'UNSUPPORTED_TYPE', 'INVALID_INPUT', 'LIMIT_REACHED', 'UNAVAILABLE'],
  answers: { 201: { description: 'The file is kept', schema: fileSchema } },
  async handle({ context, reader, access, body, now, once }) {
    const { database, settings } = context;
    const { uploadBytes, staffUploadBytes } = settings.limits;
    const ownerId = reader.person.id;
    const quota = isStaff(access) ? staffUploadBytes : uploadBytes;
    const attempt = await countAttempt(database, ownerId, body.buffer.length, quota);
    const inspected = await inspectedOnce(context, body, attempt);
    return database.$transaction(async (tx) => {
      await forgetAttempt(tx, attempt);
      const file = await keepFile(tx, ownerId, inspected, body.buffer, now);
      const reply = { status: 201, body: fileView(file) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** An upload that could not be looked at does not count against who sent it; one that was refused does. */
async function inspectedOnce({ database, settings }: ApiContext, body: Uploaded, attempt: string): Promise<Inspected> {
  const scanner = settings.scanner === undefined ? undefined : clamd(settings.scanner);
  try {
    return await inspect(body, { scanner });
  } catch (failure) {
    if (!(failure instanceof Refusal) || failure.code === 'UNAVAILABLE') await forgetAttempt(database, attempt);
    throw failure;
  }
}

/** A file for its owner and for whoever may read a case that uses it. Always a download, never shown in place (ASVS 3.2). */
export const downloadFile = route({
  method: 'get',
  path: '/api/files/{id}',
  ability: 'file.read',
  tag: 'files',
  summary: text('下载文件', 'Download a file'),
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ caseId: idSchema.optional().meta({ description: 'The case the file was met in' }) }),
  answers: { 200: { description: 'The content, of the type it was kept with', mediaType: '*/*' } },
  async handle({ context, reader, access, params, query }) {
    const file = await findFile(context.database, params.id);
    if (file === null || !(await mayRead(context.database, reader, access, file, query.caseId))) {
      return refuse('NOT_FOUND', '没有这个文件，或您无权查看。', 'There is no such file, or you may not read it.');
    }
    return downloadOf(context.database, file);
  },
});

function fileView({ id, name, mime, size, sha256, createdAt }: StoredFile): Record<string, unknown> {
  return { id, name, mime, size, sha256, createdAt: instantOf(createdAt.getTime()) };
}
