/**
 * The clock of a training stack. Moving it forward stops at every instant at which a case is due, in due order, and goes on
 * only when all that became due has been carried out: staff live through two months in the order in which they would have come.
 */
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import pMap from 'p-map';
import type { Database } from '../prisma/client.ts';
import { setTrainingClock, type StackClock } from '../prisma/clock.ts';
import { refuse } from '../rules/refusal.ts';
import { instantOf, type Instant } from '../rules/time/index.ts';
import { CLOCK_MOVED, workflowIdOf } from '../workflows/engine/messages.ts';
import type { TrainingClock } from './case-gateway-types.ts';
import type { CommitWatch } from './commit-watch.ts';
import { askUntilTaken, isDropped } from './ask-until-taken.ts';

/** How long one stop may take before the move is given up; the clock stands at that stop then. */
const STOP_MS = 60_000;
/** Cases told at a time. */
const AT_ONCE = 20;
/** How long a stop waits for its notices: a mail server that is down holds up no case and no clock. */
const NOTICES_MS = 3_000;

export interface TrainingClockDependencies {
  readonly database: Database;
  readonly client: Client;
  readonly clock: StackClock;
  readonly commits: CommitWatch;
}

export function createTrainingClock({ database, client, clock, commits }: TrainingClockDependencies): TrainingClock {
  let moving: Promise<unknown> = Promise.resolve();

  /** Tells cases the time, and waits until each has carried out what is due there. */
  async function tell(caseIds: readonly string[]): Promise<void> {
    const offsetMs = (await clock.offsetMs()) ?? 0;
    await pMap(caseIds, (caseId) => tellOne(caseId, offsetMs), { concurrency: AT_ONCE });
  }

  async function tellOne(caseId: string, offsetMs: number): Promise<void> {
    const handle = client.workflow.getHandle(workflowIdOf(caseId));
    const deadline = Date.now() + STOP_MS;
    const moved = () =>
      client.withDeadline(deadline, () => handle.executeUpdate(CLOCK_MOVED, { args: [{ offsetMs }] }));
    try {
      await askUntilTaken(moved, deadline);
    } catch (failure) {
      if (failure instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isDropped(failure))
        refuseUnsettled(await clock.now());
      // A case that has just closed needs to hear nothing more.
      if (!(failure instanceof WorkflowNotFoundError) && !(failure instanceof WorkflowUpdateFailedError)) throw failure;
    }
  }

  async function isQuiet(at: Instant): Promise<boolean> {
    const [row] = await database.$queryRaw<{ busy: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM "Case" WHERE "closedAt" IS NULL AND (NOT "workflowStarted" OR "wakeAt" <= ${new Date(at)}))
        OR EXISTS (SELECT 1 FROM "CaseMessage" WHERE "handledAt" IS NULL) AS busy`;
    return row?.busy === false;
  }

  async function noticesTried(): Promise<boolean> {
    const [row] = await database.$queryRaw<{ waiting: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM "Notice"
        WHERE "status" = 'SENDING' OR ("status" = 'PLANNED' AND "attempts" = 0 AND "outages" = 0)) AS waiting`;
    return row?.waiting === false;
  }

  /** The earliest instant up to `to` at which an open case is due; null if none is. */
  async function nextStop(to: Instant): Promise<Instant | null> {
    const { _min } = await database.case.aggregate({
      where: { closedAt: null, wakeAt: { lte: new Date(to) } },
      _min: { wakeAt: true },
    });
    return _min.wakeAt === null ? null : instantOf(_min.wakeAt.getTime());
  }

  async function openCases(): Promise<string[]> {
    const open = await database.case.findMany({
      where: { closedAt: null, workflowStarted: true },
      select: { id: true },
    });
    return open.map(({ id }) => id);
  }

  async function settle(at: Instant): Promise<void> {
    if (!(await commits.until(() => isQuiet(at), STOP_MS))) refuseUnsettled(at);
    await commits.until(noticesTried, NOTICES_MS);
  }

  async function moveTo(to: Instant): Promise<{ now: Instant; stops: number }> {
    const from = await clock.now();
    if (to < from) {
      refuse('INVALID_INPUT', `时钟现为 ${from}，只能向前拨。`, `The clock stands at ${from} and moves forward only.`, {
        field: 'to',
      });
    }
    await settle(from);
    let stops = 0;
    for (let stop = await nextStop(to); stop !== null; stop = await nextStop(to)) {
      const now = await clock.now();
      if (stop > now) await setTrainingClock(database, stop);
      const due = await database.case.findMany({
        where: { closedAt: null, wakeAt: { lte: new Date(stop) } },
        orderBy: [{ wakeAt: 'asc' }, { id: 'asc' }],
        select: { id: true },
      });
      await tell(due.map(({ id }) => id));
      await settle(stop);
      stops += 1;
    }
    if (to > (await clock.now())) await setTrainingClock(database, to);
    await tell(await openCases());
    await settle(await clock.now());
    return { now: await clock.now(), stops };
  }

  return {
    now: () => clock.now(),
    advance(to) {
      const move = moving.then(
        () => moveTo(to),
        () => moveTo(to),
      );
      moving = move.catch(() => undefined);
      return move;
    },
  };
}

function refuseUnsettled(at: Instant): never {
  refuse(
    'UNAVAILABLE',
    `时钟停在 ${at}：到期事项未能处理完毕。请确认工作进程在运行，然后重试。`,
    `The clock stands at ${at}: what is due there has not been carried out. See that a worker is running, then try again.`,
    { facts: { standsAt: at } },
  );
}
