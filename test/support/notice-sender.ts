/**
 * Runs the notice sender outside Temporal, as the activity it is. As a program, for tests that kill it:
 * `node test/support/notice-sender.ts DATABASE_URL SMTP_URL LEASE_MS`.
 */
import { MockActivityEnvironment } from '@temporalio/testing';
import { pathToFileURL } from 'node:url';
import {
  createNoticeActivities,
  type NoticeDeps,
  type SendingCounts,
} from '../../activities/notices/deliver-notices.ts';
import { letterMeans } from '../../activities/letters/letter-means.ts';
import { issuersOf } from '../../activities/notices/issuers.ts';
import { createDatabase } from '../../prisma/client.ts';

/** The platform's time in these tests: moments after the interview notice was planned (XC-04.1). */
export const SENT_AT = '2025-08-20T10:00:05.000+08:00';

export interface RunningSender {
  /** Settles when it ends of itself, e.g. because the worker stops. */
  readonly ended: Promise<SendingCounts>;
  /** Stops it as a cancellation does and answers what it counted. */
  stop(): Promise<SendingCounts>;
}

/** Starts a sender with short waits; `deps` overrides what a test is about. */
export function startSender(
  deps: Pick<NoticeDeps, 'database' | 'databaseUrl'> & { smtpUrl: string } & Partial<NoticeDeps>,
): RunningSender {
  const { deliverNotices } = createNoticeActivities({
    smtp: { url: deps.smtpUrl, connectMs: 2_000, silenceMs: 5_000 },
    from: '案卷 Anjuan <notices@example.org>',
    baseUrl: 'https://anjuan.example.org',
    issuers: issuersOf(true),
    letters: letterMeans({ fonts: undefined, head: 'red', sealUrl: undefined }, undefined),
    trustedHosts: [],
    now: () => SENT_AT,
    log: { info() {}, warn() {}, error() {} },
    onUndeliverable: async () => {},
    retry: { temporaryMs: [5, 10, 10, 10], outageMs: 20, outageMaxMs: 100, unknownMs: 20 },
    ...deps,
  });
  const environment = new MockActivityEnvironment();
  const ended: Promise<SendingCounts> = environment.run(deliverNotices, { forMs: 120_000 });
  return {
    ended,
    stop() {
      environment.cancel('CANCELLED');
      return ended;
    },
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [databaseUrl = '', smtpUrl = '', leaseMs = ''] = process.argv.slice(2);
  startSender({ database: createDatabase(databaseUrl, 2), databaseUrl, smtpUrl, leaseMs: Number(leaseMs) });
}
