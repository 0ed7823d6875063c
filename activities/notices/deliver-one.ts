/** One claimed notice, from its row to the mail server and back (XC-04.1, XC-04.3). */
import type { ChainHash } from '../../config/chain-hash.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { clauseOf } from '../../rules/notices.ts';
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import { addNotices, type NoticeRow } from '../notice-rows.ts';
import { reportServed } from '../report-served.ts';
import { reportSettled } from '../report-undeliverable.ts';
import { systemActor } from '../../rules/roles.ts';
import { appendLines, type TimelineLine } from '../timeline.ts';
import { letterNotice, letterOf, type LetterMeans, type MadeLetter } from '../letters/make-letter.ts';
import { addresseeOf } from './addressee.ts';
import { citationsOf } from './adopted-text.ts';
import { letterAttachments, outgoing, type NoticeAttachment } from './attachments.ts';
import { issuerOf, type Issuers } from './issuers.ts';
import type { Mailbox } from './mailbox.ts';
import { messageIdOf } from './message-id.ts';
import {
  MAX_ATTEMPTS,
  readdress,
  settle,
  storeRendered,
  type Claim,
  type Notice,
  type Outcome,
  type ReadyNotice,
} from './notice-queue.ts';
import type { OutagePause } from './outage-pause.ts';
import { overtakenBy } from './overtaken.ts';
import { renderNotice } from './render-notice.ts';
import { outageWait, refusalWait, type RetryTimes } from './retry.ts';
import type { SmtpAnswer } from './smtp-answer.ts';
import type { Courier } from './transport.ts';
import { specOf, type NoticeData } from './wordings.ts';

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
  readonly sender: Mailbox;
  readonly issuers: Issuers;
  readonly baseUrl: string;
  readonly retry: RetryTimes;
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

/** Share of the lease within which a dialogue must end; the rest is for writing down what the server said. */
const dialogueShare = 0.8;
const longestWords = 500;
const FINAL: readonly Outcome['status'][] = ['SENT', 'FAILED', 'CANCELLED'];

/** Delivers a claimed notice and writes down what came of it. Throws only when the database stays out of reach. */
export async function deliverOne(means: DeliveryMeans, taken: Claim): Promise<Outcome['status'] | 'LOST'> {
  const examined = await insist(means, taken, () => examine(means, taken));
  if (examined === undefined) return 'LOST';
  const { claim } = examined;
  const answer = examined.answer ?? (await attempt(means, claim));
  if (answer === undefined) return 'LOST';
  if (answer.kind === 'outage') means.pause.serverIsOut();
  else if (SERVER_SPOKE.includes(answer.kind)) means.pause.serverAnswered();
  const { status, kept } = await insist(means, claim, async () => {
    const at = await means.now();
    const outcome = outcomeOf(means.retry, claim, answer, at);
    return { status: outcome.status, kept: await write(means, claim, outcome, answer, at) };
  });
  const fields = {
    noticeId: claim.notice.id,
    caseId: claim.notice.caseId,
    status,
    answer: answer.kind,
  };
  if (!kept) means.log.warn(fields, 'another sender took the notice over meanwhile');
  else if (status === 'SENT') means.log.info(fields, 'notice sent');
  else if (answer.kind === 'letter') means.log.info(fields, 'letter made, to be posted');
  else means.log.warn(fields, 'notice not sent');
  return kept ? status : 'LOST';
}

/** What came of a notice that was not handed to the server. */
type Unsent =
  | { readonly kind: 'letter' | 'unchanged' | 'nobody'; readonly words: string }
  | {
      readonly kind: 'cancelled';
      readonly words: string;
      readonly why: Text;
      readonly successors: readonly NoticeRow[];
    };

type Answer = SmtpAnswer | Unsent;

const SERVER_SPOKE: readonly Answer['kind'][] = ['accepted', 'temporary', 'permanent'];

const gone = text('收件人已变更，改发现在的收件人', 'its recipient is gone; it goes to whoever took the place');
const told = text('该地址已收到同一通知', 'the same was sent to this address already');

