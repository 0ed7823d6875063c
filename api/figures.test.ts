/** XC-05.3 the figures of a manager, against cases made by hand; and each opens the list that has exactly what it counts. */
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prisma } from '../prisma/generated/client.ts';
import { contracts, regimes } from '../workflows/regimes.ts';
import { publishedCalendar } from '../rules/time/published-calendar.ts';
import { ageClasses } from './figures/backlog.ts';
import type { Figure } from './figures/figure.ts';
import type { Figures } from './figures/figures.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

/** A Friday; the Sunday after it is worked, and the holiday begins on 1 October. */
const NOW = '2025-09-26T10:00:00.000+08:00';
const PERIOD = 'from=2025-09-01&to=2025-09-26';

let databases: TestDatabases;
let api: TestApi;
let manager: Caller;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  manager = await api.as('manager');
  for (const one of cases) await put(one);
});
afterAll(() => databases.stop());

interface Made {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  /** Minutes of Shanghai. */
  readonly openedAt: string;
  readonly closedAt?: string;
  readonly place?: { readonly bodyId: string; readonly region: string };
  readonly deadlines?: readonly {
    readonly name: string;
    readonly status: string;
    readonly startedAt: string;
    readonly dueAt: string | null;
    readonly endedAt?: string;
    readonly pauses?: readonly { readonly from: string; readonly to: string | null }[];
  }[];
  readonly tasks?: readonly {
    readonly name: string;
    readonly dueAt?: string;
    readonly holder?: string;
    readonly closedAt?: string;
    readonly closedBy?: string;
  }[];
}

const PUDONG = { bodyId: 'sh-centre', region: 'SH/PUDONG' };
const XUHUI = { bodyId: 'sh-centre', region: 'SH/XUHUI' };
const HUNAN = { bodyId: 'hn-hub', region: 'HN' };
const target = (id: string, status: string, dueAt: string, endedAt?: string, task: object = {}): Made => ({
  ...{ id, kind: 'storeApplication', stage: 'PRELIM_REVIEW', openedAt: '2025-09-01T09:00' },
  deadlines: [
    {
      ...{ name: 'preliminaryReview', status, startedAt: '2025-09-01T09:00', dueAt },
      ...(endedAt !== undefined && { endedAt }),
    },
  ],
  tasks: [{ name: 'preliminaryReview', dueAt, ...task }],
});

const cases: readonly Made[] = [
  // The target of the platform: in time, done late, passed and still to be done, not yet due, met before the period.
  target('in-time', 'MET', '2025-09-23T00:00', '2025-09-10T09:00', {
    closedAt: '2025-09-10T09:00',
    closedBy: 'reviewer',
  }),
  target('done-late', 'PASSED', '2025-09-16T00:00', '2025-09-16T00:00', {
    ...{ closedAt: '2025-09-17T09:00', closedBy: 'reviewer2' },
  }),
  target('open-late', 'PASSED', '2025-09-16T00:00', '2025-09-16T00:00', { holder: 'reviewer' }),
  { ...target('overdue', 'OPEN', '2025-09-26T10:00'), place: XUHUI },
  target('running', 'OPEN', '2025-09-27T00:00'),
  { ...target('before', 'MET', '2025-08-23T00:00', '2025-08-10T09:00'), openedAt: '2025-08-01T09:00' },
  // Of a party: missed, cancelled, which counts nowhere, and twice in one case, once each way.
  {
    ...{ id: 'missed', kind: 'storeApplication', stage: 'LAPSED', openedAt: '2025-07-01T09:00' },
    closedAt: '2025-09-19T00:00',
    deadlines: [
      ...[{ name: 'supplement', status: 'PASSED', startedAt: '2025-09-11T09:00', dueAt: '2025-09-19T00:00' }].map(
        (one) => ({ ...one, endedAt: '2025-09-19T00:00' }),
      ),
    ],
  },
  {
    ...{ id: 'cancelled', kind: 'storeApplication', stage: 'WITHDRAWN', openedAt: '2025-09-02T09:00' },
    closedAt: '2025-09-03T09:00',
    deadlines: [
      {
        ...{ name: 'supplement', status: 'CANCELLED', startedAt: '2025-09-02T10:00', dueAt: '2025-09-10T00:00' },
        endedAt: '2025-09-03T09:00',
      },
    ],
  },
  // A trial runs out of itself: no deadline that anybody keeps.
  {
    ...{ id: 'trial', kind: 'trialOperation', stage: 'REGULARISED', openedAt: '2025-07-10T09:00' },
    closedAt: '2025-09-12T09:00',
    deadlines: [
      {
        ...{ name: 'trial', status: 'PASSED', startedAt: '2025-07-10T09:00', dueAt: '2025-09-11T00:00' },
        endedAt: '2025-09-11T00:00',
      },
    ],
  },
  {
    ...{ id: 'trial-2', kind: 'trialOperation', stage: 'TRIAL_RUNNING', openedAt: '2025-09-12T09:00' },
    deadlines: [{ name: 'trial', status: 'OPEN', startedAt: '2025-09-12T09:00', dueAt: '2025-09-28T00:00' }],
  },
  {
    ...{ id: 'passed', kind: 'storeApplication', stage: 'INTERVIEW_PASSED', openedAt: '2025-08-01T09:00' },
    closedAt: '2025-09-05T09:00',
  },
  // Two clocks of a provider, of which one stands still for half a day.
  {
    ...{ id: 'paused', kind: 'storeSetup', stage: 'SETUP_OPEN', openedAt: '2025-09-24T00:00' },
    deadlines: [
      {
        ...{ name: 'setup', status: 'OPEN', startedAt: '2025-09-24T00:00', dueAt: '2025-10-01T00:00' },
        pauses: [{ from: '2025-09-25T00:00', to: '2025-09-25T12:00' }],
      },
      { name: 'setupLimit', status: 'OPEN', startedAt: '2025-09-24T06:00', dueAt: '2025-10-26T00:00' },
    ],
  },
  // A weekend that is not worked, then a Monday on the platform's side while the respondent answers, too.
  {
    ...{ id: 'complained', kind: 'storeComplaint', stage: 'INVESTIGATING', openedAt: '2025-09-05T12:00' },
    closedAt: '2025-09-09T12:00',
    deadlines: [
      {
        ...{ name: 'statement', status: 'MET', startedAt: '2025-09-05T18:00', dueAt: '2025-09-13T00:00' },
        endedAt: '2025-09-09T06:00',
      },
      {
        ...{ name: 'handling', status: 'MET', startedAt: '2025-09-08T12:00', dueAt: '2025-09-23T00:00' },
        endedAt: '2025-09-08T18:00',
      },
    ],
  },
  // Not of this manager.
  { ...target('elsewhere', 'PASSED', '2025-09-16T00:00', '2025-09-16T00:00', { holder: 'reviewer' }), place: HUNAN },
];

