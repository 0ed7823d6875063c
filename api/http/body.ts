/** Reads request bodies, each kind with its cap; nothing is parsed before its length is known to be within it. */
import express, { type Request, type RequestHandler, type Response } from 'express';
import multer, { MulterError } from 'multer';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { HttpFault, invalid } from './problem.ts';
import type { Route } from './route.ts';

/** 1 MB for JSON, 5 MB for lines, 10 MB for a file. */
export const BODY_LIMITS = { json: 1_048_576, lines: 5_242_880, file: 10_485_760 } as const;

const json = express.json({ limit: BODY_LIMITS.json, strict: true, type: ['application/json', 'application/*+json'] });
const lines = express.text({ limit: BODY_LIMITS.lines, type: 'application/x-ndjson', defaultCharset: 'utf-8' });
const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: BODY_LIMITS.file, files: 1, fields: 0, parts: 2, headerPairs: 20, fieldNameSize: 50 },
  // Names come in UTF-8 from every present browser.
  defParamCharset: 'utf8',
}).single('file');
/** What a route is given as its body: parsed JSON, the text of lines, or the uploaded file. */
export async function readBody(route: Route, request: Request, response: Response): Promise<unknown> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (route.consumes === 'file') {
    if (type !== 'multipart/form-data') refuseType('multipart/form-data');
    await run(upload, request, response);
    return (
      request.file ?? invalid('file', '请选择要上传的文件。', 'is required: the file to upload, in a part named file')
    );
  }
  if (route.body === undefined) return undefined;
  const isLines = route.consumes === 'json-or-lines' && type === 'application/x-ndjson';
  if (isLines) {
    await run(lines, request, response);
    return typeof request.body === 'string' ? request.body : '';
  }
  const empty =
    request.headers['transfer-encoding'] === undefined && Number(request.headers['content-length'] ?? 0) === 0;
  if (empty) return route.bodyOptional ? {} : undefined;
  if (type !== 'application/json')
    refuseType(route.consumes === 'json-or-lines' ? 'application/json, application/x-ndjson' : 'application/json');
  await run(json, request, response);
  return request.body;
}

function run(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    middleware(request, response, (fault?: unknown) =>
      fault === undefined || fault === null ? resolve() : reject(inOurWords(fault)),
    );
  });
}

/** Faults of the parsers, which speak of themselves, as refusals that speak of the request. */
function inOurWords(fault: unknown): Error {
  if (fault instanceof MulterError) {
    if (fault.code === 'LIMIT_FILE_SIZE') return tooLarge(BODY_LIMITS.file);
    return malformed(
      '上传请求不符合要求：只能有一个名为 file 的文件。',
      'The upload must hold one part named file and nothing else.',
    );
  }
  const { type, status } = fault as { type?: string; status?: number };
  if (type === 'entity.too.large') return tooLarge((fault as { limit?: number }).limit ?? BODY_LIMITS.json);
  if (type === 'entity.parse.failed') return malformed('请求内容不是有效的 JSON。', 'The body is not valid JSON.');
  if (status === 415) return attempt(() => refuseType('application/json'));
  if ((status !== undefined && status >= 400 && status < 500) || isBrokenUpload(fault)) {
    return malformed('请求内容不完整或无法读取。', 'The body is incomplete or cannot be read.');
  }
  return fault instanceof Error ? fault : new Error('The body could not be read.');
}

function isBrokenUpload(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    /^(Multipart|Malformed part|Unexpected end of (form|multipart)|Missing Content-Type|Unsupported content type|Part )/i.test(
      fault.message,
    )
  );
}

function tooLarge(limit: number): Error {
  const megabytes = Math.round(limit / 1_048_576);
  return attempt(() =>
    refuse('TOO_LARGE', `内容不能超过 ${megabytes} MB。`, `The body must not exceed ${megabytes} MB.`, {
      facts: { limit },
    }),
  );
}

function malformed(zh: string, en: string): HttpFault {
  return new HttpFault('MALFORMED', text(zh, en));
}

function refuseType(expected: string): never {
  refuse('UNSUPPORTED_TYPE', `请求内容的类型应为 ${expected}。`, `The body must be of type ${expected}.`, {
    facts: { expected },
  });
}

function attempt(thrower: () => never): Error {
  try {
    return thrower();
  } catch (refusal) {
    return refusal as Error;
  }
}
