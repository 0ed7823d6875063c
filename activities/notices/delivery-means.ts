/** What notices are delivered with. */
import type { ChainHash } from '../../config/chain-hash.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { LetterMeans } from '../letters/make-letter.ts';
import type { Issuers } from './issuers.ts';
import type { Mailbox } from './mailbox.ts';
import type { OutagePause } from './outage-pause.ts';
import type { RetryTimes } from './retry.ts';
import type { Courier } from './transport.ts';
import type { Gateway } from './webhook/gateway.ts';

/** The part of a pino logger that is used. Names and addresses are never logged. */
export interface NoticeLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A notice about a case that has failed for good, as {@link DeliveryMeans.onUndeliverable} is told of it. */
export interface UndeliverableNotice {
  readonly id: string;
  readonly caseId: string;
  readonly template: string;
  readonly recipientId: string | null;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly failedAt: Instant;
  /** Tells one failure of the same notice from another. */
  readonly try: number;
}

export interface DeliveryMeans {
  readonly database: Database;
  readonly courier: Courier;
  readonly gateway: Gateway;
  readonly sender: Mailbox;
  readonly issuers: Issuers;
  readonly baseUrl: string;
  readonly retry: RetryTimes;
  /** How long a sender may hold a row, in ms. */
  readonly leaseMs: number;
  readonly pause: OutagePause;
  readonly letters: LetterMeans;
  /** The hash of the lines that are written; SHA-256 unless given. */
  readonly chainHash?: ChainHash;
  readonly log: NoticeLog;
  /** Time of the case, which training mode moves. */
  readonly now: () => Promise<Instant> | Instant;
  /** Called in the transaction that marks the notice FAILED; what it throws undoes that. */
  readonly onUndeliverable: (notice: UndeliverableNotice, tx: Transaction) => Promise<void>;
}
