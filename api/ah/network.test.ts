/** The network, its members, bulletins and evaluations, against records made by hand (AH-OPS-01, 06, AH-EVAL-05, 07). */
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countFor,
  FORMER,
  HEFEI,
  recordBulletin,
  recordEvaluations,
  recordListing,
  recordNeed,
  recordNetwork,
  RESIDENT,
  RESIDENT2,
  setTasks,
  WUHU,
} from '../../test/support/anhui-records.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { tableTaken, wordsTaken } from '../testing/taken-away.ts';

let databases: TestDatabases;
let api: TestApi;

const get = async (who: string, path: string) => (await api.as(who)).get(path);
const partiesIn = (items: any[]): string[] => items.map((item) => item.member?.party ?? item.party);

const rowsOf = (who: string, path: string) => tableTaken(api, who, path);

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-11-03T10:00:00.000+08:00' });
  await recordNetwork(api.database);
});
afterAll(() => databases.stop());

describe('the network', () => {
  it('AH-OPS-01.1 AH-OPS-01.5 is read by everybody: one platform, sixteen cities with their bureaus, who is in it and how many', async () => {
    const { status, body } = await api.anyone.get('/api/ah/network');
    expect(status).toBe(200);
    expect([body.platform.id, body.cities.length]).toEqual(['ah-platform', 16]);
    expect(body.counts).toEqual({ cities: 16, cityPlatforms: 2, institutions: 2 });
    const city = (id: string) => body.cities.find((one: any) => one.id === id);
    expect(city('ah-platform-hefei')).toMatchObject({
      ...{ active: true, since: '2025-01-02', institutions: 2 },
      bureau: { id: 'ah-bureau-hefei' },
    });
    expect(city('ah-platform-bozhou')).toMatchObject({ active: false, since: null, institutions: 0 });
  });

  it('AH-OPS-01.5 names the institutions that are in it, and none whose residency has ended', async () => {
    const { body } = await api.anyone.get('/api/ah/residents');
    expect(partiesIn(body.items).sort()).toEqual([RESIDENT, RESIDENT2].sort());
    expect((await api.anyone.get('/api/ah/residents?cityPlatform=ah-platform-wuhu')).body.items).toEqual([]);
    const first = (await api.anyone.get('/api/ah/residents?limit=1')).body;
    const next = (await api.anyone.get(`/api/ah/residents?limit=1&cursor=${first.nextCursor}`)).body;
    expect(partiesIn([...first.items, ...next.items])).toEqual(partiesIn(body.items));
  });
});

describe('the members', () => {
  beforeAll(async () => {
    await setTasks(api.database, RESIDENT, { 2025: { served: 200, products: 3 } });
    await countFor(api.database, RESIDENT, 'served', 150, '2025-06-02');
    await countFor(api.database, RESIDENT, 'served', 7, '2024-06-02');
    await recordListing(api.database, RESIDENT, 'WHITE', 'EXCELLENT');
    await recordListing(api.database, FORMER, 'BLACK', 'CANCELLED');
  });

  const member = async (who: string, party: string, query = '') =>
    (await get(who, `/api/ah/members?${query}`)).body.items.find((item: any) => item.party === party);

  it('AH-OPS-01.3 AH-OPS-01.6 a task of 200 enterprises for 2025 shows 150 of 200, from the figures alone', async () => {
    const { tasks, figures } = await member('anhuiplatform', RESIDENT, 'year=2025');
    expect(tasks).toMatchObject([
      { figure: 'served', done: 150, task: 200, percent: 75 },
      { figure: 'products', done: 0, task: 3, percent: 0 },
    ]);
    expect(figures).toHaveLength(8);
    expect(figures.find(({ figure }: any) => figure === 'served').n).toBe(150);
    const before = await member('anhuiplatform', RESIDENT, 'year=2024');
    expect([before.tasks, before.figures.find(({ figure }: any) => figure === 'served').n]).toEqual([[], 7]);
  });

  it('AH-OPS-06.1 says on which list a member stands and on what ground; a list is read by itself', async () => {
    expect((await member('anhui', RESIDENT)).listed).toMatchObject([
      { list: 'WHITE', groundTitle: { zh: '上年度综合评价优秀' }, from: '2025-03-01', until: null },
    ]);
    const black = (await get('anhui', '/api/ah/members?list=BLACK')).body.items;
    expect(partiesIn(black)).toEqual([FORMER]);
    expect(black[0]).toMatchObject({ status: 'RESIDENCY_CANCELLED', endedOn: '2025-10-20' });
  });

  it('AH-OPS-01.4 who brought it in is named', async () => {
    expect((await member('anhui', RESIDENT)).introducer).toEqual({ party: HEFEI, name: '合肥市中小企业综合服务平台' });
  });

  it('XC-05.5 the province sees all, bureau and platform of a city those of their city, an institution itself', async () => {
    const seen = async (who: string) => partiesIn((await get(who, '/api/ah/members')).body.items).sort();
    expect(await seen('anhui')).toEqual([RESIDENT, RESIDENT2, FORMER, HEFEI, WUHU].sort());
    expect(await seen('hefei')).toEqual([RESIDENT, RESIDENT2, HEFEI].sort());
    expect(await seen('wuhu')).toEqual([FORMER, WUHU].sort());
    expect(await seen('resident')).toEqual([RESIDENT]);
    expect(await seen('manager')).toEqual([]);
    expect((await member('anhuiplatform', RESIDENT)).caseId).toMatch(/^tst-/);
    expect((await member('hefeibureau', RESIDENT)).caseId).toBeNull();
  });

  it('AH-OPS-01.3 the register is taken away as a workbook', async () => {
    const [head = [], ...lines] = await rowsOf('anhuiplatform', '/api/ah/members/export?year=2025&format=xlsx');
    expect(lines).toHaveLength(5);
    const resident = lines.find((line) => line[1] === RESIDENT) ?? [];
    const at = (name: string) => resident[head.indexOf(name)];
    expect([at('服务企业数'), at('服务企业数（年度任务）'), at('名单'), at('状态')]).toEqual([
      150,
      200,
      '白名单',
      '在网',
    ]);
  });
});

