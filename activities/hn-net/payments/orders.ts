/** Orders that are paid through the payment service: each is kept with the reference under which it was settled (HN-NET-22.1). */
import type { Database } from '../../../prisma/client.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { PaymentFailure, type PaymentService } from './payment-service.ts';

export interface OrderPlaced {
  readonly id: string;
  readonly payer: PartyKey;
  readonly payee: PartyKey;
  readonly fen: number;
  readonly subject: string;
}

/** Asks the service for an order and keeps it. @returns where its payer pays */
export async function placeOrder(
  database: Database,
  service: PaymentService,
  { id, payer, payee, fen, subject }: OrderPlaced,
  now: Instant,
): Promise<string> {
  const { reference, payAt } = await service.createOrder({ id, fen, subject });
  const data = { id, payer, payee, fen: BigInt(fen), reference, createdAt: new Date(now) };
  await database.paymentOrder.upsert({ where: { id }, create: data, update: {}, select: { id: true } });
  return payAt;
}

/**
 * Asks the service how an order stands and keeps what it says: once settled, an order stays as it is.
 * @returns the settlement reference; null while it is not paid
 * @throws PaymentFailure if another amount was paid than was asked for, which a person has to look into
 */
export async function settleOrder(
  database: Database,
  service: PaymentService,
  id: string,
  now: Instant,
): Promise<string | null> {
  const { status, settlement, reference, fen } = await database.paymentOrder.findUniqueOrThrow({ where: { id } });
  if (status !== 'CREATED') return settlement;
  const answer = await service.orderState(reference);
  if (answer.status === 'CREATED') return null;
  if (answer.status === 'PAID' && BigInt(answer.fen) !== fen)
    throw new PaymentFailure(`order ${id} asks for ${fen} fen, and ${answer.fen} were paid`);
  const settled = answer.status === 'PAID' ? answer.settlement : null;
  await database.paymentOrder.updateMany({
    where: { id, status: 'CREATED' },
    data: { status: answer.status, settlement: settled, settledAt: new Date(now) },
  });
  return settled;
}
