/** The activity that sends the notices of the outbox, on the notices task queue. */
import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { ChainHash } from '../../config/chain-hash.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Channel } from '../../rules/notices.ts';
import type { TrustedHosts } from '../../rules/notices/webhook.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { GiveWay } from '../give-way.ts';
import type { LetterMeans } from '../letters/make-letter.ts';
import { contracts } from '../../workflows/regimes.ts';
import type { Answered } from './answer.ts';
import { deliverPage } from './deliver-page.ts';
import type { DeliveryMeans, NoticeLog, UndeliverableNotice } from './delivery-means.ts';
import { gathered } from './gathered.ts';
import type { Issuers } from './issuers.ts';
import { parseMailbox } from './mailbox.ts';
import { createNoticeBell, type NoticeBell } from './notice-bell.ts';
import { claimPage, endWaitsOfAnotherClock, findBlocking, hurry, untilNextDue, type Claim } from './notice-queue.ts';
import { createOutagePause } from './outage-pause.ts';
import { overtakenBy } from './overtaken.ts';
import { readPageRecords } from './page-records.ts';
import { createPlaces, type Places } from './places.ts';
import { RETRY_TIMES, type RetryTimes } from './retry.ts';
import { settlePage, type Settled } from './settle-page.ts';
import { createGateway } from './webhook/gateway.ts';
import { createCourier, MAILS_AT_ONCE, type SmtpSettings } from './transport.ts';

export type { NoticeLog, UndeliverableNotice } from './delivery-means.ts';

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
  /** Hosts of webhooks that may be inside the network. */
  readonly trustedHosts: TrustedHosts;
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
  /** Whether more is due in the cases than is done at once: mails wait until it is recorded, a minute at most. */
  readonly isBehindDue?: () => boolean;
  readonly giveWay?: Pick<GiveWay, 'restAfter'>;
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
const shortestSleepMs = 100;
/** So long the next page waits for the whole of the one before; a mail that takes longer holds up no other. */
const longestForPageMs = 200;
const heartbeatMs = 1_000;

/** Names of the notices of which several to one person go as one mail. */
const digests = [
  ...new Set(
    Object.values(contracts).flatMap(({ notices }) =>
      Object.entries(notices).flatMap(([template, spec]) => (spec.digest === true ? template : [])),
    ),
  ),
];

/** Ways that share the places of the mails, and those of them that need no mail server. */
const MAIL_AND_LETTERS: readonly Channel[] = ['EMAIL', 'LETTER'];
const WITHOUT_MAIL_SERVER: readonly Channel[] = ['LETTER'];

/** Rooms that are spoken to at once: a robot that is slow to answer takes no place of a mail. */
const ROOMS_AT_ONCE = 2;