describe('the needs', () => {
  beforeAll(async () => {
    await recordNeed(api.database, { stage: 'PUBLISHED' });
    await recordNeed(api.database, { stage: 'ORDER_TAKEN', taker: RESIDENT });
    await recordNeed(api.database, { stage: 'COMPLETED', taker: RESIDENT, completedOn: '2025-10-28' });
    await recordNeed(api.database, {
      ...{ stage: 'EVALUATED', outcome: 'EVALUATED', taker: RESIDENT2, completedOn: '2025-10-20', satisfied: true },
    });
  });

  it('AH-OPS-02.2 AH-EVAL-02.2 a need that was taken and not completed is no match', async () => {
    const { body } = await get('anhuiplatform', '/api/ah/needs');
    expect(body.matched).toBe(2);
    const counts = body.counts.filter(({ n }: any) => n > 0).map(({ standing, n }: any) => [standing, n]);
    expect(counts).toEqual([
      ['PUBLISHED', 1],
      ['ORDER_TAKEN', 1],
      ['COMPLETED', 1],
      ['EVALUATED', 1],
    ]);
  });

  it('AH-OPS-02.1 says who took each and how it went; where it stands narrows the list and not the counts', async () => {
    const { body } = await get('anhuiplatform', '/api/ah/needs?standing=EVALUATED');
    expect(body.items).toMatchObject([
      { taker: { party: RESIDENT2, name: '合肥启航管理咨询有限公司' }, completedOn: '2025-10-20', satisfied: true },
    ]);
    expect(body.matched).toBe(2);
    const [open] = (await get('anhuiplatform', '/api/ah/needs?standing=PUBLISHED')).body.items;
    expect(open).toMatchObject({ taker: null, completedOn: null, categoryTitle: { zh: '技术创新' } });
  });

  it('XC-05.5 a member sees the needs that it took, and others none', async () => {
    const n = async (who: string) => (await get(who, '/api/ah/needs')).body.items.length;
    expect([await n('anhuiplatform'), await n('resident'), await n('resident2'), await n('wuhu')]).toEqual([
      4, 2, 1, 0,
    ]);
  });

  it('AH-OPS-02.1 who declined a need, or let its time pass, is not said to have taken it', async () => {
    const declined = { taker: RESIDENT2, takenAt: null };
    const ids = [
      await recordNeed(api.database, { stage: 'PUBLISHED', ...declined }),
      await recordNeed(api.database, { stage: 'EXPIRED', outcome: 'EXPIRED', ...declined }),
      await recordNeed(api.database, { stage: 'WITHDRAWN', outcome: 'WITHDRAWN', ...declined }),
      await recordNeed(api.database, { stage: 'WITHDRAWN', outcome: 'WITHDRAWN', taker: RESIDENT2 }),
      await recordNeed(api.database, { stage: 'OFFERED', ...declined }),
    ];
    const { items } = (await get('anhuiplatform', '/api/ah/needs')).body;
    const takers = ids.map((id) => items.find(({ caseId }: any) => caseId === id).taker?.party ?? null);
    expect(takers).toEqual([null, null, null, RESIDENT2, RESIDENT2]);
  });
});