const instant = (minute: string) => new Date(`${minute}:00+08:00`);

async function put({ id, kind, stage, openedAt, closedAt, place = PUDONG, deadlines = [], tasks = [] }: Made) {
  const regime = regimes.find(({ processes }) => processes.some(({ contract }) => contract.kind === kind));
  const earliest = deadlines
    .flatMap(({ status, dueAt }) => (status === 'OPEN' && dueAt !== null ? [dueAt] : []))
    .sort()[0];
  const data: Prisma.CaseCreateInput = {
    ...{ id, number: id, kind, regime: regime?.code ?? '', stage, subject: `institution:${id}`, title: id, ...place },
    ...{ ruleVersion: 1, calendarVersion: 1, opening: {}, openedAt: instant(openedAt) },
    ...(closedAt !== undefined && { closedAt: instant(closedAt), outcome: stage }),
    ...(earliest !== undefined && { dueAt: instant(earliest) }),
    bodies: { create: [place] },
    deadlines: {
      create: deadlines.map(({ name, status, startedAt, dueAt, endedAt, pauses = [] }, nth) => ({
        ...{
          name,
          entry: nth + 1,
          status,
          period: { unit: 'workingDays', n: 5 },
          provisional: false,
          calendarVersion: 1,
        },
        startedAt: instant(startedAt),
        dueAt: dueAt === null ? null : instant(dueAt),
        endedAt: endedAt === undefined ? null : instant(endedAt),
        pauses: pauses.map(({ from, to }) => ({
          ...{ from: instant(from).toISOString(), to: to === null ? null : instant(to).toISOString() },
          cause: { zh: '审核', en: 'review' },
        })),
      })),
    },
    tasks: {
      create: tasks.map(({ name, dueAt, holder, closedAt: done, closedBy }, nth) => ({
        ...{
          id: `${id}:${name}:${nth + 1}`,
          name,
          entry: nth + 1,
          role: 'reviewer',
          ...place,
          openedAt: instant(openedAt),
        },
        ...(dueAt !== undefined && { dueAt: instant(dueAt) }),
        ...(holder !== undefined && { assigneeId: `demo-${holder}` }),
        ...(done !== undefined && { closedAt: instant(done), closedById: `demo-${closedBy}` }),
      })),
    },
  };
  await api.database.case.create({ data });
}

