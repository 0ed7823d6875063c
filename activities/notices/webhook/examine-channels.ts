/** What is asked of rows that go to a channel before each try: is it there, is it of the body that handles the case, and does it still take such notices. */
import type { Database } from '../../../prisma/client.ts';
import { text } from '../../../rules/text.ts';
import type { Audience } from '../../../workflows/engine/transition.ts';
import { cancelled, STOPPED, type Answered } from '../answer.ts';
import { isSpent, readdress, type Claim } from '../notice-queue.ts';
import type { PageRecords } from '../page-records.ts';
import { channelIdOf } from '../../../prisma/channel-notices.ts';
import { channelAsRecipient, channelsById, staffRoleOf } from './channels.ts';

const closed = text('该渠道已停用，或者不再接收此类通知', 'the channel is out of use, or takes such notices no longer');
const handedOver = text('案件已由其他机构办理', 'another body handles the case by now');

/** Sorts what goes to channels out of a page. */
export async function examineChannels(
  database: Database,
  records: Pick<PageRecords, 'caseOf'>,
  claims: readonly Claim[],
): Promise<{
  readonly toPeople: readonly Claim[];
  readonly toSend: readonly Claim[];
  readonly answered: readonly Answered[];
}> {
  const toChannels = claims.filter(({ notice }) => notice.channel === 'WEBHOOK');
  const toPeople = claims.filter(({ notice }) => notice.channel !== 'WEBHOOK');
  const channels = await channelsById(
    database,
    toChannels.map(({ notice }) => channelIdOf(notice)),
  );
  const toSend: Claim[] = [];
  const answered: Answered[] = [];
  for (const claim of toChannels) {
    const channel = channels.get(channelIdOf(claim.notice));
    if (channel === undefined || !takes(channel, claim)) answered.push({ claim, answer: cancelled(closed) });
    else if (isElsewhere(channel, records.caseOf(claim.notice)))
      answered.push({ claim, answer: cancelled(handedOver) });
    else if (claim.revived) {
      // It is reached elsewhere by now: it has all its tries, also where those of before are spent.
      const anew = await readdress(database, claim, channelAsRecipient(channel));
      if (anew !== null) toSend.push(anew);
    } else if (isSpent(claim)) answered.push({ claim, answer: { kind: 'unknown', words: STOPPED } });
    else toSend.push(claim);
  }
  return { toPeople, toSend, answered };
}

/** Whether the case of a notice was handed over: nothing of it is told to those who had it. */
function isElsewhere({ bodyId }: { bodyId: string }, of: { bodyId: string } | undefined): boolean {
  return of !== undefined && of.bodyId !== bodyId;
}

/** A test goes to a channel that is not in use yet, too. */
function takes({ active, roles }: { active: boolean; roles: readonly string[] }, { notice }: Claim): boolean {
  if (notice.audience === null) return true;
  const role = staffRoleOf(notice.audience as unknown as Audience);
  return active && role !== undefined && roles.includes(role);
}
