/** Part 2: parts are ended and held at random moments while people work; afterwards the records are held against what people were told. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../prisma/client.ts';
import type { Log } from '../../program.ts';
import { disorder } from '../invariants.ts';
import { byClass, PARTS, quantile, type PartResult } from '../part.ts';
import type { Stage } from '../stage.ts';
import { disagreements, type Recorded } from './ledger.ts';
import { outagesOf, type Outage } from './outages.ts';
import type { Answered } from './requests.ts';
import { startTraffic } from './traffic.ts';

/** How much is to be disturbed. */
export interface KillsPlan {
  readonly seed: number;
  readonly rounds: number;
  /** after so many seconds no further round begins, which is said in the figures */
  readonly limitSeconds: number;
}

/** From when to when the stack may say that something is away. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** How long after a part runs again a request may still be told to come back, in milliseconds. */
const GRACE_MS = 15_000;
/** How long people may go without a single acknowledgement once everything runs. */
const RECOVERY_MS = 90_000;

/** Plays the rounds under traffic. */
export async function examineKills(stage: Stage, plan: KillsPlan, log: Log): Promise<PartResult> {
  const began = Date.now();
  const traffic = await startTraffic(stage);
  const { diary } = traffic;
  const findings: string[] = [];
  const windows: Window[] = [];
  const recoveries: Record<string, number[]> = {};
  let rounds = 0;
  for (const outage of outagesOf(plan.seed, plan.rounds)) {
    if (Date.now() - began > plan.limitSeconds * 1_000) break;
    rounds += 1;
    await pause(outage.after);
    const from = Date.now();
    const back = await undergo(stage, outage);
    const recovered = await nextAcknowledged(diary.answers, back);
    windows.push({ from, to: Date.now() + GRACE_MS });
    const name = `${outage.manner} ${outage.part}`;
    if (recovered === null)
      findings.push(`round ${rounds} (${name}): nothing was acknowledged for ${RECOVERY_MS / 1_000} s after it`);
    else (recoveries[name] ??= []).push(recovered);
    log(`round ${rounds}: ${name} for ${outage.lasts} ms, next acknowledgement after ${recovered ?? '-'} ms`);
  }
  await traffic.end();
  const recorded = await recordedMarks(
    stage.database,
    diary.entries.map(({ mark }) => mark),
  );
  findings.push(...wrongAnswers(diary.answers, windows));
  findings.push(...disagreements(diary.entries, recorded));
  findings.push(...(await disorder(stage)));
  const told = Object.groupBy(diary.entries, (entry) => entry.told);
  const taken = diary.answers.filter(({ status }) => status > 0);
  return {
    part: PARTS.kills,
    findings,
    figures: {
      seed: plan.seed,
      rounds: rounds < plan.rounds ? `${rounds} of ${plan.rounds}, broken off after ${plan.limitSeconds} s` : rounds,
      requests: diary.entries.length,
      acknowledged: told.DONE?.length ?? 0,
      refused: told.REFUSED?.length ?? 0,
      'outcome unknown': told.UNKNOWN?.length ?? 0,
      calls: diary.answers.length,
      unanswered: diary.answers.length - taken.length,
      ...byClass(taken.map(({ status }) => status)),
      'p50 ms': Math.round(
        quantile(
          taken.map(({ ms }) => ms),
          0.5,
        ),
      ),
      'p99 ms': Math.round(
        quantile(
          taken.map(({ ms }) => ms),
          0.99,
        ),
      ),
      ...Object.fromEntries(
        Object.entries(recoveries).map(([name, values]) => [
          `recovery ${name}`,
          `${Math.round(quantile(values, 0.5))} ms, worst ${Math.round(Math.max(...values))} ms of ${values.length}`,
        ]),
      ),
    },
    seconds: (Date.now() - began) / 1_000,
  };
}

/** @returns the moment at which nothing is held or ended any more: the part has been let go on, or is being started */
async function undergo({ processes }: Stage, { part, manner, lasts }: Outage): Promise<number> {
  if (manner === 'hold') {
    const letGo = await processes.hold(part);
    await pause(lasts);
    letGo();
    return Date.now();
  }
  await processes.kill(part);
  await pause(lasts);
  const back = Date.now();
  await processes.restart(part);
  return back;
}

/** Milliseconds from a moment until a change that was asked for after it was acknowledged; null if none was in time. */
async function nextAcknowledged(answers: readonly Answered[], since: number): Promise<number | null> {
  for (const until = Date.now() + RECOVERY_MS; Date.now() < until; await pause(20)) {
    const first = answers.find(({ at, status, changing }) => changing && at >= since && status >= 200 && status < 300);
    if (first !== undefined) return Math.round(first.at + first.ms - since);
  }
  return null;
}

/** Answers that must not be given: a fault of ours at any time, and that something is away when nothing was. */
export function wrongAnswers(answers: readonly Answered[], windows: readonly Window[]): string[] {
  return answers.flatMap(({ at, what, status, code, retryAfter, ms }) => {
    const when = new Date(at).toISOString();
    const described = `${what}: ${status} ${code} at ${when}`;
    if (status >= 500 && status !== 503 && status !== 504) return [`a fault: ${described}`];
    if ((status === 503 || status === 504) && retryAfter === null) return [`no Retry-After: ${described}`];
    const isDuring = windows.some(({ from, to }) => at <= to && at + ms >= from);
    if ((status === 0 || status >= 500) && !isDuring) return [`nothing was away: ${described}`];
    return [];
  });
}

/** How often each mark stands in the timelines and in the forms that were filed. */
async function recordedMarks(database: Database, marks: readonly string[]): Promise<Recorded> {
  const rows = await database.$queryRaw<{ mark: string; times: number }[]>`
    WITH described AS (
      SELECT coalesce("detail"::text, '') || "title"::text AS words FROM "TimelineEvent"
      UNION ALL SELECT "data"::text FROM "Form" WHERE "version" = 1)
    SELECT found[1] AS mark, count(*)::int AS times
    FROM described, LATERAL (SELECT DISTINCT regexp_matches(words, 'm[0-9a-f]{16}', 'g') AS found) AS each
    WHERE found[1] = ANY(${[...marks]}::text[])
    GROUP BY found[1]`;
  return new Map(rows.map(({ mark, times }) => [mark, times]));
}