/** Asks before each try whether the notice is still true, and who it goes to now. Undefined when the lease was lost. */
async function examine(
  means: DeliveryMeans,
  claim: Claim,
): Promise<{ readonly claim: Claim; readonly answer?: Unsent } | undefined> {
  const { database } = means;
  const why = await overtakenBy(database, claim.notice);
  if (why !== null) return { claim, answer: cancelled(why) };
  const to = await addresseeOf(database, claim.notice);
  switch (to.kind) {
    case 'same':
      // At the same address it would fail again; a letter may find the font that it lacked.
      if (!claim.revived || claim.notice.channel === 'LETTER') return { claim };
      return { claim, answer: { kind: 'unchanged', words: claim.notice.lastError ?? '' } };
    case 'told':
      return { claim, answer: cancelled(told) };
    case 'gone':
      return { claim, answer: cancelled(gone, to.successors) };
    case 'nobody':
      // A letter can be addressed to the party all the same.
      if (claim.notice.channel === 'LETTER') return { claim };
      return { claim, answer: { kind: claim.revived ? 'unchanged' : 'nobody', words: NOBODY } };
    case 'readdressed': {
      const readdressed = await readdress(database, claim, to.recipient);
      return readdressed === null ? undefined : { claim: readdressed };
    }
  }
}

const NOBODY =
  '没有可以收到本通知的人：无在用账户，也无联系邮箱。 Nobody can get this notice: no account in use and no address of a contact.';

function cancelled(why: Text, successors: readonly NoticeRow[] = []): Unsent {
  return { kind: 'cancelled', words: `${why.zh}。 Not sent: ${why.en}.`, why, successors };
}

async function attempt(means: DeliveryMeans, claim: Claim): Promise<Answer | undefined> {
  const { notice } = claim;
  const isLetter = notice.channel === 'LETTER';
  if (claim.spent && !isLetter)
    return { kind: 'unknown', words: 'The sender stopped in the middle of the repetition.' };
  let mail = stored(notice);
  if (mail === undefined) {
    const made = await letterFor(means, claim);
    // The letter is the notice. The e-mail goes without it: each way is tracked by itself (XC-04.2).
    if (isLetter && made?.fault !== undefined) {
      return { kind: made.fault.lasting ? 'permanent' : 'temporary', words: made.fault.message };
    }
    try {
      mail = await render(means, notice, made?.letter);
    } catch (error) {
      means.log.error({ err: error, noticeId: notice.id }, 'a notice cannot be rendered');
      return { kind: 'permanent', words: `The notice cannot be rendered: ${String(error)}` };
    }
    if (!(await storeRendered(means.database, claim, mail))) return undefined;
  }
  if (isLetter) return { kind: 'letter', words: '' };
  const { attachments } = mail;
  const files = await insist(means, claim, () => outgoing(means.database, attachments));
  const limitMs = (claim.heldUntil - Date.now()) * dialogueShare;
  return means.courier.send(
    {
      from: senderOf(means, notice),
      to: { name: notice.recipientName, address: notice.recipientEmail },
      locale: notice.locale,
      ...mail,
      attachments: files,
    },
    limitMs,
  );
}

/** The letter that the notice is, too; undefined if it is an e-mail alone. */
async function letterFor(means: DeliveryMeans, claim: Claim): Promise<MadeLetter | undefined> {
  const { id, caseId } = claim.notice;
  const asLetter = letterNotice(claim.notice);
  if (asLetter === undefined) return undefined;
  const made = await insist(means, claim, () => letterOf(means, asLetter));
  if (made.fault !== undefined) means.log.error({ err: made.fault, noticeId: id, caseId }, 'a letter cannot be set');
  return made;
}

function stored(notice: Notice): ReadyNotice | undefined {
  const { messageId, subject, html, text: plain, attachments } = notice;
  if (messageId === null || subject === null || html === null || plain === null) return undefined;
  return { messageId, subject, html, text: plain, attachments: (attachments ?? []) as unknown as NoticeAttachment[] };
}

