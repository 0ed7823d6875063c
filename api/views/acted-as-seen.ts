/** A decision that holds for the case as its person saw it: what has happened since is named, and nothing is done (SH-STORE-10, XC-05.2). */
import { listed } from '../../rules/phrases.ts';
import { refuse, Refusal } from '../../rules/refusal.ts';
import type { Text } from '../../rules/text.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import { requestId } from '../case-gateway.ts';
import type { ActionRequest } from '../case-gateway-types.ts';
import type { ApiContext } from '../context.ts';
import type { Reader } from '../reader.ts';
import type { FoundAction } from './act-on-case.ts';
import { lineViews } from './timeline-view.ts';

/** Lines that no decision rests on: who works on the case, what was sent, and of what people were reminded. */
const BESIDE = [
  ...['TASK_', 'NOTICE_', 'LETTER_', 'REMINDER_', 'UNDELIVERED_NOTICE_SETTLED', 'RECIPIENT_REACHED_OTHERWISE'],
  ...['CASE_LINKED', 'SIGNAL_REFUSED'],
];

/** What has happened while somebody was deciding is named up to so many lines. */
const MOST_NAMED = 5;

/** A case may move on beside what is decided as often as this while a decision is under way. */
const TRIES = 5;

interface Decision {
  readonly found: FoundAction;
  readonly request: ActionRequest;
  readonly seenRevision: number | undefined;
}

/**
 * Does an action unless the case has moved since it was seen in what the action rests on.
 * @throws Refusal STALE with what has happened
 */
export async function actAsSeen(context: ApiContext, reader: Reader, decision: Decision): Promise<void> {
  const { found, request, seenRevision } = decision;
  if (seenRevision === undefined || wasHandled(found, request)) {
    await context.gateway.act({ ...request, recordedRevision: found.row.revision });
    return;
  }
  for (let tries = 1; ; tries += 1) {
    const revision = await refuseIfMoved(context, reader, decision, seenRevision);
    try {
      await context.gateway.act({ ...request, seenRevision: revision, recordedRevision: revision });
      return;
    } catch (failure) {
      // It has moved meanwhile: perhaps beside what is decided.
      if (!(failure instanceof Refusal) || failure.code !== 'STALE' || tries === TRIES) throw failure;
    }
  }
}

/** A repeat of what was done already is answered as the first time. */
function wasHandled({ row }: FoundAction, { actor, key }: ActionRequest): boolean {
  return (row.state as RecordedState | null)?.handled.includes(requestId(actor.id, key)) === true;
}

/** @returns the revision at which the case stands, with nothing in between that the action rests on */
async function refuseIfMoved(
  context: ApiContext,
  reader: Reader,
  { found, request }: Decision,
  seenRevision: number,
): Promise<number> {
  const { database } = context;
  const { action } = found;
  const lines = await database.timelineEvent.findMany({
    where: {
      caseId: request.caseId,
      revision: { gt: seenRevision },
      NOT: BESIDE.map((type) => ({ type: { startsWith: type } })),
      // Votes are cast side by side.
      ...(action.ballot !== undefined && { type: { not: action.event } }),
    },
    orderBy: { seq: 'asc' },
  });
  const { revision, outcome } = await database.case.findUniqueOrThrow({
    where: { id: request.caseId },
    select: { revision: true, outcome: true },
  });
  // Its time was recorded as over while it waited: whether it came before is for the case to say.
  const isTakenUp = found.row.closedAt === null && action.reopens?.includes(outcome ?? '') === true;
  if (lines.length === 0 || isTakenUp) return revision;
  const titles = (await lineViews(context, found, lines, reader)).map(({ title }) => title);
  return refuseMoved({ seenRevision, revision }, titles);
}

function refuseMoved(revisions: { seenRevision: number; revision: number }, changed: readonly Text[]): never {
  const named = listed(changed.slice(0, MOST_NAMED));
  const [zh, en] = changed.length === 0 ? ['', ''] : [`（${named.zh}）`, ` (${named.en})`];
  refuse(
    'STALE',
    `案件在您打开之后已有变动${zh}，未予办理；请查看后再决定。`,
    `The case has moved on since you opened it${en} and was left as it is; look at it and decide again.`,
    { facts: { ...revisions, changed } },
  );
}
