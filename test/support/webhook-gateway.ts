/** A gateway of messages on this machine: what it was posted, and what it answers. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listening } from '../../dev/listening.ts';

export interface Posted {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** JSON, for a test to look into. */
  readonly body: any;
}

/** An answer; `cut`: the connection ends without one. */
export type Answering = { readonly status?: number; readonly body?: object | string; readonly to?: string } | 'cut';

export interface WebhookGateway {
  readonly url: string;
  readonly received: readonly Posted[];
  close(): Promise<void>;
}

/** @param answers of the first posts, in their order; after them all are taken */
export async function startWebhookGateway(answers: readonly Answering[] = []): Promise<WebhookGateway> {
  const received: Posted[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = answers[received.length] ?? {};
      const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
      received.push({ path: request.url ?? '', headers: request.headers, body });
      if (answer === 'cut') {
        response.destroy();
        return;
      }
      const { status = 200, body: said = { errcode: 0, errmsg: 'ok' }, to } = answer;
      response.writeHead(status, { 'content-type': 'application/json', ...(to !== undefined && { location: to }) });
      response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  const url = await listening(server);
  return {
    url,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
