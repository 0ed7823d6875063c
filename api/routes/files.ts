import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { isStaff } from '../abilities.ts';
import { inspect } from '../files/inspect.ts';
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

/** Uploads a file for a form: 10 MB at most, one a request; content, name and declared type must agree. */
export const uploadFile = route({
  method: 'post',
  path: '/api/files',
  ability: 'file.upload',
  tag: 'files',
  summary: text('上传文件', 'Upload a file'),
  consumes: 'file',
  body: z.custom<Express.Multer.File>(),
  refuses: ['TOO_LARGE', 'UNSUPPORTED_TYPE', 'INVALID_INPUT', 'LIMIT_REACHED'],
  answers: { 201: { description: 'The file is kept', schema: fileSchema } },
  async handle({ context, reader, access, body, now, once }) {
    const inspected = await inspect(body);
    const { uploadBytes, staffUploadBytes } = context.settings.limits;
    const quota = isStaff(access) ? staffUploadBytes : uploadBytes;
    return context.database.$transaction(async (tx) => {
      const file = await keepFile(tx, reader.person.id, inspected, body.buffer, { now, quota });
      const reply = { status: 201, body: fileView(file) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

/** A file for its owner and for whoever may read a case that uses it. Always a download, never shown in place (ASVS 3.2). */
export const downloadFile = route({
  method: 'get',
  path: '/api/files/{id}',
  ability: 'file.read',
  tag: 'files',
  summary: text('下载文件', 'Download a file'),
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ caseId: idSchema.optional().meta({ description: 'The case the file was met in' }) }),
  answers: { 200: { description: 'The content', mediaType: 'application/octet-stream' } },
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
