/** The reports of the network, against records made by hand (AH-EVAL-04). */
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEFEI, recordNetwork, RESIDENT, RESIDENT2, WUHU } from '../../test/support/anhui-records.ts';
import type { Caller } from '../testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;
let platform: Caller;
let cases: Readonly<Record<string, string>>;

const reports = async (who: string, query = '') => (await (await api.as(who)).get(`/api/ah/reports?${query}`)).body;
const partiesIn = (body: any): string[] => body.items.map((item: any) => item.member.party);

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-11-03T10:00:00.000+08:00' });
  cases = await recordNetwork(api.database);
  platform = await api.as('anhuiplatform');
});
afterAll(() => databases.stop());

describe('the list of reports', () => {
  it('AH-EVAL-04.1 AH-EVAL-04.6 says of each whether it came in time, late or not at all, those due last first', async () => {
    const { items, nextCursor } = await reports('anhuiplatform');
    expect(nextCursor).toBeNull();
    expect(items).toHaveLength(8);
    expect(items.map(({ period }: any) => period).slice(0, 4)).toEqual(Array.from({ length: 4 }, () => '2025-10'));
    const september = (await reports('anhuiplatform', 'period=2025-09')).items;
    const standing = Object.fromEntries(september.map(({ member, status }: any) => [member.party, status]));
    expect(standing).toEqual({
      [HEFEI]: 'SUBMITTED_IN_TIME',
      [WUHU]: 'MISSING',
      [RESIDENT]: 'SUBMITTED_LATE',
      [RESIDENT2]: 'SUBMITTED_IN_TIME',
    });
  });

  it('AH-EVAL-04.1 counts the working days that are left, and says what is overdue', async () => {
    // Of the days from Tuesday 4 to Monday 10 November 2025 five are working days.
    const [october] = (await reports('anhuiplatform', `member=${RESIDENT}&period=2025-10`)).items;
    expect(october).toMatchObject({ dueOn: '2025-11-10', workingDaysLeft: 5, overdue: false, caseId: cases[RESIDENT] });
    const [september] = (await reports('anhuiplatform', `member=${WUHU}&period=2025-09`)).items;
    expect(september).toMatchObject({ overdue: true, submittedAt: null });
    expect(september.workingDaysLeft).toBeLessThan(0);
  });

  it('narrows by kind, year, standing, city platform and what is still to be made', async () => {
    const parties = async (query: string) => partiesIn(await reports('anhuiplatform', query)).sort();
    expect(await parties('kind=ANNUAL')).toEqual([]);
    expect(await parties('year=2024')).toEqual([]);
    expect(await parties('status=MISSING')).toEqual([WUHU]);
    expect(await parties('cityPlatform=ah-platform-wuhu')).toEqual([WUHU, WUHU]);
    expect(await parties('owed=true')).toEqual([RESIDENT, RESIDENT2, HEFEI, WUHU, WUHU].sort());
    expect((await platform.get('/api/ah/reports?period=2025-13')).status).toBe(422);
  });

  it('reads on from page to page, each report once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const body: any = await reports('anhuiplatform', `limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ member, period }: any) => `${member.party} ${period}`));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([8, 8]);
  });
});

describe('who sees which', () => {
  it('AH-OPS-01.1 AH-OPS-01.2 AH-OPS-01.3 the province all, a bureau its city, a member its own, others nothing', async () => {
    const seen = async (who: string) => [...new Set(partiesIn(await reports(who)))].sort();
    const all = [RESIDENT, RESIDENT2, HEFEI, WUHU].sort();
    expect(await seen('anhuiplatform')).toEqual(all);
    expect(await seen('anhui')).toEqual(all);
    expect(await seen('hefeibureau')).toEqual([RESIDENT, RESIDENT2, HEFEI].sort());
    expect(await seen('hefei')).toEqual([HEFEI]);
    expect(await seen('wuhu')).toEqual([WUHU]);
    expect(await seen('resident')).toEqual([RESIDENT]);
    expect(await seen('hub')).toEqual([]);
    expect((await (await api.as('consumer')).get('/api/ah/reports')).status).toBe(403);
  });

  it('XC-05.5 names the case to those alone who may open it', async () => {
    const caseSeen = async (who: string) => (await reports(who, `member=${RESIDENT}&period=2025-09`)).items[0].caseId;
    expect(await caseSeen('resident')).toBe(cases[RESIDENT]);
    expect(await caseSeen('anhuiplatform')).toBe(cases[RESIDENT]);
    expect(await caseSeen('hefeibureau')).toBeNull();
  });
});

