/** A year of monthly reports of the whole Anhui network, with the worker away over a midnight of the first (AH-EVAL-04, XC-05.6). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { setTrainingClock } from '../../prisma/clock.ts';
import { anhuiBodies } from '../../rules/ah/bodies.ts';
import { checkDigit } from '../../rules/parties/credit-code.ts';
import { parseInstant, type Instant } from '../../rules/time/index.ts';
import { settled } from '../support/applications.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const CITIES = anhuiBodies.filter(({ kind }) => kind === 'CITY_PLATFORM');
const INSTITUTIONS = 4;
const YEAR = 2025;
const MONTHS = Array.from({ length: 12 }, (_, nth) => `${YEAR}-${String(nth + 1).padStart(2, '0')}`);
/** The reports that each member owes for the year: twelve months, and the year itself. */
const OWED = [...MONTHS, String(YEAR)].sort();
const MEMBERS = CITIES.length + INSTITUTIONS;

const form = {
  ...{ services: '中小企业服务。', contactName: '周敏', telephone: '0551-62000000', email: 'reports@demo.anjuan.test' },
};
const reported = {
  ...{ matches: 0, served: 0, activities: 0, users: 0, resources: 0, cooperation: 0, collections: 0, products: 0 },
};

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: `${YEAR}-01-02T09:00:00+08:00` });
  const platform = await stack.as('anhuiplatform');
  for (const { id, name } of CITIES) {
    await platform.post('/api/cases/membership', { ...form, kind: 'CITY_PLATFORM', cityPlatform: id, name: name.zh });
  }
  const hefei = await stack.as('hefei');
  for (let nth = 0; nth < INSTITUTIONS; nth += 1) {
    const body = `91340100MA2N${String(nth).padStart(5, '0')}`;
    const member = { creditCode: body + checkDigit(body), name: `合肥第${nth + 1}服务有限公司` };
    await hefei.post('/api/cases/membership', { ...form, ...member, cityPlatform: 'ah-platform-hefei' });
  }
  await settled(stack);
}, 240_000);
afterAll(() => stack.stop());

/** Until all that was due by then is carried out. */
async function allDoneBy(at: Instant): Promise<void> {
  const due = { closedAt: null, wakeAt: { lte: new Date(at) } };
  await vi.waitFor(async () => expect(await stack.database.case.count({ where: due })).toBe(0), PATIENCE);
}

/** Sets the clock, as time passes in production: nobody tells the cases, and the sweep does what has come due by then. */
async function liveUntil(to: string): Promise<void> {
  await setTrainingClock(stack.database, parseInstant(to));
  await allDoneBy(parseInstant(to));
}

/** The firsts of these months of the year, from 00:30 on, and the days after their reports are due. */
async function liveThrough(months: readonly string[]): Promise<void> {
  for (const month of months) {
    await liveUntil(`${month}-01T00:30:00+08:00`);
    await liveUntil(`${month}-11T00:30:00+08:00`);
  }
}

/** The periods that each member was told to report on, in the order of its timeline. */
async function owedByMember(): Promise<string[][]> {
  const rows = await stack.database.$queryRaw<{ periods: string[] }[]>`
    SELECT array_remove(array_agg(e."detail" ->> 'period' ORDER BY e."seq"), NULL) AS "periods"
    FROM "Case" c LEFT JOIN "TimelineEvent" e ON e."caseId" = c."id" AND e."type" = 'REPORT_OWED'
    WHERE c."kind" = 'periodicReport' GROUP BY c."id"`;
  return rows.map(({ periods }) => periods);
}

/** When each member was told of a period, by the clock of the stack: without doubles. */
async function toldOn(period: string): Promise<string[]> {
  const rows = await stack.database.$queryRaw<{ hour: string }[]>`
    SELECT DISTINCT to_char(e."at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24') AS "hour" FROM "TimelineEvent" e
    WHERE e."type" = 'REPORT_OWED' AND e."detail" ->> 'period' = ${period} ORDER BY 1`;
  return rows.map(({ hour }) => hour);
}

it('AH-EVAL-04.5 XC-05.6 a worker that is away over midnight of the first makes up for it: every duty arises, once', async () => {
  await liveThrough(MONTHS.slice(1, 6));
  await liveUntil(`${YEAR}-06-30T23:00:00+08:00`);
  await stack.stopWorkers();
  const morning = parseInstant(`${YEAR}-07-01T08:00:00+08:00`);
  await setTrainingClock(stack.database, morning);
  await stack.startWorkers();
  await allDoneBy(morning);
  expect(await toldOn(`${YEAR}-06`)).toEqual([`${YEAR}-07-01 08`]);
  expect(await owedByMember()).toEqual(Array.from({ length: MEMBERS }, () => MONTHS.slice(0, 6)));
}, 400_000);

it('AH-EVAL-04.1 AH-EVAL-04.5 twelve months and the year are owed by every member, none is missing and none comes twice', async () => {
  const hefei = await stack.as('hefei');
  const { id } = await stack.database.case.findFirstOrThrow({
    where: { kind: 'periodicReport', subject: 'unit:ah-platform-hefei' },
  });
  const report = { year: YEAR, month: 6, reported, publicServed: 0, account: '运行正常。', fileIds: [] };
  await hefei.act(id, 'submitReport', report);
  await liveUntil(`${YEAR}-07-11T00:30:00+08:00`);
  await liveThrough([...MONTHS.slice(7), `${YEAR + 1}-01`]);
  await settled(stack);
  const owed = await owedByMember();
  expect(owed.map((periods) => periods.toSorted())).toEqual(Array.from({ length: MEMBERS }, () => OWED));
  expect(await toldOn(`${YEAR}-12`)).toEqual([`${YEAR + 1}-01-01 00`]);
  const entries = await stack.database.registerEntry.findMany({ where: { register: 'ah.reports' } });
  const kept = entries.map(({ data }) => (data as { reports: Record<string, { status: string }> }).reports);
  expect(kept.map((reports) => Object.keys(reports).sort())).toEqual(Array.from({ length: MEMBERS }, () => OWED));
  const statuses = kept.flatMap((reports) => Object.values(reports).map(({ status }) => status));
  expect(statuses.filter((status) => status !== 'MISSING')).toEqual(['SUBMITTED_IN_TIME']);
  // One evaluation of the year for each, whoever asked for it.
  const evaluations = await stack.database.case.groupBy({
    by: ['subject'],
    where: { kind: 'annualEvaluation' },
    _count: true,
  });
  expect(evaluations).toHaveLength(MEMBERS);
  expect(evaluations.filter(({ _count }) => _count !== 1)).toEqual([]);
}, 600_000);
