/** The client of the API, typed by its own document, and its problems as errors. */
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../generated/api.ts';
import { trackingHeaders } from './tracking.ts';

/** A problem as the API describes it (RFC 9457). */
export type ProblemBody = components['schemas']['Problem'];

/** A request that the API refused; what it says is in both languages. */
export class Refused extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.message.en);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** True for a refusal with this code. */
export function isRefused(error: unknown, code?: ProblemBody['code']): error is Refused {
  return error instanceof Refused && (code === undefined || error.problem.code === code);
}

/** True where the API has decided: what is sent next is another request, under another key. */
export function isDecided(error: unknown): boolean {
  return isRefused(error) && error.problem.status < 500;
}

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** A repeat of a request has the key of the first; who repeats gives it, and each other request gets one of its own. */
const keys: Middleware = {
  onRequest({ request }) {
    if (CHANGING.includes(request.method) && !request.headers.has('Idempotency-Key'))
      request.headers.set('Idempotency-Key', newKey());
    return request;
  },
};

const tracked: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(trackingHeaders())) request.headers.set(name, value);
    return request;
  },
};

/** A key that nobody else has. */
export function newKey(): string {
  // crypto.randomUUID is for secure contexts alone, and some intranets have none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });
api.use(keys, tracked);

/**
 * The answer of a call.
 * @throws Refused what the API refused; TypeError where the network is away
 */
export async function answered<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (error !== undefined || !response.ok) throw new Refused(problemOf(error, response));
  return data as NonNullable<T>;
}

function problemOf(error: unknown, response: Response): ProblemBody {
  if (typeof error === 'object' && error !== null && 'code' in error) return error as ProblemBody;
  // Not from the API: a proxy before it, say.
  const message = {
    zh: `服务暂不可用（${response.status}）。`,
    en: `The service is not available (${response.status}).`,
  };
  return {
    type: 'about:blank',
    title: message.zh,
    status: response.status,
    detail: message.zh,
    code: 'UNAVAILABLE',
    message,
    instance: '',
  };
}