describe('the table of a year', () => {
  it('AH-EVAL-02.10 has members by the twelve months and the year, and counts each period', async () => {
    // The year that runs, unless another is asked for.
    const { body } = await platform.get('/api/ah/reports/table');
    expect(body.year).toBe(2025);
    expect(body.periods.map(({ period }: any) => period).slice(8)).toEqual([
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2025',
    ]);
    expect(body.periods[8].counts).toEqual({ DUE: 0, SUBMITTED_IN_TIME: 2, SUBMITTED_LATE: 1, MISSING: 1 });
    // City platforms first; the former member owes nothing of the year.
    expect(partiesIn(body).slice(0, 2)).toEqual([HEFEI, WUHU]);
    expect(body.items).toHaveLength(4);
    const [hefei] = body.items;
    expect(hefei.cells.map((cell: any) => cell?.status ?? null)).toEqual([
      ...Array.from({ length: 8 }, () => null),
      'SUBMITTED_IN_TIME',
      'DUE',
      ...[null, null, null],
    ]);
    const first = (await platform.get('/api/ah/reports/table?year=2025&limit=3')).body;
    const second = (await platform.get(`/api/ah/reports/table?year=2025&limit=3&cursor=${first.nextCursor}`)).body;
    expect([...partiesIn(first), ...partiesIn(second)]).toEqual(partiesIn(body));
  });
});

describe('the export', () => {
  it('AH-EVAL-04.3 is a workbook of the period with the figures and where they differ; no name is a formula', async () => {
    await api.database.registerEntry.updateMany({ where: { party: WUHU }, data: { name: '=1+1' } });
    const answer = await fetch(`${api.baseUrl}/api/ah/reports/export?period=2025-09&format=xlsx`, {
      headers: platform.headers,
    });
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="reports-2025-09.xlsx"',
    ]);
    const rows = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(5);
    const [head = [], ...lines] = rows;
    const column = (name: string) => head.indexOf(name);
    expect(lines.map((line) => line[column('成员')])).toContain("'=1+1");
    const resident = lines.find((line) => line[1] === RESIDENT) ?? [];
    expect([
      resident[column('报送情况')],
      resident[column('报送时间（北京时间）')],
      resident[column('服务企业数')],
    ]).toEqual(['逾期报送', '2025-10-12 09:00', 12]);
    expect(resident[column('与平台记录不一致')]).toBe('服务企业数：报 12，记录 0');
    // Nobody from outside takes the table away.
    expect((await (await api.as('resident')).get('/api/ah/reports/export')).status).toBe(403);
  });
});

describe('a member that has left', () => {
  it('AH-EVAL-04.1 owes no report any more, and its due ones are counted nowhere', async () => {
    const due = async () => {
      const { periods } = (await platform.get('/api/ah/reports/table?year=2025')).body;
      return periods.find(({ period }: any) => period === '2025-10').counts.DUE;
    };
    expect([await due(), partiesIn(await reports('anhuiplatform', `owed=true&member=${WUHU}`))]).toEqual([
      3,
      [WUHU, WUHU],
    ]);
    await api.database.case.update({ where: { id: cases[WUHU] ?? '' }, data: { closedAt: new Date() } });
    expect([await due(), partiesIn(await reports('anhuiplatform', `owed=true&member=${WUHU}`))]).toEqual([2, []]);
    expect(partiesIn(await reports('anhuiplatform', `member=${WUHU}`))).toEqual([WUHU, WUHU]);
  });
});