/** So long mails wait at most for what is due in the cases. */
const longestForDueMs = 60_000;
/** How often it is looked whether they still have to. */
const lookForDueMs = 250;

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
  const { smtp, retry = RETRY_TIMES, leaseMs = 60_000 } = deps;
  const courier = createCourier(smtp);
  const gateway = createGateway(deps.trustedHosts);
  const bell = createNoticeBell(deps.databaseUrl, stop, deps.log);
  const means: DeliveryMeans = { ...deps, retry, leaseMs, courier, gateway, sender, pause: createOutagePause(retry) };
  const settle = gathered((page: readonly Answered[]) => settlePage(means, page));
  const places = createPlaces(smtp.connections ?? MAILS_AT_ONCE);
  const rooms = createPlaces(ROOMS_AT_ONCE);
  const dueIsRecorded = waitForDue(deps);
  const counts = { sent: 0, failed: 0, deferred: 0 };
  const pages = new Set<Promise<void>>();
  const whenDone = (within: Places, status: Settled) => {
    within.leave();
    // A later notice to the same recipient may go now.
    bell.ring();
    if (status === 'SENT') counts.sent += 1;
    else if (status === 'FAILED') counts.failed += 1;
    else if (status !== 'CANCELLED') counts.deferred += 1;
  };
  const deliver = (claims: readonly Claim[], within: Places) => {
    within.take(claims.length);
    const page = deliverPage(means, settle, claims, (status) => whenDone(within, status))
      .catch((error: unknown) => means.log.error({ err: error }, 'a page of notices met an error'))
      .finally(() => pages.delete(page));
    pages.add(page);
    return page;
  };
  /** One by one, so that each sees which rooms are spoken to. @returns how many were begun */
  const tellRooms = async (now: Instant): Promise<number> => {
    let begun = 0;
    for (; rooms.free > 0; begun += 1) {
      const claims = await claimPage(means.database, { leaseMs, limit: 1, channels: ['WEBHOOK'], digests, now });
      if (claims.length === 0) break;
      void deliver(claims, rooms);
    }
    return begun;
  };
  try {
    while (!stop.aborted) {
      const seen = bell.rings;
      try {
        await dueIsRecorded(stop);
        await places.untilFree();
        const pauseMs = means.pause.remaining();
        const channels = pauseMs > 0 ? WITHOUT_MAIL_SERVER : MAIL_AND_LETTERS;
        const now = await means.now();
        const begun = await tellRooms(now);
        const limit = places.free;
        const began = Date.now();
        const claims = await claimPage(means.database, { leaseMs, limit, channels, digests, now });
        if (claims.length > 0) {
          await Promise.race([deliver(claims, places), pause(longestForPageMs, undefined, { ref: false })]);
          if (claims.length === limit) await deps.giveWay?.restAfter(Date.now() - began, stop);
        } else if (begun > 0) continue;
        // The next message to a room goes when the one before is answered, also while the mails have to wait.
        else if (pauseMs > 0 && rooms.free === ROOMS_AT_ONCE) await sleepThroughRings(bell, pauseMs, stop);
        else if (!(await hurryOvertaken(means.database))) {
          await endWaitsOfAnotherClock(means.database);
          await bell.wait(seen, await idleMs(means.database));
        }
      } catch (error) {
        means.log.error({ err: error }, 'the notice sender met an error and goes on');
        await sleepThroughRings(bell, 1_000, stop);
      }
    }
    await Promise.all(pages);
    return counts;
  } finally {
    courier.close();
    gateway.close();
    await bell.close();
  }
}

/** What is due in the cases comes before the mails that follow from it. A backlog that lasts longer keeps no mail waiting. */
function waitForDue({ isBehindDue = () => false }: NoticeDeps): (stop: AbortSignal) => Promise<void> {
  let behindSince: number | null = null;
  return async (stop) => {
    while (isBehindDue() && !stop.aborted) {
      behindSince ??= Date.now();
      if (Date.now() - behindSince >= longestForDueMs) return;
      await pause(lookForDueMs, undefined, { ref: false, signal: stop }).catch(() => undefined);
    }
    behindSince = null;
  };
}

/** What is due and cannot be taken is another sender's, or waits for what else is due that morning. */
async function idleMs(database: Database): Promise<number> {
  const dueInMs = (await untilNextDue(database)) ?? longestSleepMs;
  return Math.min(Math.max(dueInMs, shortestSleepMs), longestSleepMs);
}

/** Ends the wait of rows that keep later ones waiting and are not true any more; true if there were any. */
async function hurryOvertaken(database: Database): Promise<boolean> {
  const blocking = await findBlocking(database);
  if (blocking.length === 0) return false;
  const records = await readPageRecords(database, blocking);
  const overtaken = blocking.filter((notice) => overtakenBy(records, notice) !== null);
  for (const notice of overtaken) await hurry(database, notice);
  return overtaken.length > 0;
}

/** Waits however often the bell rings, but not beyond `stop`. */
async function sleepThroughRings(bell: NoticeBell, ms: number, stop: AbortSignal): Promise<void> {
  const end = Date.now() + ms;
  for (let left = ms; left > 0 && !stop.aborted; left = end - Date.now()) await bell.wait(bell.rings, left);
}
