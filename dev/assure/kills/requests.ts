/** A person's requests while parts of the stack are away: each is sent under one key until it is known what became of it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Entry, Told } from './ledger.ts';

/** An answer, or that there was none. */
export interface Answered {
  readonly at: number;
  readonly what: string;
  /** whether it was to change something */
  readonly changing: boolean;
  /** 0: no answer came */
  readonly status: number;
  readonly code: string;
  readonly retryAfter: string | null;
  readonly ms: number;
}

/** What was asked and answered, by everybody. */
export interface Diary {
  readonly entries: Entry[];
  readonly answers: Answered[];
}

/** After these a request is sent again with the same key: it is in hand, its end is not known, or something is away for a while. */
const COME_BACK = new Set([
  'KEY_IN_USE',
  'CASE_NOT_READY',
  'UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'TOO_MANY_REQUESTS',
  'INTERNAL',
]);

/** A call that is given up after so long: a part that is held answers nobody. */
const CALL_MS = 15_000;
/** How long a person tries to find out what became of a request. */
const PATIENCE_MS = 120_000;

export interface Keyed {
  /** for people: who asks for what */
  readonly what: string;
  readonly path: string;
  /** the body for a mark that is to stand in it; a body without one is not looked for in the records */
  readonly body: object | ((mark: string) => object);
}

/** A person with a session. */
export class Requester {
  readonly #baseUrl: string;
  readonly #token: string;
  readonly #diary: Diary;

  constructor(baseUrl: string, token: string, diary: Diary) {
    this.#baseUrl = baseUrl;
    this.#token = token;
    this.#diary = diary;
  }

  /** Sends it until it is known what became of it. @returns the body of the answer if it was acknowledged */
  async post<T>({ what, path, body }: Keyed): Promise<T | undefined> {
    const key = randomUUID();
    const mark = `m${key.replaceAll('-', '').slice(0, 16)}`;
    const content = JSON.stringify(typeof body === 'function' ? body(mark) : body);
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    const until = Date.now() + PATIENCE_MS;
    for (let sent = 1; ; sent += 1) {
      const answer = await this.#exchange(what, path, 'POST', { headers, body: content });
      const told = toldBy(answer);
      if (told === 'UNKNOWN' && Date.now() < until) {
        await pause(200);
        continue;
      }
      if (typeof body === 'function')
        this.#diary.entries.push({ mark, what, told, answer: `${answer.status} ${answer.code}`.trim(), sent });
      return told === 'DONE' ? (answer.body as T) : undefined;
    }
  }

  /** Looks something up, once. @returns the answer, or nothing if there was none */
  async get<T>(what: string, path: string): Promise<T | undefined> {
    const answer = await this.#exchange(what, path, 'GET');
    return answer.status === 200 ? (answer.body as T) : undefined;
  }

  async #exchange(
    what: string,
    path: string,
    method: 'GET' | 'POST',
    sent: { readonly headers?: Record<string, string>; readonly body?: string } = {},
  ): Promise<Answered & { body: unknown }> {
    const at = Date.now();
    const began = performance.now();
    const headers = { ...sent.headers, Authorization: `Bearer ${this.#token}` };
    const signal = AbortSignal.timeout(CALL_MS);
    const { status, retryAfter, body } = await answerTo(`${this.#baseUrl}${path}`, {
      ...sent,
      method,
      headers,
      signal,
    });
    const code = (body as { code?: string } | null)?.code ?? '';
    const changing = method !== 'GET';
    const answered = {
      at,
      what,
      changing,
      status,
      code: status >= 400 ? code : '',
      retryAfter,
      ms: performance.now() - began,
    };
    this.#diary.answers.push(answered);
    return { ...answered, body };
  }
}

async function answerTo(url: string, request: RequestInit) {
  try {
    const response = await fetch(url, request);
    const body: unknown = await response.json();
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body };
  } catch {
    return { status: 0, retryAfter: null, body: null };
  }
}

function toldBy({ status, code }: Answered): Told {
  if (status >= 200 && status < 300) return 'DONE';
  return status === 0 || status >= 500 || COME_BACK.has(code) ? 'UNKNOWN' : 'REFUSED';
}
