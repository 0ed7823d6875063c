/** Stands between the generator of calls and the API, hands everything on as it is, and sees what it was answered. */
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening } from '../../listening.ts';

/** A call with its answer. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** milliseconds from the call to the end of its answer */
  readonly ms: number;
  readonly requestId: string | undefined;
}

/** Something that an account must never be told. */
export interface Secret {
  readonly words: string;
  /** whose it is and what, for people */
  readonly what: string;
}

export interface Witness {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** what was wrong with answers, in words, each once */
  readonly findings: ReadonlySet<string>;
  stop(): Promise<void>;
}

/**
 * Starts a witness on 127.0.0.1.
 *
 * @param target address of the API, without a trailing slash
 * @param secrets what must not stand in an answer unless the call itself said it
 */
export async function startWitness(target: string, secrets: readonly Secret[]): Promise<Witness> {
  const { hostname, port } = new URL(target);
  const agent = new Agent({ keepAlive: true });
  const seen: Seen[] = [];
  const findings = new Set<string>();

  async function handOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const sent = await wholeOf(request);
    const answer = await answerTo(request, sent);
    const body = await wholeOf(answer);
    const { statusCode: status = 0, rawHeaders, headers } = answer;
    const path = request.url ?? '';
    const method = request.method ?? '';
    const requestId = [headers['x-request-id']].flat()[0];
    seen.push({ method, path, status, ms: performance.now() - began, requestId });
    const where = `${method} ${path.split('?')[0]}`;
    if (status >= 500) findings.add(`${where} answered ${status} (request ${requestId}): ${firstWords(sent)}`);
    for (const { what } of told(secrets, body.toString(), `${path} ${sent.toString()}`))
      findings.add(`${where} told ${what} (request ${requestId})`);
    response.writeHead(status, rawHeaders).end(body);
  }

  function answerTo({ method, url, rawHeaders }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const call = send({ hostname, port, agent, method, path: url, headers: rawHeaders }, resolve);
      call.once('error', reject);
      call.end(body);
    });
  }

  const server = createServer((request, response) => {
    handOn(request, response).catch((failure: unknown) => {
      const what = failure instanceof Error ? failure.message : String(failure);
      findings.add(`${request.method} ${request.url?.split('?')[0]} was not answered: ${what}`);
      response.destroy();
    });
  });
  const url = await listening(server);
  return {
    url,
    seen,
    findings,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

/** The secrets that an answer tells and its call did not say itself. */
export function told(secrets: readonly Secret[], answer: string, call: string): Secret[] {
  return secrets.filter(({ words }) => answer.includes(words) && !call.includes(words));
}

async function wholeOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function firstWords(sent: Buffer): string {
  return JSON.stringify(sent.subarray(0, 400).toString());
}
