/** What is asked before each try, for a page of notices: is it still true, and who does it go to now (XC-03.3, XC-04.3). */
import { text } from '../../rules/text.ts';
import { addresseesOf, type Addressee } from './addressee.ts';
import { cancelled, nobody, STOPPED, type Answered, type Unsent } from './answer.ts';
import type { DeliveryMeans } from './delivery-means.ts';
import { isSpent, readdress, type Claim } from './notice-queue.ts';
import { examineChannels } from './webhook/examine-channels.ts';
import { overtakenBy } from './overtaken.ts';
import { readPageRecords } from './page-records.ts';

/** A page as it is to be dealt with; what is in neither is another sender's by now. */
export interface Examined {
  readonly toSend: readonly Claim[];
  /** What is not to be sent, and why. */
  readonly answered: readonly Answered[];
}

const gone = text('收件人已变更，改发现在的收件人', 'its recipient is gone; it goes to whoever took the place');
const told = text('该地址已收到同一通知', 'the same was sent to this address already');

export async function examine({ database }: DeliveryMeans, claims: readonly Claim[]): Promise<Examined> {
  const records = await readPageRecords(
    database,
    claims.map(({ notice }) => notice),
  );
  const toSend: Claim[] = [];
  const answered: Answered[] = [];
  const holding: Claim[] = [];
  for (const claim of claims) {
    const why = overtakenBy(records, claim.notice);
    if (why === null) holding.push(claim);
    else answered.push({ claim, answer: cancelled(why) });
  }
  const { toPeople, ...channels } = await examineChannels(database, records, holding);
  toSend.push(...channels.toSend);
  answered.push(...channels.answered);
  const addressees = await addresseesOf(
    database,
    records,
    toPeople.map(({ notice }) => notice),
  );
  for (const [nth, claim] of toPeople.entries()) {
    const to = addressees[nth] ?? { kind: 'same' };
    if (to.kind === 'readdressed') {
      const readdressed = await readdress(database, claim, to.recipient);
      if (readdressed !== null) toSend.push(readdressed);
      continue;
    }
    const answer = answerTo(claim, to);
    if (answer === undefined) toSend.push(claim);
    else answered.push({ claim, answer });
  }
  return { toSend, answered };
}

/** Undefined if the notice goes where its row says. A letter goes to the party also where it has no account. */
function answerTo(claim: Claim, to: Exclude<Addressee, { kind: 'readdressed' }>): Answered['answer'] | undefined {
  const isLetter = claim.notice.channel === 'LETTER';
  const unchanged: Unsent = { kind: 'unchanged', words: claim.notice.lastError ?? '' };
  switch (to.kind) {
    case 'same':
      if (isLetter) return undefined;
      // At the same address it would fail again.
      if (claim.revived) return unchanged;
      return isSpent(claim) ? { kind: 'unknown', words: STOPPED } : undefined;
    case 'told':
      return cancelled(told);
    case 'gone':
      return cancelled(gone, to.successors);
    case 'nobody':
      if (isLetter) return undefined;
      return claim.revived ? { ...nobody, kind: 'unchanged' } : nobody;
  }
}
