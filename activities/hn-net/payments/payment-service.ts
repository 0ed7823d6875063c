/**
 * Third-party payment settlement (HN-NET-22.1, 第二十条): what the platform asks of a payment service, and how one is asked over HTTP. Amounts
 * are whole fen. The platform holds no card and no account of anybody: it knows orders and settlement references.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';

export interface OrderAsked {
  /** Our id of the order; asking again with the same id makes no second one. */
  readonly id: string;
  readonly fen: number;
  readonly subject: string;
}

/** How an order stands at the service. */
export type OrderState =
  | { readonly status: 'CREATED' }
  | { readonly status: 'FAILED' }
  | { readonly status: 'PAID'; readonly settlement: string; readonly fen: number };

export interface PaymentService {
  /** @returns what the service calls the order, and where its payer pays. @throws PaymentFailure */
  createOrder(asked: OrderAsked): Promise<{ readonly reference: string; readonly payAt: string }>;
  /** @throws PaymentFailure */
  orderState(reference: string): Promise<OrderState>;
}

/** The service could not be asked, or answered what cannot be understood: nothing is known of the order, and it is asked again. */
export class PaymentFailure extends Error {
  constructor(why: string) {
    super(`The payment service did not answer as agreed: ${why}`);
    this.name = 'PaymentFailure';
  }
}

const created = z.object({ reference: z.string().min(1), payAt: z.url() });
const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('CREATED') }),
  z.object({ status: z.literal('FAILED') }),
  z.object({ status: z.literal('PAID'), settlement: z.string().min(1), fen: z.int().positive() }),
]);

export interface PaymentSettings {
  readonly baseUrl: string;
  /** Shared with the service: it signs what we ask. */
  readonly key: string;
  readonly timeoutMs?: number;
}

/** A payment service that is asked by signed JSON over HTTP. */
export function httpPaymentService({ baseUrl, key, timeoutMs = 10_000 }: PaymentSettings): PaymentService {
  async function ask<S extends z.ZodType>(method: string, path: string, answer: S, body = ''): Promise<z.output<S>> {
    const signature = createHmac('sha256', key).update(`${method} ${path}\n${body}`).digest('hex');
    let response: Response;
    try {
      response = await fetch(new URL(path, baseUrl), {
        method,
        headers: { 'Content-Type': 'application/json', 'X-Signature': signature },
        ...(body !== '' && { body }),
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (failure) {
      throw new PaymentFailure(String(failure));
    }
    if (!response.ok) throw new PaymentFailure(`${method} ${path} was answered ${response.status}`);
    const read = answer.safeParse(await response.json().catch(() => null));
    if (!read.success) throw new PaymentFailure(`${method} ${path} has another form`);
    return read.data;
  }

  return {
    createOrder: (asked) => ask('POST', '/orders', created, JSON.stringify(asked)),
    orderState: (reference) => ask('GET', `/orders/${encodeURIComponent(reference)}`, state),
  };
}
