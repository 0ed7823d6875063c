/** A page of claimed notices, from their rows to the mail server and back (XC-04.1, XC-04.3). */
import { letterNotice } from '../letters/make-letter.ts';
import type { Answer, Answered } from './answer.ts';
import type { DeliveryMeans } from './delivery-means.ts';
import { examine } from './examine.ts';
import { insist } from './insist.ts';
import { senderOf } from './notice-data.ts';
import { handOver, restRoom, type Claim } from './notice-queue.ts';
import { prepare, type PreparedMail } from './prepare.ts';
import { postToChannel } from './webhook/post-to-channel.ts';
import type { Settled } from './settle-page.ts';

/** Writes down what came of a notice. */
export type Settle = (answered: Answered) => Promise<Settled>;

/** Told of each notice of a page when it is dealt with. */
export type WhenDone = (status: Settled) => void;

/** Share of the lease within which a dialogue must end; the rest is for writing down what the server said. */
const dialogueShare = 0.8;

/** Delivers a page and writes down what came of each notice. Throws only when the database stays out of reach. */
export async function deliverPage(
  means: DeliveryMeans,
  settle: Settle,
  claims: readonly Claim[],
  whenDone: WhenDone,
): Promise<void> {
  // Setting and sealing a letter takes its time: each goes by itself.
  const isLetter = ({ notice }: Claim) => letterNotice(notice) !== undefined;
  const pages = [claims.filter((claim) => !isLetter(claim)), ...claims.filter(isLetter).map((claim) => [claim])];
  const ends = await Promise.allSettled(
    pages.filter((page) => page.length > 0).map((page) => deliverTogether(means, settle, page, whenDone)),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason as Error;
}

/** A page, up to where it goes to the mail server. */
interface ReadyPage {
  /** What is not to be sent, or cannot be made. */
  readonly answered: readonly Answered[];
  readonly mails: readonly PreparedMail[];
  /** The claims that are still ours, by notice. */
  readonly held: ReadonlyMap<string, Claim>;
}

async function makeReady(means: DeliveryMeans, claims: readonly Claim[]): Promise<ReadyPage> {
  const { toSend, answered } = await examine(means, claims);
  if (toSend.length === 0) return { answered, mails: [], held: new Map() };
  const { mails, answered: unmade } = await prepare(means, toSend);
  const held = await handOver(
    means.database,
    means.leaseMs,
    mails.flatMap(({ parts }) => parts),
  );
  return { answered: [...answered, ...unmade], mails, held };
}

/** The page, or, should one of its notices stand in the way, each of them by itself, as long as its lease lasts. */
async function eachReady(
  means: DeliveryMeans,
  claims: readonly Claim[],
  withReady: (page: ReadyPage) => Promise<void>,
): Promise<void> {
  let page: ReadyPage;
  try {
    page = await makeReady(means, claims);
  } catch (error) {
    means.log.warn({ err: error }, 'the notices of a page are made ready one by one');
    const alone = async (claim: Claim) => withReady(await insist(means, [claim], () => makeReady(means, [claim])));
    return allDone(claims.map(alone));
  }
  return withReady(page);
}

async function deliverTogether(
  means: DeliveryMeans,
  settle: Settle,
  claims: readonly Claim[],
  whenDone: WhenDone,
): Promise<void> {
  const done = new Set<string>();
  const end = async (answered: Answered) => {
    const status = await settle(answered);
    done.add(answered.claim.notice.id);
    logged(means, answered, status);
    whenDone(status);
  };
  try {
    await eachReady(means, claims, ({ answered, mails, held }) =>
      allDone([...answered.map(end), ...mails.map((mail) => send(means, mail, held, end))]),
    );
  } finally {
    for (const { notice } of claims) if (!done.has(notice.id)) whenDone('LOST');
  }
}

/** Waits for all of them, also when one has failed. */
async function allDone(works: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(works)) if (end.status === 'rejected') throw end.reason as Error;
}

async function send(
  means: DeliveryMeans,
  mail: PreparedMail,
  held: ReadonlyMap<string, Claim>,
  end: (answered: Answered) => Promise<void>,
): Promise<void> {
  const ours = mail.parts.flatMap(({ claim }) => held.get(claim.notice.id) ?? []);
  const [first] = ours;
  if (first === undefined) return;
  // A digest lists nothing that another sender has by now.
  const isWhole = ours.length === mail.parts.length;
  const answer: Answer = isWhole ? await carry(means, mail, first) : { kind: 'again', words: '' };
  // What a robot says is no word of the mail server.
  const isMail = first.notice.channel === 'EMAIL';
  if (isMail && answer.kind === 'outage') means.pause.serverIsOut();
  else if (isMail && SERVER_SPOKE.includes(answer.kind)) means.pause.serverAnswered();
  // Should it not rest, the next message is told so, too.
  if (first.notice.channel === 'WEBHOOK' && answer.kind === 'outage')
    await restRoom(means.database, first.notice).catch((error: unknown) =>
      means.log.warn({ err: error, noticeId: first.notice.id }, 'a room that is spoken to too often does not rest'),
    );
  await allDone(ours.map((claim) => end({ claim, answer, inDigest: mail.parts.length > 1 })));
}

const SERVER_SPOKE: readonly Answer['kind'][] = ['accepted', 'temporary', 'permanent'];

async function carry(means: DeliveryMeans, { content, files }: PreparedMail, claim: Claim): Promise<Answer> {
  const { notice, heldUntil } = claim;
  if (notice.channel === 'LETTER') return { kind: 'letter', words: '' };
  if (notice.channel === 'WEBHOOK') return postToChannel(means, content, claim);
  return means.courier.send(
    {
      from: senderOf(means, notice),
      to: { name: notice.recipientName, address: notice.recipientEmail },
      locale: notice.locale,
      ...content,
      attachments: files,
    },
    (heldUntil - Date.now()) * dialogueShare,
  );
}

function logged(
  { log }: DeliveryMeans,
  { claim: { notice }, answer, inDigest = false }: Answered,
  status: Settled,
): void {
  const fields = { noticeId: notice.id, caseId: notice.caseId, status, answer: answer.kind, inDigest };
  if (status === 'LOST') log.warn(fields, 'another sender took the notice over meanwhile');
  else if (status === 'SENT') log.info(fields, 'notice sent');
  else if (answer.kind === 'letter') log.info(fields, 'letter made, to be posted');
  else log.warn(fields, 'notice not sent');
}
