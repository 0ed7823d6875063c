/** The activity that sends the notices of the outbox, on the notices task queue. */
import { Context } from '@temporalio/activity';
import type { ChainHash } from '../../config/chain-hash.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { LetterMeans } from '../letters/make-letter.ts';
import { deliverOne, type DeliveryMeans, type NoticeLog, type UndeliverableNotice } from './deliver-one.ts';
import { parseMailbox } from './mailbox.ts';
import type { Issuers } from './issuers.ts';
import { createNoticeBell, type NoticeBell } from './notice-bell.ts';
import { claimNotice, findBlocking, hurry, untilNextDue } from './notice-queue.ts';
import { createOutagePause } from './outage-pause.ts';
import { overtakenBy } from './overtaken.ts';
import { RETRY_TIMES, type RetryTimes } from './retry.ts';
import { createCourier, type SmtpSettings } from './transport.ts';

export type { NoticeLog, UndeliverableNotice } from './deliver-one.ts';

export interface NoticeDeps {
  readonly database: Database;
  /** For LISTEN, which needs a connection of its own. */
  readonly databaseUrl: string;
  readonly smtp: SmtpSettings;
  /**
   * The sender, e.g. `案卷 <notices@example.org>`. Its name stands on mails that are of no case yet; a notice of a case has that of the body
   * that handles it.
   */
  readonly from: string;
  /** Where people reach the platform; the links of the mails begin with it. */
  readonly baseUrl: string;
  /** The bodies in whose name notices go out. */
  readonly issuers: Issuers;
  /** What the letters are made with that some notices are, too. */
  readonly letters: LetterMeans;
  /** The hash of the lines that are written; SHA-256 unless given. */
  readonly chainHash?: ChainHash;
  /** The platform's time, which training mode moves; written as `sentAt` and on the timeline. */
  readonly now: () => Promise<Instant> | Instant;
  readonly log: NoticeLog;
  /**
   * Told once of each notice that failed for good (XC-04.3), in the transaction that marks it FAILED: what is written
   * through `tx` stands or falls with it.
   */
  readonly onUndeliverable: (notice: UndeliverableNotice, tx: Transaction) => Promise<void>;
  /** Aborted when the worker stops, so that it need not wait out its grace time. */
  readonly stopping?: AbortSignal;
  readonly retry?: RetryTimes;
  /** How long a sender may hold a row, in ms; one minute unless given. A dialogue may take four fifths of it. */
  readonly leaseMs?: number;
}

export interface SendingCounts {
  readonly sent: number;
  readonly failed: number;
  /** Tries that left the notice to be tried again. */
  readonly deferred: number;
}

/** Due rows are looked for at least this often, should a NOTIFY have been missed. */
const longestSleepMs = 10_000;
const heartbeatMs = 1_000;

/** The activities of the notices queue. @throws RangeError when `from` is not a sender. */
export function createNoticeActivities(deps: NoticeDeps) {
  const sender = parseMailbox(deps.from);
  return {
    /**
     * Sends due notices for `forMs`, woken by NOTIFY. Ends early, after the mails in hand, when it is cancelled or the
     * worker shuts down. Give it a heartbeat timeout of a few seconds and, beyond `forMs`, the length of a lease to finish.
     */
    async deliverNotices(this: void, { forMs }: { forMs: number }): Promise<SendingCounts> {
      const context = Context.current();
      const heartbeat = setInterval(() => context.heartbeat(), heartbeatMs);
      const over = new AbortController();
      const timer = setTimeout(() => over.abort(), forMs);
      try {
        const ends = [context.cancellationSignal, over.signal, ...(deps.stopping ? [deps.stopping] : [])];
        return await sendNotices(deps, sender, AbortSignal.any(ends));
      } finally {
        clearTimeout(timer);
        clearInterval(heartbeat);
      }
    },
  };
}

/** Sends due notices until `stop`, then finishes the mails in hand. */
async function sendNotices(deps: NoticeDeps, sender: DeliveryMeans['sender'], stop: AbortSignal) {
  const retry = deps.retry ?? RETRY_TIMES;
  const courier = createCourier(deps.smtp);
  const bell = createNoticeBell(deps.databaseUrl, stop, deps.log);
  const means: DeliveryMeans = { ...deps, retry, courier, sender, pause: createOutagePause(retry) };
  const counts = { sent: 0, failed: 0, deferred: 0 };
  const leaseMs = deps.leaseMs ?? 60_000;
  const lane = async () => {
    while (!stop.aborted) {
      const seen = bell.rings;
      try {
        const pauseMs = means.pause.remaining();
        // A letter needs no mail server.
        const claim = await claimNotice(means.database, leaseMs, pauseMs > 0 ? 'LETTER' : undefined);
        if (claim === null && pauseMs > 0) {
          await sleepThroughRings(bell, pauseMs, stop);
          continue;
        }
        if (claim === null && (await hurryOvertaken(means.database))) continue;
        if (claim === null) {
          await bell.wait(seen, Math.min((await untilNextDue(means.database)) ?? longestSleepMs, longestSleepMs));
          continue;
        }
        bell.wakeAnother();
        const status = await deliverOne(means, claim);
        if (status === 'SENT') counts.sent += 1;
        else if (status === 'FAILED') counts.failed += 1;
        else if (status !== 'CANCELLED') counts.deferred += 1;
      } catch (error) {
        means.log.error({ err: error }, 'the notice sender met an error and goes on');
        await sleepThroughRings(bell, 1_000, stop);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: deps.smtp.connections ?? 5 }, lane));
    return counts;
  } finally {
    courier.close();
    await bell.close();
  }
}

/** Ends the wait of rows that keep later ones waiting and are not true any more; true if there were any. */
async function hurryOvertaken(database: Database): Promise<boolean> {
  let found = false;
  for (const notice of await findBlocking(database)) {
    if ((await overtakenBy(database, notice)) === null) continue;
    await hurry(database, notice);
    found = true;
  }
  return found;
}

/** Waits however often the bell rings, but not beyond `stop`. */
async function sleepThroughRings(bell: NoticeBell, ms: number, stop: AbortSignal): Promise<void> {
  const end = Date.now() + ms;
  for (let left = ms; left > 0 && !stop.aborted; left = end - Date.now()) await bell.wait(bell.rings, left);
}