async function render(means: DeliveryMeans, notice: Notice, letter: MadeLetter['letter']): Promise<ReadyNotice> {
  const { baseUrl, issuers } = means;
  const sender = senderOf(means, notice);
  const issuer = issuerOf(issuers, dataOf(notice));
  const locale = localeOf(notice);
  const isLetter = notice.channel === 'LETTER';
  const files = letter && !isLetter ? letterAttachments(letter, readIn(locale, letter.files)) : [];
  const mail = await renderNotice({
    template: notice.template,
    channel: isLetter ? 'LETTER' : 'EMAIL',
    locale,
    data: dataOf(notice),
    recipientName: notice.recipientName,
    recipientEmail: notice.recipientEmail,
    baseUrl,
    sender,
    ...(issuer && { issuer }),
    letterNumber: letter?.number,
    citations: await citationsOf(means.database, notice.caseId, dataOf(notice).plannedAt),
    enclosed: files.map(({ filename }) => filename),
  });
  return { ...mail, attachments: [...mail.attachments, ...files], messageId: messageIdOf(notice.id, sender) };
}

/** Everybody gets the letter in Chinese, which is authoritative; a reader of English gets the translation, too. */
function readIn(locale: Locale, files: readonly Locale[]): readonly Locale[] {
  return files.filter((file) => file === 'zh-CN' || file === locale);
}

/** The address that is set, under the name of the body whose notice it is: people know the body, not the product. */
function senderOf({ issuers, sender }: DeliveryMeans, notice: Notice): Mailbox {
  const issuer = issuerOf(issuers, dataOf(notice));
  return issuer === undefined ? sender : { ...sender, name: inLocale(issuer.name, localeOf(notice)) };
}

function dataOf({ data }: Notice): NoticeData {
  return data as unknown as NoticeData;
}

function localeOf({ locale }: Notice): Locale {
  return locale === 'en' ? 'en' : 'zh-CN';
}

function outcomeOf(retry: RetryTimes, claim: Claim, answer: Answer, at: Instant): Outcome {
  const words = answer.words.slice(0, longestWords);
  const attempts = Math.min(claim.attempts + 1, MAX_ATTEMPTS);
  const failed: Outcome = { status: 'FAILED', attempts, lastError: words };
  // A refused repetition, or one that met an outage, has sent nothing. The doubt about the copy before it stays.
  const next = claim.repeated ? 'UNKNOWN' : 'PLANNED';
  switch (answer.kind) {
    case 'letter':
      return { status: 'TO_DISPATCH', attempts: claim.attempts };
    case 'cancelled':
      return { status: 'CANCELLED', attempts: claim.attempts, lastError: words };
    case 'unchanged':
    case 'nobody':
      return { status: 'FAILED', attempts: claim.attempts, lastError: words };
    case 'accepted':
      return { status: 'SENT', attempts, response: words, sentAt: sentAtOf(claim.notice, at) };
    case 'permanent':
      return { ...failed, response: words };
    case 'temporary':
      if (attempts >= MAX_ATTEMPTS) return { ...failed, response: words };
      return { status: next, attempts, waitMs: refusalWait(retry, attempts), lastError: words, response: words };
    case 'unknown':
      if (claim.repeated) return failed;
      return { status: 'UNKNOWN', attempts, waitMs: retry.unknownMs, lastError: words };
    case 'outage': {
      const outages = claim.notice.outages + 1;
      return {
        status: next,
        attempts: claim.attempts,
        outages,
        waitMs: outageWait(retry, outages),
        lastError: words,
      };
    }
  }
}

/** No notice was sent before it was planned, also where the clock was set back between the two. */
function sentAtOf({ plannedAt }: Notice, at: Instant): Date {
  const clock = new Date(at);
  return clock < plannedAt ? plannedAt : clock;
}

/** A mail of no case. A code that verifies an address is forgotten with it: nobody who reads the table later can use it. */
async function settleWithoutCase(tx: Transaction, claim: Claim, outcome: Outcome, isFinal: boolean): Promise<boolean> {
  if (!(await settle(tx, claim, outcome))) return false;
  if (isFinal)
    await tx.$executeRaw`
      UPDATE "Notice" SET "data" = "data" - 'code', "html" = NULL, "text" = NULL
      WHERE "id" = ${claim.notice.id} AND jsonb_exists("data", 'code')`;
  return true;
}

