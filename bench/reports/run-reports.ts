/** The network on a stage of its own, from the first report that is owed to the last of the year. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Parts } from '../../dev/start-all.ts';
import type { Database } from '../../prisma/client.ts';
import { setTrainingClock, stackClock } from '../../prisma/clock.ts';
import { anhuiBodies } from '../../rules/ah/bodies.ts';
import { partyOfBody, provincialPlatform } from '../../rules/ah/members.ts';
import { checkDigit } from '../../rules/parties/credit-code.ts';
import { organisationKey, type PartyKey } from '../../rules/parties/party.ts';
import { parseInstant, type Instant } from '../../rules/time/index.ts';
import type { MembershipOpening } from '../../workflows/ah/membership/contract.ts';
import { memberReference } from '../../workflows/ah/words.ts';
import { atInstant, type Phase } from '../phase.ts';
import { report } from '../run-measurement.ts';
import { onStage, type Stage } from '../stage.ts';
import { untilNone } from '../until-none.ts';

export interface ReportsFigures {
  readonly members: number;
  /** From 00:00 of the first until the duty of every member stood in the records, of each month in which nothing was killed. */
  readonly midnights: readonly Phase[];
  readonly killed: Phase;
  readonly faults: Readonly<Record<string, number>>;
}

const YEAR = 2025;
const MONTHS = Array.from({ length: 12 }, (_, nth) => `${YEAR}-${String(nth + 1).padStart(2, '0')}`);
/** Twelve months, and the year itself. */
const PERIODS = MONTHS.length + 1;
const BEFORE_MS = 3_000;
const KILL_BEFORE_MS = 1_000;
const KILLED_ON = `${YEAR}-07`;
const BATCH = 50;
/** Who puts the members on record. */
const PLATFORM_STAFF = 'bench-platform';

/** Measures a year; all that it starts is stopped again. */
export function runReports(institutions: number, parent: Parts): Promise<ReportsFigures> {
  return onStage(parent, { mode: 'training' }, (stage) => measure(institutions, stage));
}

async function measure(institutions: number, stage: Stage): Promise<ReportsFigures> {
  const { database } = stage;
  await setTrainingClock(database, parseInstant(`${YEAR}-01-02T09:00:00+08:00`));
  const members = await join(stage, institutions);
  report(`· ${members} members have joined`);
  await allDone(database, members);
  const midnights: Phase[] = [];
  let killed: Phase | undefined;
  for (const [nth, month] of [...MONTHS.slice(1), `${YEAR + 1}-01`].entries()) {
    const first = parseInstant(`${month}-01T00:00:00+08:00`);
    const owed = () => owedFor(database, MONTHS[nth] ?? '');
    const killing = month === KILLED_ON ? killBefore(stage) : Promise.resolve();
    const midnight = await atInstant(stage, first, BEFORE_MS, members, owed);
    await killing;
    report(`  ${month}: ${midnight.last.toFixed(1)} s${month === KILLED_ON ? ', the worker killed before it' : ''}`);
    if (month === KILLED_ON) killed = midnight;
    else midnights.push(midnight);
    // The reports are due on the tenth; nobody makes one.
    await liveUntil(database, parseInstant(`${month}-11T00:30:00+08:00`));
  }
  if (killed === undefined) throw new Error(`There was no midnight of ${KILLED_ON}.`);
  return { members, midnights, killed, faults: await faultsOf(database, members) };
}

/** All of them join on one day, put on record by their platforms: the cities, and so many institutions spread over them. @returns how many */
async function join({ database, gateway }: Stage, institutions: number): Promise<number> {
  const cities = anhuiBodies.filter(({ kind }) => kind === 'CITY_PLATFORM');
  const all: { readonly party: PartyKey; readonly opening: MembershipOpening }[] = cities.map(({ id }) => ({
    party: partyOfBody(id),
    opening: { kind: 'CITY_PLATFORM', cityPlatform: id, introducer: null, recorded: true, formerStatus: null },
  }));
  for (let nth = 0; nth < institutions; nth += 1) {
    const code = `91340100MA2N${String(nth).padStart(5, '0')}`;
    const cityPlatform = cities[nth % cities.length]?.id ?? '';
    all.push({
      party: organisationKey(code + checkDigit(code)),
      opening: {
        ...{ kind: 'INSTITUTION', cityPlatform, introducer: partyOfBody(cityPlatform) },
        ...{ recorded: true, formerStatus: null },
      },
    });
  }
  const openedAt = await stackClock(database, 'training').now();
  for (let from = 0; from < all.length; from += BATCH) {
    await database.$transaction(
      async (tx) => {
        for (const { party, opening } of all.slice(from, from + BATCH)) {
          await gateway.openCase(tx, {
            ...{ id: `mem-${randomUUID()}`, kind: 'membership', subject: party, title: `成员${party.slice(-6)}` },
            ...{
              ...provincialPlatform,
              openedById: PLATFORM_STAFF,
              openedAt,
              priority: 0,
              about: memberReference(party),
            },
            ...{ parties: { member: [party] }, bodies: { host: provincialPlatform }, opening },
          });
        }
      },
      { timeout: 60_000 },
    );
  }
  return all.length;
}

async function allDone(database: Database, members: number): Promise<void> {
  await untilNone(
    'their reports are awaited',
    'members without',
    async () => members - (await database.case.count({ where: { kind: 'periodicReport', revision: { gt: 0 } } })),
  );
}

async function liveUntil(database: Database, at: Instant): Promise<void> {
  await setTrainingClock(database, at);
  const due = { closedAt: null, wakeAt: { lte: new Date(at) } };
  await untilNone('all that is due is done', 'cases with something due', () => database.case.count({ where: due }));
}

async function killBefore({ workers }: Stage): Promise<void> {
  await pause(BEFORE_MS - KILL_BEFORE_MS);
  await workers.product.killOne();
}

/** Members that were told of the duty for a period. */
async function owedFor(database: Database, period: string): Promise<number> {
  const [row] = await database.$queryRaw<[{ n: number }]>`
    SELECT count(DISTINCT "caseId")::int AS "n" FROM "TimelineEvent"
    WHERE "type" = 'REPORT_OWED' AND "detail" ->> 'period' = ${period}`;
  return row.n;
}

async function faultsOf(database: Database, members: number): Promise<ReportsFigures['faults']> {
  const [counted] = await database.$queryRaw<[Record<string, number>]>`
    WITH owed AS (SELECT e."caseId", e."detail" ->> 'period' AS "period", count(*)::int AS "n" FROM "TimelineEvent" e
      WHERE e."type" = 'REPORT_OWED' GROUP BY 1, 2)
    SELECT abs(${members}::int - (SELECT count(*)::int FROM "Case" WHERE "kind" = 'periodicReport')) AS "members too many or too few",
      (SELECT abs(${members * PERIODS}::int - count(*)::int) FROM owed) AS "duties too many or too few",
      (SELECT count(*)::int FROM owed WHERE "n" > 1) AS "duties twice",
      (SELECT count(*)::int FROM "TimelineEvent" e WHERE e."type" = 'REPORT_OWED'
        AND to_char(e."at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') <= left(e."detail" ->> 'period', 7)
        AND length(e."detail" ->> 'period') = 7) AS "duties before their month was over",
      (SELECT abs(${members}::int - count(DISTINCT "subject")::int) + count(*)::int - count(DISTINCT "subject")::int
        FROM "Case" WHERE "kind" = 'annualEvaluation') AS "evaluations of the year missing or doubled"`;
  return counted;
}