describe('the quarterly bulletin', () => {
  beforeAll(async () => {
    await recordBulletin(api.database, { year: 2025, quarter: 2, issued: '皖经信服务函〔2025〕31号' });
    await recordBulletin(api.database, { year: 2025, quarter: 3, issued: null });
  });

  it('AH-OPS-04.2 everybody reads the sums of the network, and the figures of no member', async () => {
    const { body } = await api.anyone.get('/api/ah/bulletins');
    expect(body.items).toMatchObject([
      { quarter: '2025-Q2', title: { zh: '2025年第二季度' }, members: 3, document: '皖经信服务函〔2025〕31号' },
    ]);
    expect(body.items[0].figures).toHaveLength(8);
    expect(JSON.stringify(body)).not.toContain('合肥');
  });

  it('AH-EVAL-05.2 AH-EVAL-05.4 has eight columns for each body, the sums, and corrections in a note', async () => {
    const { body } = await get('anhuiplatform', '/api/ah/bulletins/2025-Q2');
    expect(body).toMatchObject({
      issued: true,
      asOf: '2025-07-01T00:00:00.000+08:00',
      notes: [{ note: '芜湖平台活动应为 4 场。' }],
    });
    expect(body.sums.map(({ n }: any) => n)).toEqual(Array.from({ length: 8 }, () => 6));
    const [cities, institutions] = body.groups;
    expect([partiesIn(cities.rows), partiesIn(institutions.rows)]).toEqual([[HEFEI, WUHU], [RESIDENT]]);
    expect(cities.rows[0].figures).toEqual(Array.from({ length: 8 }, () => 1));
  });

  it('AH-EVAL-05.3 goes to the whole network once it is issued, and before that to nobody but who handles it', async () => {
    const status = async (who: string, quarter: string) => (await get(who, `/api/ah/bulletins/${quarter}`)).status;
    for (const who of ['resident', 'hefei', 'wuhu', 'hefeibureau'])
      expect([who, await status(who, '2025-Q2')]).toEqual([who, 200]);
    for (const who of ['manager', 'hub', 'supplier']) expect([who, await status(who, '2025-Q2')]).toEqual([who, 404]);
    expect(await status('anhuiplatform', '2025-Q3')).toBe(200);
    expect(await status('resident', '2025-Q3')).toBe(404);
    expect(await status('hefei', '2025-Q3')).toBe(403);
    expect(await status('anhuiplatform', '2025-Q4')).toBe(404);
    expect(await status('anhuiplatform', '2025-Q5')).toBe(422);
  });

  it('AH-EVAL-05.3 is taken away as PDF and Word, and says if it was not issued', async () => {
    const { headers } = await api.as('anhuiplatform');
    const bytes = async (path: string) => {
      const answer = await fetch(`${api.baseUrl}/api/ah/bulletins/${path}`, { headers });
      expect(answer.status).toBe(200);
      return new Uint8Array(await answer.arrayBuffer());
    };
    const textOf = async (quarter: string) => {
      const pdf = await getDocumentProxy(await bytes(`${quarter}/bulletin.pdf`));
      return (await extractText(pdf, { mergePages: true })).text.replaceAll(/\s/g, '');
    };
    const issued = await textOf('2025-Q2');
    for (const words of [
      '2025年第二季度服务情况通报',
      '皖经信服务函〔2025〕31号',
      '合肥科创企业服务有限公司',
      '芜湖平台活动应为4场。',
    ])
      expect(issued).toContain(words);
    expect(await textOf('2025-Q3')).toContain('（尚未印发）');
    // A Word file is a ZIP file.
    expect([...(await bytes('2025-Q2/bulletin.docx')).subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it('AH-EVAL-05.1 AH-EVAL-05.2 shows the figures of now while its quarter runs, and is not handed out', async () => {
    await recordBulletin(api.database, { year: 2025, quarter: 4, issued: null, runs: true });
    const cooperation = async () => {
      const { body } = await get('anhuiplatform', '/api/ah/bulletins/2025-Q4');
      expect(body).toMatchObject({ asOf: null });
      return body.sums.find(({ figure }: any) => figure === 'cooperation').n;
    };
    expect(await cooperation()).toBe(0);
    await countFor(api.database, RESIDENT2, 'cooperation', 2, '2025-11-02');
    await countFor(api.database, RESIDENT2, 'cooperation', 3, '2025-09-30');
    expect(await cooperation()).toBe(2);
    for (const format of ['pdf', 'docx']) {
      const { status, body } = await get('anhuiplatform', `/api/ah/bulletins/2025-Q4/bulletin.${format}`);
      expect([format, status, body.code]).toEqual([format, 409, 'NOT_NOW']);
    }
  });
});

describe('the annual evaluation', () => {
  beforeAll(() => recordEvaluations(api.database, 2024));

  const evaluations = async (who: string) => (await get(who, '/api/ah/evaluations/2024')).body;

  it('AH-EVAL-07.1 ranks city platforms and institutions apart; equal totals share a place and are said to', async () => {
    const { years, rankings } = await evaluations('anhui');
    expect((await get('anhui', '/api/ah/evaluations/latest')).body).toEqual({ year: 2024, years, rankings });
    expect(years).toEqual([2024]);
    const [cities, institutions] = rankings;
    expect(
      cities.items.map(({ member, place, tied, total, grade }: any) => [member.party, place, tied, total, grade]),
    ).toEqual([
      [HEFEI, 1, false, 93.5, 'EXCELLENT'],
      [WUHU, 2, false, 70, 'QUALIFIED'],
    ]);
    expect(institutions.items.map(({ member, place, tied }: any) => [member.party, place, tied])).toEqual([
      [RESIDENT2, 1, true],
      [RESIDENT, 1, true],
      [FORMER, 3, false],
    ]);
    expect(institutions.grades).toMatchObject([{ n: 0 }, { n: 2 }, { n: 1 }]);
    expect(institutions.items[2]).toMatchObject({ gradeTitle: { zh: '不合格' }, standing: { zh: '取消入驻资格' } });
    expect(cities.items[0].rewardProposed).toBe(true);
  });

  it('AH-EVAL-07.7 a member reads its own result once it is notified, and that of nobody else', async () => {
    const seen = async (who: string) => (await evaluations(who)).rankings.flatMap(({ items }: any) => partiesIn(items));
    expect(await seen('resident')).toEqual([RESIDENT]);
    // Its own evaluation is not concluded.
    expect(await seen('wuhu')).toEqual([]);
    expect(await seen('hefeibureau')).toEqual([HEFEI, RESIDENT2, RESIDENT]);
    const [, { items }] = (await evaluations('resident')).rankings;
    expect(items[0]).toMatchObject({ place: 1, tied: true });
  });

  it('AH-EVAL-07.1 AH-EVAL-07.4 is taken away as a document, both rankings with their ties and what became of each', async () => {
    const words = await wordsTaken(api, 'anhui', '/api/ah/evaluations/2024/results.pdf');
    for (const shown of ['2024年度综合评价结果', '市级综合服务平台', '入驻服务机构', '1（并列）', '取消入驻资格']) {
      expect(words).toContain(shown);
    }
    expect((await get('resident', '/api/ah/evaluations/2024/results.pdf')).status).toBe(403);
  });

  it('AH-EVAL-01.4 says that nothing can be scored as long as weights are not set', async () => {
    const { rankings } = await evaluations('anhui');
    for (const { notConfigured } of rankings) expect(notConfigured.zh).toContain('未设定，不能计分');
  });

  it('AH-EVAL-07.4 is taken away as a workbook', async () => {
    const [head = [], ...lines] = await rowsOf('anhui', '/api/ah/evaluations/2024/export?format=xlsx');
    expect(lines).toHaveLength(5);
    const at = (line: readonly unknown[], name: string) => line[head.indexOf(name)];
    expect(lines.map((line) => [at(line, '名次'), at(line, '并列') ?? '', at(line, '等次')])).toEqual([
      [1, '', '优秀'],
      [2, '', '合格'],
      [1, '2 家并列', '合格'],
      [1, '2 家并列', '合格'],
      [3, '', '不合格'],
    ]);
  });
});
