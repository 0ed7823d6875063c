import { TRAINING_PASSWORD } from '../../prisma/seed.ts';

/** What came back. `body` is parsed if it is JSON. */
export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  // The shape is what the test is about.

  readonly body: any;
}

/** A caller of the API over HTTP that shows the same credential each time. */
export class Caller {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(baseUrl: string, headers: Readonly<Record<string, string>>) {
    this.baseUrl = baseUrl;
    this.headers = headers;
  }

  /** Signs in and shows the token from then on. */
  static async signIn(baseUrl: string, email: string, password = TRAINING_PASSWORD): Promise<Caller> {
    const answer = await new Caller(baseUrl, {}).post('/api/auth/sign-in/email', { email, password });
    if (answer.status !== 200)
      throw new Error(`Sign-in of ${email} failed: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Caller(baseUrl, { Authorization: `Bearer ${(answer.body as { token: string }).token}` });
  }

  /** Sets another password, which ends every session, and goes on with the new one. */
  async setPassword(currentPassword: string, newPassword: string): Promise<Caller> {
    const answer = await this.post('/api/auth/change-password', { currentPassword, newPassword });
    if (answer.status !== 200)
      throw new Error(`Changing the password failed: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Caller(this.baseUrl, { Authorization: `Bearer ${(answer.body as { token: string }).token}` });
  }

  async send(
    method: string,
    path: string,
    body?: string | FormData | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<Exchange> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: { ...this.headers, ...headers },
      ...(body !== undefined && { body: body as string }),
      redirect: 'manual',
    });
    // A stream of events has no end to wait for.
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (isStream) await response.body?.cancel();
    const content = isStream ? '' : await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '') && content !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(content) as unknown) : content,
    };
  }

  get(path: string): Promise<Exchange> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Exchange> {
    return this.#json('POST', path, body, headers);
  }

  put(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Exchange> {
    return this.#json('PUT', path, body, headers);
  }

  patch(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Exchange> {
    return this.#json('PATCH', path, body, headers);
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<Exchange> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** Uploads one file. */
  upload(name: string, content: Uint8Array, type: string, headers: Record<string, string> = {}): Promise<Exchange> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(content)], { type }), name);
    return this.send('POST', '/api/files', form, headers);
  }

  #json(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Exchange> {
    if (body === undefined) return this.send(method, path, undefined, headers);
    return this.send(method, path, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
  }
}
