/** Cases in any number: registrations of the training consumer at the window of Liuyang, as their filing opens them. */
import type { Transaction } from '../../prisma/client.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { CaseGateway } from '../case-gateway-types.ts';

/** How many, and how their ids go on: `con-<mark>-<from>` … */
export interface Registrations {
  readonly count: number;
  readonly mark?: string;
  readonly from?: number;
  readonly openedAt: Instant;
}

/** Inserts registrations and answers with their ids; the relay, or `opened`, opens them. */
export async function insertRegistrations(
  tx: Transaction,
  gateway: Pick<CaseGateway, 'openCase'>,
  { count, mark = 'many', from = 1, openedAt }: Registrations,
): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `con-${mark}-${from + index}`);
  for (const id of ids) {
    await gateway.openCase(tx, {
      id,
      kind: 'consumerRegistration',
      subject: 'person:demo-consumer',
      title: '刘洋',
      bodyId: 'hn-liuyang',
      region: 'HN/CHANGSHA/LIUYANG',
      openedById: 'demo-consumer',
      openedAt,
      priority: 0,
      parties: {},
      opening: { kind: 'INDIVIDUAL' },
    });
  }
  return ids;
}