/** A letter that had failed and is made: a case that knew of the failure hears of it. */
async function settleRevived(database: Database, claim: Claim, outcome: Outcome, caseId: string): Promise<boolean> {
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
    if (!(await settle(tx, claim, outcome))) return false;
    await reportSettled(tx, caseId);
    return true;
  });
}

/**
 * State and timeline line in one transaction; false when the lease was lost. A notice that goes out before there is a case has no
 * timeline and nobody who would reach the recipient otherwise: whoever did not get a code asks for another.
 */
async function write(
  means: DeliveryMeans,
  claim: Claim,
  outcome: Outcome,
  answer: Answer,
  at: Instant,
): Promise<boolean> {
  const { database } = means;
  const { notice } = claim;
  const { caseId } = notice;
  const isFinal = FINAL.includes(outcome.status) && answer.kind !== 'unchanged';
  if (caseId === null) return database.$transaction((tx) => settleWithoutCase(tx, claim, outcome, isFinal));
  if (!isFinal && claim.revived) return settleRevived(database, claim, outcome, caseId);
  if (!isFinal) return settle(database, claim, outcome);
  return database.$transaction(async (tx) => {
    if (!(await settle(tx, claim, outcome))) return false;
    await appendLines(tx, caseId, [lineOf(notice, outcome, answer, at)], means.chainHash);
    if (answer.kind === 'cancelled' && answer.successors.length > 0) {
      await addNotices(tx, answer.successors);
      await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
    }
    if (outcome.status === 'SENT') await reportServed(tx, caseId);
    if (outcome.status !== 'FAILED') await reportSettled(tx, caseId);
    else {
      await means.onUndeliverable(
        {
          id: notice.id,
          caseId,
          template: notice.template,
          recipientId: notice.recipientId,
          recipientName: notice.recipientName,
          recipientEmail: notice.recipientEmail,
          attempts: outcome.attempts,
          lastError: outcome.lastError ?? '',
          failedAt: at,
          try: claim.lease.getTime(),
        },
        tx,
      );
    }
    return true;
  });
}

/**
 * The line says what was sent and whether it arrived, never to whom: parties read the timeline and nothing can be taken out of it.
 * Name, address and the server's words are in the notice's row, which the line points to.
 */
function lineOf(notice: Notice, { status }: Outcome, answer: Answer, at: Instant): TimelineLine {
  const data = dataOf(notice);
  const spec = specOf(data.caseKind, notice.template);
  const title = spec?.title ?? text(notice.template, notice.template);
  const requirement = notice.requirement ?? spec?.requirement;
  const clause = spec && clauseOf(spec, data);
  const why = answer.kind === 'cancelled' ? answer.why : undefined;
  return {
    at,
    type: `NOTICE_${status}`,
    actor: systemActor('notices'),
    title: saidOf(status, title, why),
    detail: {
      noticeId: notice.id,
      template: notice.template,
      channel: notice.channel,
      ...(why && { why }),
    },
    ...(clause !== undefined && { clause }),
    ...(requirement !== undefined && { requirement }),
  };
}

function saidOf(status: Outcome['status'], { zh, en }: Text, why: Text | undefined): Text {
  if (status === 'SENT') return text(`通知已发出：${zh}`, `Notice sent: ${en}`);
  if (status === 'CANCELLED') return text(`通知未发出：${zh}（${why?.zh}）`, `Notice not sent: ${en} (${why?.en})`);
  return text(`通知未能送达：${zh}`, `Notice could not be delivered: ${en}`);
}

/** Repeats a write while the database is out, as long as the lease lasts: what the server said must not be lost. */
async function insist<T>(means: DeliveryMeans, claim: Claim, work: () => Promise<T>): Promise<T> {
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 2_000)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() + waitMs >= claim.heldUntil) throw error;
      means.log.warn({ err: error, noticeId: claim.notice.id }, 'the result of a notice cannot be written yet');
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
