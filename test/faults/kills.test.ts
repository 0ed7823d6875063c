/**
 * XC-05.6 on processes that are killed: the story ends the same, with the same timeline and the same e-mails, none twice. The clock of a
 * story leaps over days: what spoke of a day or an appointment that was over before a killed sender was back is cancelled, as it should be.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../dev/killable.ts';
import { lateOnceThenDone } from '../../dev/story/tales.ts';
import { contracts } from '../../workflows/regimes.ts';
import { withoutIds } from '../support/cases.ts';
import { mailsArrivedOnce } from '../support/mails-arrived.ts';
import { startProcessStack, type ProcessStack } from '../support/process-stack.ts';

/** What is due is left to the alarm of each case. */
const WITHOUT_SWEEP = { SWEEP: 'false' };
const START = '2025-09-18T10:00:00+08:00';

interface Ending {
  readonly timeline: readonly string[];
  readonly notices: readonly string[];
  /** Names of those that were not sent and speak of nothing that can be over, or have changed, before they are. */
  readonly lost: readonly string[];
}

/** What can be compared between two runs: kinds in place of ids, hours in place of seconds that a restart takes. */
async function endingOf({ database }: ProcessStack, caseIds: readonly string[]): Promise<Ending> {
  const lines = await database.timelineEvent.findMany({
    where: { caseId: { in: [...caseIds] }, type: { notIn: ['NOTICE_SENT', 'NOTICE_CANCELLED'] } },
    orderBy: [{ caseId: 'asc' }, { seq: 'asc' }],
    include: { case: { select: { kind: true } } },
  });
  const notices = await database.notice.findMany({
    where: { caseId: { in: [...caseIds] } },
    include: { case: { select: { kind: true } } },
  });
  return {
    timeline: lines.map(
      (line) =>
        `${line.case.kind} ${line.revision} ${line.at.toISOString().slice(0, 13)} ${line.type} ${withoutIds((line.title as { en: string }).en)}`,
    ),
    notices: notices.map((notice) => `${notice.case?.kind} ${notice.template} ${notice.recipientEmail}`).sort(),
    lost: notices.flatMap(({ status, template, case: of }) => {
      const mayBeOvertaken = contracts[of?.kind ?? '']?.notices[template]?.holds !== undefined;
      return status === 'CANCELLED' && !mayBeOvertaken ? template : [];
    }),
  };
}

/** Plays the tale while parts are killed one after the other, each as soon as the one before is back. */
async function playedUnder(stack: ProcessStack, parts: readonly Part[]): Promise<string[]> {
  const over = new AbortController();
  const killer = (async () => {
    for (const part of parts) {
      // Kills fall between requests and inside them alike: the wait is part of the disturbance, not of the test.
      await pause(200 + Math.random() * 600);
      if (over.signal.aborted) break;
      await stack.killAndRestart(part);
    }
  })();
  const caseIds = await lateOnceThenDone.play(stack.players);
  over.abort();
  await killer;
  return caseIds;
}

async function endingUnder(
  parts: readonly Part[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ending> {
  const stack = await startProcessStack(START, environment);
  try {
    const caseIds = await playedUnder(stack, parts);
    await mailsArrivedOnce(stack.database, stack.mail);
    return await endingOf(stack, caseIds);
  } finally {
    await stack.stop();
  }
}

describe('XC-05.6 kill -9 in the middle of a story', { timeout: 400_000 }, () => {
  let undisturbed: Promise<Ending> | undefined;
  const reference = () => (undisturbed ??= endingUnder([]));

  it.each([
    ['when the worker is killed', {}, ['worker', 'worker', 'worker']],
    ['when the API is killed', {}, ['api', 'api', 'api']],
    ['when Temporal is killed', {}, ['temporal', 'temporal']],
    ['without the sweep', WITHOUT_SWEEP, []],
    ['without the sweep when the worker is killed', WITHOUT_SWEEP, ['worker', 'worker', 'worker']],
  ] as const)('XC-05.6 ends with the same timeline and the same e-mails %s', async (_how, environment, parts) => {
    const expected = await reference();
    const actual = await endingUnder(parts, environment);
    expect(actual.timeline).toEqual(expected.timeline);
    expect(actual.notices).toEqual(expected.notices);
    expect(actual.lost).toEqual([]);
  });
});
