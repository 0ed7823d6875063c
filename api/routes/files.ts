import { z } from 'zod';
import { refuse, Refusal } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { isStaff } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { inspect, type Inspected, type Uploaded } from '../files/inspect.ts';
import { clamd } from '../files/scanner.ts';
import { countAttempt, forgetAttempt } from '../files/upload-quota.ts';
import { downloadOf, shownQuery } from '../files/download.ts';
import { caseUsing, findFile, keepFile, mayRead, type StoredFile } from '../files/kept-files.ts';
import { idSchema, instantSchema } from '../http/schemas.ts';
import { noteSealedCase } from '../views/sealed-case.ts';
import { sealedReadTrail } from '../views/sealed-read.ts';
import { route, type Call } from '../http/route.ts';

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

const params = z.strictObject({ id: idSchema });
const metIn = { caseId: idSchema.optional().meta({ description: 'The case the file was met in' }) };

/**
 * A file for its owner and for whoever may read a case that uses it. A download, unless it is asked for `inline` and is a PDF or a picture:
 * then our own pages may show it in place, and nothing of it runs (ASVS 3.2).
 */
export const downloadFile = route({
  method: 'get',
  path: '/api/files/{id}',
  ability: 'file.read',
  trail: sealedReadTrail,
  tag: 'files',
  summary: text('下载文件', 'Download a file'),
  params,
  query: z.strictObject({ ...metIn, ...shownQuery }),
  refuses: ['CONDITION_NOT_MET'],
  answers: { 200: { description: 'The content, of the type it was kept with', mediaType: '*/*' } },
  async handle(call) {
    const file = await readableFile(call);
    await noteSealedFile(call, file);
    return downloadOf(call.context.database, file, call.query);
  },
});

const aboutSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    uploadedAt: instantSchema,
  })
  .meta({ id: 'FileAbout' });

/** What a file is, without its content: for whoever may download it. */
export const describeFile = route({
  method: 'get',
  path: '/api/files/{id}/about',
  ability: 'file.read',
  tag: 'files',
  summary: text('文件信息', 'What a file is'),
  requirement: 'XC-05.5',
  params,
  query: z.strictObject(metIn),
  answers: {
    200: {
      description: 'Name, type, size in bytes, when it was uploaded',
      schema: aboutSchema,
      example: {
        ...{ id: 'fil-1', name: '营业执照.pdf', mediaType: 'application/pdf', bytes: 182_734 },
        uploadedAt: '2025-10-10T09:30:00.000+08:00',
      },
    },
  },
  async handle(call) {
    const { id, name, mime: mediaType, size: bytes, createdAt } = await readableFile(call);
    return { status: 200, body: { id, name, mediaType, bytes, uploadedAt: instantOf(createdAt.getTime()) } };
  },
});

/** The file, if the reader may have it. @throws Refusal NOT_FOUND */
async function readableFile({
  context: { database },
  reader,
  access,
  params: { id },
  query: { caseId },
}: Call<{ id: string }, { caseId?: string | undefined }>): Promise<StoredFile> {
  const file = await findFile(database, id);
  if (file !== null && (await mayRead(database, reader, access, file, caseId))) return file;
  return refuse('NOT_FOUND', '没有这个文件，或您无权查看。', 'There is no such file, or you may not read it.');
}

/** The case that it was met in may be among sealed records. */
async function noteSealedFile(
  call: Pick<Call, 'context' | 'access' | 'audit'> & { readonly query: { caseId?: string | undefined } },
  file: StoredFile,
): Promise<void> {
  const { context, access, query } = call;
  if (!isStaff(access)) return;
  const id = await caseUsing(context.database, access, file, query.caseId);
  if (id !== null) await noteSealedCase(call, await context.database.case.findUniqueOrThrow({ where: { id } }));
}

function fileView({ id, name, mime, size, sha256, createdAt }: StoredFile): Record<string, unknown> {
  return { id, name, mime, size, sha256, createdAt: instantOf(createdAt.getTime()) };
}
