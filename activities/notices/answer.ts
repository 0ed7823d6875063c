/** What came of a try, and what is written of it (XC-04.3). */
import { text, type Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { NoticeRow } from '../notice-rows.ts';
import { isRepeated, isSpent, MAX_ATTEMPTS, type Claim, type Outcome } from './notice-queue.ts';
import { outageWait, refusalWait, type RetryTimes } from './retry.ts';
import type { SmtpAnswer } from './smtp-answer.ts';

/**
 * What came of a notice that was not handed to the server.
 *
 * - `letter`: it is a letter, which was made.
 * - `unchanged`: it had failed, and its recipient is reached no other way by now.
 * - `nobody`: nobody is left whom it could go to.
 * - `again`: its mail has to be made anew.
 * - `cancelled`: it is overtaken, or goes to others.
 */
export type Unsent =
  | { readonly kind: 'letter' | 'unchanged' | 'nobody' | 'again'; readonly words: string }
  | {
      readonly kind: 'cancelled';
      readonly words: string;
      readonly why: Text;
      readonly successors: readonly NoticeRow[];
    };

export type Answer = SmtpAnswer | Unsent;

/** A notice with what came of it. */
export interface Answered {
  readonly claim: Claim;
  readonly answer: Answer;
  /** True if it went, or was to go, in a digest. */
  readonly inDigest?: boolean;
}

/** Words of a repetition whose sender died. */
export const STOPPED = 'The sender stopped in the middle of the repetition.';

const longestWords = 500;

const NOBODY = text(
  '没有可以收到本通知的人：无在用账户，也无联系邮箱。',
  'Nobody can get this notice: no account in use and no address of a contact.',
);

export const nobody: Unsent = { kind: 'nobody', words: `${NOBODY.zh} ${NOBODY.en}` };

export function cancelled(why: Text, successors: readonly NoticeRow[] = []): Unsent {
  return { kind: 'cancelled', words: `${why.zh}。 ${why.en}.`, why, successors };
}

/** @param at time of the case */
export function outcomeOf(retry: RetryTimes, claim: Claim, answer: Answer, at: Instant): Outcome {
  const { notice } = claim;
  const { copies } = notice;
  // The database keeps neither NUL nor half a character.
  const words = answer.words.slice(0, longestWords).replaceAll('\0', '').toWellFormed();
  // What is spent was handed over twice by senders that died, which counted as tries then; it is not tried again.
  const attempts = isSpent(claim) ? notice.attempts : Math.min(notice.attempts + 1, MAX_ATTEMPTS);
  const failed: Outcome = { status: 'FAILED', attempts, copies, lastError: words };
  // A refused repetition, or one that met an outage, has sent nothing. The doubt about the copy before it stays.
  const next = isRepeated(claim) ? 'UNKNOWN' : 'PLANNED';
  switch (answer.kind) {
    case 'letter':
      return { status: 'TO_DISPATCH', attempts: notice.attempts, copies };
    case 'again':
      return { status: next, attempts: notice.attempts, copies };
    case 'cancelled':
      return { status: 'CANCELLED', attempts: notice.attempts, copies, lastError: words };
    case 'unchanged':
    case 'nobody':
      return { ...failed, attempts: notice.attempts };
    case 'accepted':
      return { status: 'SENT', attempts, copies, response: words, sentAt: sentAtOf(claim, at) };
    case 'permanent':
      return { ...failed, response: words };
    case 'temporary':
      if (attempts >= MAX_ATTEMPTS) return { ...failed, response: words };
      return {
        status: next,
        attempts,
        copies,
        waitMs: refusalWait(retry, attempts),
        lastError: words,
        response: words,
      };
    case 'unknown':
      if (isRepeated(claim)) return failed;
      return { status: 'UNKNOWN', attempts, copies: copies + 1, waitMs: retry.unknownMs, lastError: words };
    case 'outage': {
      const outages = notice.outages + 1;
      const waitMs = outageWait(retry, outages);
      return { status: next, attempts: notice.attempts, copies, outages, waitMs, lastError: words };
    }
  }
}

/** No notice was sent before it was planned, also where the clock was set back between the two. */
function sentAtOf({ notice: { plannedAt } }: Claim, at: Instant): Date {
  const clock = new Date(at);
  return clock < plannedAt ? plannedAt : clock;
}