async function figures(query = PERIOD, caller = manager): Promise<Figures> {
  const { status, body } = await caller.get(`/api/figures?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const counts = (row: object) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && 'opens' in value ? [[name, (value as Figure).count]] : [],
    ),
  );

describe('GET /api/figures', () => {
  it('XC-05.3 A-08 says how deadlines were kept: what was cancelled, runs out of itself or lies elsewhere counts for nothing', async () => {
    const { onTime } = await figures();
    const rows = onTime.map((row) => [row.kind, row.deadline, row.side, counts(row), row.rate]);
    const none = { inTime: 0, doneLate: 0, openLate: 0, missed: 0 };
    expect(rows).toEqual([
      ['storeApplication', 'preliminaryReview', 'platform', { inTime: 1, doneLate: 1, openLate: 2, missed: 0 }, 25],
      ['storeApplication', 'supplement', 'party', { ...none, missed: 1 }, 0],
      ['storeComplaint', 'handling', 'platform', { ...none, inTime: 1 }, 100],
      ['storeComplaint', 'statement', 'party', { ...none, inTime: 1 }, 100],
    ]);
  });

  it('XC-05.3 says where the time went, on working days alone and none of it twice', async () => {
    const { timeSpent } = await figures('from=2025-09-01&to=2025-09-26&kind=storeSetup');
    // Three working days up to 10 o’clock of the third: 58 hours, in all of which one of the clocks ran.
    expect(timeSpent.map(({ kind, cases: open, workingDays }) => [kind, open.count, workingDays])).toEqual([
      ['storeSetup', 1, { platform: 0, party: 2.4, paused: 0, none: 0 }],
    ]);
    const other = (await figures('from=2025-09-01&to=2025-09-26&kind=storeComplaint')).timeSpent;
    // Friday 12 to 18 nobody, 18 to 24 the respondent; Monday 12 to 18 the platform; else the respondent, up to Tuesday 6; then nobody.
    expect(other[0]?.workingDays).toEqual({ platform: 0.3, party: 1.3, paused: 0, none: 0.5 });
    await api.database.deadline.deleteMany({ where: { caseId: 'paused', name: 'setupLimit' } });
    const alone = (await figures('from=2025-09-01&to=2025-09-26&kind=storeSetup')).timeSpent;
    expect(alone[0]?.workingDays).toEqual({ platform: 0, party: 1.9, paused: 0.5, none: 0 });
    const day = (await figures('from=2025-09-25&to=2025-09-25&kind=storeSetup')).timeSpent;
    expect(day[0]?.workingDays).toEqual({ platform: 0, party: 0.5, paused: 0.5, none: 0 });
  });

  it('XC-05.3 counts what is open by stage and age in working days', async () => {
    const { backlog } = await figures();
    expect(backlog.classes).toHaveLength(4);
    expect(
      backlog.rows.map(({ kind, stage, all, ages }) => [kind, stage, all.count, ages.map(({ count }) => count)]),
    ).toEqual([
      ['storeApplication', 'PRELIM_REVIEW', 6, [0, 0, 5, 1]],
      ['storeSetup', 'SETUP_OPEN', 1, [1, 0, 0, 0]],
      ['trialOperation', 'TRIAL_RUNNING', 1, [0, 1, 0, 0]],
    ]);
  });

  it('XC-02.1 counts ages by the calendar, make-up days and holidays among them', () => {
    // Of Thursday 9 October, the first working day after the holiday: 30, 29, 28 September, then 26 and 25.
    const [fresh, next] = ageClasses(publishedCalendar(), '2025-10-09');
    expect([fresh?.openedFrom, fresh?.openedTo, next?.openedTo]).toEqual(['2025-09-25', undefined, '2025-09-24']);
    // On a day off nothing has grown older since the working day before it.
    expect(ageClasses(publishedCalendar(), '2025-10-08')[0]?.openedFrom).toBe('2025-09-24');
  });

  it('XC-01.4 forecasts deadlines on the day that their midnight ends, those of a party and of the platform', async () => {
    const { forecast } = await figures();
    expect(forecast).toHaveLength(30);
    expect(forecast.flatMap(({ day, cases: due }) => (due.count === 0 ? [] : [[day, due.count]]))).toEqual([
      ['2025-09-26', 2],
      ['2025-09-30', 1],
    ]);
    expect(forecast.slice(0, 6).map(({ isWorked }) => isWorked)).toEqual([true, false, true, true, true, false]);
  });

  it('XC-05.5 says who has how much to do, and what they did in the period', async () => {
    const { workload } = await figures();
    expect(workload.map((row) => [row.person?.name ?? null, counts(row)])).toEqual([
      [expect.any(String), { open: 1, overdue: 1, handled: 1 }],
      [expect.any(String), { open: 0, overdue: 0, handled: 1 }],
      [null, { open: 3, overdue: 2 }],
    ]);
    expect(workload.map(({ person }) => person?.id)).toEqual(['demo-reviewer', 'demo-reviewer2', undefined]);
  });

  it('SH-STORE-07.1 follows stores from the application on, by the steps of their regime', async () => {
    const { funnels } = await figures();
    expect(funnels.map(({ regime, steps }) => [regime, steps.map(({ cases: reached }) => reached.count)])).toEqual([
      ['SH_STORE', [6, 1, 0, 1, 1, 0]],
    ]);
    expect(funnels[0]?.steps.map(({ share }) => share)).toEqual([100, 16.7, 0, 16.7, 16.7, 0]);
    expect((await figures(`${PERIOD}&regime=HN_NET`)).funnels).toEqual([]);
    for (const { kind, outcomes = [] } of regimes.flatMap(({ funnel = [] }) => funnel))
      expect(Object.keys(contracts[kind]?.outcomes ?? {}), kind).toEqual(expect.arrayContaining([...outcomes]));
  });

  it('XC-05.5 is of the body and region of the manager alone, and narrows to a region', async () => {
    const reached = async (query: string) => (await figures(query)).onTime[0]?.openLate.count;
    expect(await reached(`${PERIOD}&region=SH/XUHUI`)).toBe(1);
    expect(await reached(`${PERIOD}&region=SH/XU`)).toBeUndefined();
    await api.setOffices('reviewer2', { role: 'manager', bodyId: 'sh-centre', region: 'SH/PUDONG' });
    const one = await figures(PERIOD, await api.as('reviewer2'));
    expect(one.onTime[0]?.openLate.count).toBe(1);
    await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' });
    expect((await (await api.as('reviewer2')).get('/api/figures')).status).toBe(403);
  });

  it('XC-05.1 refuses a period that ends before it begins, or is too long', async () => {
    for (const query of [
      'from=2025-09-02&to=2025-09-01',
      'from=2020-01-01&to=2025-09-01',
      'regime=NONE',
      'from=2025-13-01',
    ])
      expect([query, (await manager.get(`/api/figures?${query}`)).status]).toEqual([query, 422]);
  });
});

describe('GET /api/figures/export', () => {
  it.each(['csv', 'xlsx'])(
    'XC-05.3 has a row for each number as %s, and no cell that is taken for a formula',
    async (format) => {
      await api.database.user.update({ where: { id: 'demo-reviewer' }, data: { name: '=1+1' } });
      const answer = await fetch(`${api.baseUrl}/api/figures/export?${PERIOD}&format=${format}`, {
        headers: manager.headers,
      });
      const content = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="figures-2025-09-01-2025-09-26.${format}"`,
      ]);
      const rows: unknown[][] =
        format === 'csv'
          ? parseCsv(content.toString('utf8').slice(1))
          : ((await readXlsx(content)).sheets[0]?.rows as unknown[][]);
      const target = '开店申请 · 线上初审内部时限';
      const wanted = [
        ['期限履行', target, '逾期未完成', 2],
        ['期限履行', target, '按期率（%）', 25],
        ['工作量', "'=1+1", '待办', 1],
      ];
      expect(rows.map((row) => [...row.slice(0, 3), Number(row[3])])).toEqual(expect.arrayContaining(wanted));
    },
  );
});

