/** From claimed notices to the mails that go out: a mail each, and one for the reminders of one person that are due together. */
import { createHash } from 'node:crypto';
import { setImmediate as immediate } from 'node:timers/promises';
import type { Citations } from '../../rules/notices/citation.ts';
import { NO_CASE, type NoticeCommon } from '../../rules/notices.ts';
import type { Locale } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { letterNotice, letterOf, type MadeLetter } from '../letters/make-letter.ts';
import { additionsFor, type AdditionFor } from './notice-additions.ts';
import { citationsOf } from './adopted-text.ts';
import type { Answered } from './answer.ts';
import { letterAttachments, outgoing, type NoticeAttachment, type OutgoingFile } from './attachments.ts';
import type { DeliveryMeans } from './delivery-means.ts';
import { issuerOf } from './issuers.ts';
import { messageIdOf } from './message-id.ts';
import { dataOf, declared, localeOf, senderOf } from './notice-data.ts';
import { isRepeated, type Claim, type Notice, type ReadyClaim, type ReadyNotice } from './notice-queue.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { linkOf, messageOf } from './webhook/message.ts';
import { messagePage } from './webhook/message-page.ts';

/** A mail and the notices in it: one, or the reminders of a digest. */
export interface PreparedMail {
  /** The notices with what is kept of each. */
  readonly parts: readonly ReadyClaim[];
  /** What goes out. */
  readonly content: ReadyNotice;
  /** The attachments with their contents. */
  readonly files: readonly OutgoingFile[];
}

export interface Prepared {
  readonly mails: readonly PreparedMail[];
  /** What cannot be rendered, and letters that cannot be made. */
  readonly answered: readonly Answered[];
}

/** Makes the mails of a page. One that cannot be made spoils none of the others. @throws what keeps it from the records */
export async function prepare(means: DeliveryMeans, claims: readonly Claim[]): Promise<Prepared> {
  const citations = await citationsFor(means, claims);
  const additions = await additionsFor(
    means.database,
    claims.map(({ notice }) => notice).filter((notice) => notice.channel === 'EMAIL' && stored(notice) === undefined),
  );
  const mails: Omit<PreparedMail, 'files'>[] = [];
  const answered: Answered[] = [];
  for (const group of Map.groupBy(claims, (claim) => mailOf(means, claim)).values()) {
    const digest = group.length > 1 ? digestOf(means, group, citations) : undefined;
    if (digest !== undefined) {
      mails.push(digest);
      continue;
    }
    for (const claim of group) {
      // People's requests have their turn in between: drawing a mail keeps the process busy.
      await immediate();
      const single = await singleOf(means, claim, citations, additions);
      if ('answer' in single) answered.push(single);
      else mails.push({ parts: [single], content: single.ready });
    }
  }
  const files = await outgoing(
    means.database,
    mails.map(({ content }) => content.attachments),
  );
  return { mails: mails.map((mail, nth) => ({ ...mail, files: files[nth] ?? [] })), answered };
}

type CitationsFor = (notice: Notice) => Citations | undefined;

async function citationsFor({ database }: DeliveryMeans, claims: readonly Claim[]): Promise<CitationsFor> {
  const citing = claims.map(({ notice }) => notice).filter((notice) => stored(notice) === undefined);
  const found = await citationsOf(
    database,
    citing.map(({ caseId, plannedAt }) => ({ caseId, plannedAt: instantOf(plannedAt.getTime()) })),
  );
  const byNotice = new Map(citing.map(({ id }, nth) => [id, found[nth]]));
  return ({ id }) => byNotice.get(id);
}

/**
 * Which mail a notice goes in. Reminders to one person, in one language and in the name of one body, are one; after an outcome that is not
 * known, those of the mail before, so that a second copy is the same mail.
 */
function mailOf(means: DeliveryMeans, claim: Claim): string {
  const { notice } = claim;
  const data = dataOf(notice);
  if (notice.channel !== 'EMAIL' || declared(notice)?.digest !== true || data.caseKind === NO_CASE) return notice.id;
  // A test says so in its subject, and goes into no mail that is meant.
  if ((data as NoticeCommon).test === true) return notice.id;
  if (isRepeated(claim)) return notice.messageId ?? notice.id;
  const { recipientId, recipientEmail, recipientName, locale } = notice;
  const { bodyId, signedBy } = data as NoticeCommon;
  return JSON.stringify([
    recipientId ?? recipientEmail,
    recipientEmail,
    recipientName,
    locale,
    signedBy?.id ?? bodyId,
    senderOf(means, notice).address,
  ]);
}

