/** A caller of the HTTP API, as a person's program would be: JSON in, JSON out, problems as errors. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';

/** A problem document (RFC 9457) as an error, so that a test can say which refusal it expects. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: {
    readonly errors?: { field: string; message: unknown }[];
    readonly facts?: Record<string, unknown>;
  } & Record<string, unknown>;

  constructor(status: number, problem: Record<string, unknown>) {
    super(`${status} ${String(problem['code'])}: ${String(problem['detail'])}`);
    this.status = status;
    this.code = String(problem['code']);
    this.problem = problem;
  }
}

/** Answers after which the same request is to be sent again: still in hand, not available, outcome unknown. */
const COME_BACK = ['CASE_NOT_READY', 'KEY_IN_USE', 'UNAVAILABLE', 'OUTCOME_UNKNOWN'];

async function sentAgain(patienceMs: number, send: () => Promise<Response>): Promise<Response> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      const response = await send();
      if (response.ok || Date.now() >= until) return response;
      const { code } = (await response
        .clone()
        .json()
        .catch(() => ({}))) as { code?: string };
      if (code === undefined || !COME_BACK.includes(code)) return response;
    } catch (failure) {
      if (Date.now() >= until) throw failure;
    }
    await pause(100);
  }
}

export interface CallOptions {
  readonly key?: string;
}

export class ApiClient {
  readonly #baseUrl: string;
  readonly token: string;
  readonly user: { readonly id: string };
  readonly #patienceMs: number;
  readonly #credential: Readonly<Record<string, string>>;

  /** `patienceMs`: how long a call is sent again, with the same key, while nothing answers or the answer is to come back later. */
  constructor(
    baseUrl: string,
    token: string,
    user: { id: string },
    patienceMs = 0,
    credential: Readonly<Record<string, string>> = { Authorization: `Bearer ${token}` },
  ) {
    this.#credential = credential;
    this.#baseUrl = baseUrl;
    this.token = token;
    this.user = user;
    this.#patienceMs = patienceMs;
  }

  /** Somebody without an account, with the tracking code of a case if they have one. */
  static without(baseUrl: string, trackingCode?: string, patienceMs = 0): ApiClient {
    const credential: Record<string, string> =
      trackingCode === undefined ? {} : { Authorization: `Tracking ${trackingCode}` };
    return new ApiClient(baseUrl, '', { id: '' }, patienceMs, credential);
  }

  static async signIn(baseUrl: string, email: string, patienceMs = 0): Promise<ApiClient> {
    const password = TRAINING_PASSWORD;
    const response = await sentAgain(patienceMs, () =>
      fetch(`${baseUrl}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email, password }),
      }),
    );
    const answer = (await response.json()) as { token: string; user: { id: string } };
    if (!response.ok) throw new Error(`Sign-in of ${email} failed: ${response.status} ${JSON.stringify(answer)}`);
    return new ApiClient(baseUrl, answer.token, answer.user, patienceMs);
  }

  /** The raw exchange: status, headers and parsed body whatever they are. */
  async exchange(
    method: string,
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<{ status: number; headers: Headers; body: unknown }> {
    const form = body instanceof FormData;
    const key = options.key ?? randomUUID();
    const response = await sentAgain(this.#patienceMs, () =>
      fetch(`${this.#baseUrl}${path}`, {
        method,
        headers: {
          ...this.#credential,
          ...(method !== 'GET' && { 'Idempotency-Key': key }),
          ...(body !== undefined && !form && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
      }),
    );
    const sent = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: json && sent !== '' ? JSON.parse(sent) : sent };
  }

  async #call<T>(method: string, path: string, body?: unknown, options?: CallOptions): Promise<T> {
    const answer = await this.exchange(method, path, body, options);
    if (answer.status >= 400) throw new ProblemError(answer.status, answer.body as Record<string, unknown>);
    return answer.body as T;
  }

  get<T = any>(path: string): Promise<T> {
    return this.#call('GET', path);
  }

  post<T = any>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.#call('POST', path, body ?? {}, options);
  }

  patch<T = any>(path: string, body: unknown): Promise<T> {
    return this.#call('PATCH', path, body);
  }

  /** Sends newline-delimited JSON. */
  async lines<T = any>(path: string, lines: readonly string[]): Promise<T> {
    const key = randomUUID();
    const response = await sentAgain(this.#patienceMs, () =>
      fetch(`${this.#baseUrl}${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${this.token}`,
          'Idempotency-Key': key,
          'Content-Type': 'application/x-ndjson',
        },
        body: `${lines.join('\n')}\n`,
      }),
    );
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new ProblemError(response.status, answer);
    return answer as T;
  }

  put<T = any>(path: string, body: unknown, options?: CallOptions): Promise<T> {
    return this.#call('PUT', path, body, options);
  }

  /** Does an action on a case and answers with the case as it now stands. */
  act<T = any>(caseId: string, action: string, input: unknown = {}, options?: CallOptions): Promise<T> {
    return this.#call('POST', `/api/cases/${caseId}/actions/${action}`, input, options);
  }

  /** Uploads a file and answers with its id. */
  async upload(name: string, content: Uint8Array, type: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(content)], { type }), name);
    const { id } = await this.#call<{ id: string }>('POST', '/api/files', form);
    return id;
  }
}