/** Every figure of an answer. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('opens' in value) return [value as Figure];
  return Object.values(value).flatMap(figuresIn);
}

describe('a figure', () => {
  it.each([
    PERIOD,
    '',
    `${PERIOD}&kind=storeApplication`,
    `${PERIOD}&regime=SH_STORE&region=SH/XUHUI`,
    'from=2025-09-25&to=2025-09-25',
  ])('XC-05.3 opens the list that has exactly what it counts: %s', async (query) => {
    const all = figuresIn(await figures(query));
    expect(all.length).toBeGreaterThan(30);
    for (const { count, opens } of all) {
      const address = `/api/${opens.list}?${new URLSearchParams(opens.query).toString()}`;
      const { status, body } = await manager.get(`${address}&limit=1`);
      expect([address, status, body.total]).toEqual([address, 200, count]);
    }
  });

  it('A-08 chosen by an internal target shows nobody anything but its managers', async () => {
    const query = 'kind=storeApplication&deadline=preliminaryReview&timeliness=openLate';
    expect((await manager.get(`/api/cases?${query}`)).body.total).toBe(2);
    expect((await (await api.as('reviewer')).get(`/api/cases?${query}`)).body.total).toBe(0);
    expect((await (await api.as('reviewer')).get('/api/cases?dueOn=2025-09-26')).body.total).toBe(0);
    expect((await (await api.as('reviewer')).get('/api/tasks?view=all&managed=true')).body.total).toBe(0);
    expect((await manager.get('/api/cases?deadline=preliminaryReview')).status).toBe(422);
  });
});
