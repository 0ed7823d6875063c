/** A payment service of our own for tests: a small HTTP server that keeps orders, checks signatures, and settles when it is told to. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Kept {
  readonly id: string;
  readonly fen: number;
  state: object;
}

export interface FakePaymentService {
  readonly baseUrl: string;
  readonly key: string;
  /** How many orders it has been asked for, each id once. */
  count(): number;
  /** The payer pays; `fen` is what was asked for unless given. @returns the settlement reference */
  pay(reference: string, fen?: number): string;
  /** The payer's bank refuses. */
  fail(reference: string): void;
  /** The next request is answered by this status. */
  breakOnce(status: number): void;
  stop(): Promise<void>;
}

export async function startPaymentService(): Promise<FakePaymentService> {
  const key = 'shared-with-the-tests';
  const orders = new Map<string, Kept>();
  let broken: number | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const body = await text(request);
    const say = (status: number, content: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
    };
    if (broken !== null) {
      const status = broken;
      broken = null;
      return say(status, {});
    }
    const signature = createHmac('sha256', key).update(`${method} ${url}\n${body}`).digest('hex');
    if (request.headers['x-signature'] !== signature) return say(401, {});
    if (method === 'POST' && url === '/orders') {
      const { id, fen } = JSON.parse(body) as { id: string; fen: number };
      const reference = `P-${id}`;
      if (!orders.has(reference)) orders.set(reference, { id, fen, state: { status: 'CREATED' } });
      return say(201, { reference, payAt: `https://pay.example.org/${reference}` });
    }
    const found = orders.get(decodeURIComponent(url.replace('/orders/', '')));
    return found === undefined ? say(404, {}) : say(200, found.state);
  }

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const orderOf = (reference: string) => {
    const found = orders.get(reference);
    if (found === undefined) throw new Error(`There is no order ${reference}.`);
    return found;
  };
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    key,
    count: () => orders.size,
    pay(reference, fen = orderOf(reference).fen) {
      const settlement = `S-${reference}`;
      orderOf(reference).state = { status: 'PAID', settlement, fen };
      return settlement;
    },
    fail: (reference) => {
      orderOf(reference).state = { status: 'FAILED' };
    },
    breakOnce: (status) => {
      broken = status;
    },
    async stop() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
