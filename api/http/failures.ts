/** What becomes of an error: a problem for the caller, a line for the log. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Locale } from '../../rules/text.ts';
import { text } from '../../rules/text.ts';
import { Refusal } from '../../rules/refusal.ts';
import { describeError } from '../middleware/request-log.ts';
import type { Reader } from '../reader.ts';
import { problemOf, type Problem, type ProblemCode } from './problem.ts';
import type { Reply } from './route.ts';
import { unavailable } from './unavailable.ts';

const readers = new WeakMap<Request, Reader>();

/** Notes who asks, for the language of a refusal and the log. */
export function noteReader(request: Request, reader: Reader): void {
  readers.set(request, reader);
}

/** Codes whose cause passes by itself: a repeat under the same key is to try again. */
const PASSING = new Set(['TOO_MANY_REQUESTS', 'CASE_NOT_READY', 'KEY_IN_USE', 'KEY_REUSED', 'NOT_SIGNED_IN']);

/** When to come back where the refusal itself does not say: what stands in the way passes by itself. */
const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, number>> = {
  UNAVAILABLE: 5,
  OUTCOME_UNKNOWN: 5,
  CASE_NOT_READY: 1,
  KEY_IN_USE: 1,
};

/** The answer to keep under an idempotency key, or null where a repeat is to try again. */
export function refusalToKeep(error: unknown, request: Request): Reply | null {
  const { problem } = problemOf(unavailable(error) ?? error, requestId(request), localeOf(request));
  return problem.status >= 500 || PASSING.has(problem.code) ? null : { status: problem.status, body: problem };
}

/** Any address that no route serves. */
export const notFound: RequestHandler = (_request, _response, next) => {
  next(new Refusal('NOT_FOUND', { message: text('没有这个地址。', 'There is nothing at this address.') }));
};

/** Shows a problem to whoever asked. */
export type ShowProblem = (problem: Problem, request: Request, response: Response, reader: Reader | null) => void;

/** The form in which a program is told of a problem (RFC 9457). */
export const asDocument: ShowProblem = (problem, _request, response) => {
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(problem.status).type('application/problem+json').end(JSON.stringify(problem));
};

/** Answers every error, as `show` has it, and logs what is worth it. */
export function failures(show: ShowProblem): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) next(error);
    else answer(error, request, response, show);
  };
}

function answer(error: unknown, request: Request, response: Response, show: ShowProblem): void {
  const fault = isUriFault(error)
    ? new Refusal('NOT_FOUND', { message: text('没有这个地址。', 'There is nothing at this address.') })
    : error;
  const { problem, headers } = problemOf(unavailable(fault) ?? fault, requestId(request), localeOf(request));
  const facts = {
    code: problem.code,
    account: readers.get(request)?.person.id,
    method: request.method,
    path: request.path,
  };
  if (problem.status >= 500) request.log.error({ ...facts, error: describeError(fault) }, 'request failed');
  else if (problem.status === 401 || problem.status === 403) request.log.warn(facts, 'authorisation failed');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const wait = problem.facts?.['retryAfterSeconds'] ?? RETRY_AFTER_SECONDS[problem.code];
  if (typeof wait === 'number') response.setHeader('Retry-After', String(wait));
  show(problem, request, response, readers.get(request) ?? null);
}

/** An address with a broken percent sequence, e.g. `/%E0%A4%A`. */
function isUriFault(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && error.message.startsWith('Failed to decode param'));
}

function requestId(request: Request): string {
  return request.id as string;
}

/** The language that is asked for, as far as it is one of ours; otherwise that of the account. */
function localeOf(request: Request): Locale {
  const asked = request.headers['accept-language'];
  const taken = asked === undefined || asked.trim() === '*' ? false : request.acceptsLanguages('zh', 'en');
  if (taken !== false) return taken === 'en' ? 'en' : 'zh-CN';
  return readers.get(request)?.locale ?? 'zh-CN';
}
