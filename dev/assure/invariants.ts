/** What holds of the records whatever was asked of the stack, once it has come to rest. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../prisma/client.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { mayHaveArrived } from '../../rules/notices/may-have-arrived.ts';
import type { CaughtMail } from '../mail-catcher.ts';
import type { Stage } from './stage.ts';
import { storeFaults } from './store-invariants.ts';

/** How long the stack is given to come to rest, in milliseconds. */
const REST_MS = 180_000;

/** A notice as the records have it. */
export interface NoticeRow {
  readonly id: string;
  readonly status: string;
  readonly messageId: string | null;
  /** tries that reached the mail server */
  readonly attempts: number;
  /** tries without an answer that is known */
  readonly copies: number;
}

/** Waits until nothing is under way: no case to be opened, no message to be delivered, no notice to be tried. @returns what is still waiting */
export async function comeToRest({ database }: Stage): Promise<string[]> {
  for (const until = Date.now() + REST_MS; ; await pause(200)) {
    const waiting = await underWay(database);
    if (waiting.length === 0 || Date.now() > until) return waiting;
  }
}

async function underWay(database: Database): Promise<string[]> {
  const unopened = await database.case.findMany({ where: { revision: 0 }, select: { id: true } });
  const unhandled = await database.caseMessage.findMany({
    where: { handledAt: null },
    select: { id: true, action: true },
  });
  const unsent = await database.notice.findMany({
    where: { OR: [{ status: 'SENDING' }, { status: 'PLANNED', attempts: 0 }] },
    select: { id: true, template: true, status: true, lastError: true },
  });
  return [
    ...unopened.map(({ id }) => `${id} was received and never opened`),
    ...unhandled.map(({ id, action }) => `message ${id} (${action}) was never delivered`),
    ...unsent.map(
      ({ id, template, status, lastError }) => `notice ${id} (${template}) stays ${status}: ${lastError ?? ''}`,
    ),
  ];
}

/**
 * What is not as it must be: what never came to rest, chains that do not verify, cases whose records and workflow differ or that nobody runs,
 * notices that were not sent once, stores with two clearances, with cases beside
 * one, or with points that are not the sum of their ledger.
 */
export async function disorder(stage: Stage): Promise<string[]> {
  const waiting = await comeToRest(stage);
  const notices = await stage.database.notice.findMany({
    select: { id: true, status: true, messageId: true, attempts: true, copies: true },
  });
  return [
    ...waiting,
    ...(await brokenChains(stage.database)),
    ...(await stage.differences()),
    ...mailFaults(notices, await stage.mail.messages()),
    ...(await storeFaults(stage.database)),
  ];
}

async function brokenChains(database: Database): Promise<string[]> {
  const { broken } = await verifyChains(database);
  return broken.map(
    ({ chain, brokenAt, reason }) => `the chain of ${chain} is broken at line ${brokenAt}: ${reason.en}`,
  );
}

/**
 * Notices that count as sent and did not arrive, or more often than they were tried, and mails of no notice (XC-04.3). Where a sender died in
 * the middle of a dialogue the same mail goes out once more under the same Message-ID, and the notice says so by its tries; where it does not
 * go out once more, its line says that it may have arrived.
 */
export function mailFaults(notices: readonly NoticeRow[], mails: readonly Pick<CaughtMail, 'messageId'>[]): string[] {
  const arrived = Map.groupBy(mails, ({ messageId }) => messageId);
  const rendered = new Set(notices.map(({ messageId }) => messageId));
  return [
    ...notices.flatMap(({ id, status, messageId, attempts, copies }) => {
      const times = arrived.get(messageId ?? '')?.length ?? 0;
      if (times > Math.min(Math.max(attempts, 1), 2))
        return [`notice ${id} arrived ${times} times, tried ${attempts} times`];
      if (status === 'SENT' && times === 0) return [`notice ${id} counts as sent and did not arrive`];
      if (status !== 'SENT' && times > 0 && !mayHaveArrived({ status, copies }))
        return [`notice ${id} arrived and counts as ${status}`];
      return [];
    }),
    ...[...arrived.keys()].flatMap((messageId) =>
      rendered.has(messageId) ? [] : [`a mail is of no notice: ${messageId}`],
    ),
  ];
}