/** Undefined if one of them cannot be rendered: then each goes by itself. */
function digestOf(
  means: DeliveryMeans,
  group: readonly Claim[],
  citations: CitationsFor,
): Omit<PreparedMail, 'files'> | undefined {
  const [first] = group.map(({ notice }) => notice);
  if (first === undefined) return undefined;
  const messageId = messageIdOf(digestId(group), senderOf(means, first));
  try {
    const { mail, kept } = renderDigest({
      locale: localeOf(first),
      recipientName: first.recipientName,
      baseUrl: means.baseUrl,
      issuer: issuerOf(means.issuers, dataOf(first)),
      reminders: group.map(({ notice }) => ({ data: dataOf(notice) as NoticeCommon, citations: citations(notice) })),
    });
    return {
      parts: group.flatMap((claim, nth) => {
        const part = kept[nth];
        return part === undefined ? [] : [{ claim, ready: { ...part, messageId } }];
      }),
      content: { ...mail, messageId },
    };
  } catch (error) {
    means.log.warn({ err: error, noticeIds: group.map(({ notice }) => notice.id) }, 'a digest cannot be rendered');
    return undefined;
  }
}

/** The same for the same reminders: a mail program can tell a second copy, and takes a digest of others for none. */
function digestId(group: readonly Claim[]): string {
  const ids = group.map(({ notice }) => notice.id).sort();
  return `dig-${createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 24)}`;
}

async function singleOf(
  means: DeliveryMeans,
  claim: Claim,
  citations: CitationsFor,
  additions: AdditionFor,
): Promise<ReadyClaim | Answered> {
  const kept = stored(claim.notice);
  if (kept !== undefined) return { claim, ready: kept };
  const made = await letterFor(means, claim);
  // The letter is the notice. The e-mail goes without it: each way is tracked by itself (XC-04.2).
  if (claim.notice.channel === 'LETTER' && made?.fault !== undefined) {
    return { claim, answer: { kind: made.fault.lasting ? 'permanent' : 'temporary', words: made.fault.message } };
  }
  try {
    return { claim, ready: render(means, claim.notice, made?.letter, citations(claim.notice), additions) };
  } catch (error) {
    // What fails in rendering fails again.
    means.log.error({ err: error, noticeId: claim.notice.id }, 'a notice cannot be rendered');
    return { claim, answer: { kind: 'permanent', words: `The notice cannot be rendered: ${String(error)}` } };
  }
}

/** The letter that the notice is, too; undefined if it is an e-mail alone. */
async function letterFor(means: DeliveryMeans, { notice }: Claim): Promise<MadeLetter | undefined> {
  const { id: noticeId, caseId } = notice;
  const asLetter = letterNotice(notice);
  if (asLetter === undefined) return undefined;
  const made = await letterOf(means, asLetter);
  if (made.fault !== undefined) means.log.error({ err: made.fault, noticeId, caseId }, 'a letter cannot be set');
  return made;
}

/** The mail as it was kept before an earlier try; of a digest only its part was kept, and the mail is made anew. */
function stored({ id, messageId, subject, html, text, attachments }: Notice): ReadyNotice | undefined {
  if (messageId === null || subject === null || html === null || text === null) return undefined;
  if (!messageId.startsWith(`<${id}@`)) return undefined;
  return { messageId, subject, html, text, attachments: (attachments ?? []) as unknown as NoticeAttachment[] };
}

function render(
  means: DeliveryMeans,
  notice: Notice,
  letter: MadeLetter['letter'],
  citations: Citations | undefined,
  additions: AdditionFor,
): ReadyNotice {
  const sender = senderOf(means, notice);
  const issuer = issuerOf(means.issuers, dataOf(notice));
  const locale = localeOf(notice);
  if (notice.channel === 'WEBHOOK')
    return { ...toldByWebhook(means, notice), messageId: messageIdOf(notice.id, sender) };
  const isLetter = notice.channel === 'LETTER';
  const files = letter && !isLetter ? letterAttachments(letter, readIn(locale, letter.files)) : [];
  const mail = renderNotice({
    template: notice.template,
    channel: isLetter ? 'LETTER' : 'EMAIL',
    locale,
    data: dataOf(notice),
    recipientName: notice.recipientName,
    recipientEmail: notice.recipientEmail,
    baseUrl: means.baseUrl,
    sender,
    ...(issuer && { issuer }),
    letterNumber: letter?.number,
    addition: isLetter ? undefined : additions(notice),
    ...(citations && { citations }),
    enclosed: files.map(({ filename }) => filename),
  });
  return { ...mail, attachments: [...mail.attachments, ...files], messageId: messageIdOf(notice.id, sender) };
}

function toldByWebhook({ baseUrl }: DeliveryMeans, notice: Notice): Omit<ReadyNotice, 'messageId'> {
  const message = messageOf(notice.template, localeOf(notice), dataOf(notice));
  return { ...message, html: messagePage(message, linkOf(dataOf(notice), baseUrl)), attachments: [] };
}

/** Everybody gets the letter in Chinese, which is authoritative; a reader of English gets the translation, too. */
function readIn(locale: Locale, files: readonly Locale[]): readonly Locale[] {
  return files.filter((file) => file === 'zh-CN' || file === locale);
}
