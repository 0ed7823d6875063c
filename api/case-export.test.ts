/** Cases as a table to take away: who may, which rows, and nothing in it that a program for tables would carry out. */
import { readXlsx } from 'hucre/xlsx';
import { parseCsv } from 'hucre/csv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inert } from './exports/inert.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

const NAMES = [
  '启明技术有限公司',
  '=HYPERLINK("http://evil.example","x")',
  '＝cmd|calc',
  '+86',
  '－1',
  '@SUM(A1)',
  '\t=1+1',
  '甲,"乙"\r\n=2+2',
];

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-01T10:00:00+08:00' });
  for (const [nth, title] of NAMES.entries()) {
    const place = { bodyId: 'sh-centre', region: nth === 0 ? 'SH/XUHUI' : 'SH/PUDONG' };
    await api.database.case.create({
      data: {
        ...{ id: `app-${nth}`, number: `沪企服店申〔2025〕${nth}号`, kind: 'storeApplication', regime: 'SH_STORE' },
        ...{
          stage: 'FILED',
          subject: `institution:${nth}`,
          title,
          ...place,
          opening: {},
          ruleVersion: 1,
          calendarVersion: 1,
        },
        openedAt: new Date(Date.UTC(2025, 7, 20 - nth, 1, 30)),
        ...(nth === 7 && { closedAt: new Date('2025-08-30T16:30:00Z') }),
        bodies: { create: [place] },
      },
    });
  }
});
afterAll(() => databases.stop());

async function exported(account: string, query: string, of = api) {
  const { headers } = await of.as(account);
  const answer = await fetch(`${of.baseUrl}/api/cases/export${query}`, { headers });
  return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
}

const tables = {
  csv: (content: Buffer) => Promise.resolve(parseCsv(content.toString('utf8').slice(1)) as unknown[][]),
  xlsx: async (content: Buffer) => (await readXlsx(content)).sheets[0]?.rows as unknown[][],
};

describe.each(['csv', 'xlsx'] as const)('GET /api/cases/export as %s', (format) => {
  const table = async (account: string, query = '') => {
    const { status, headers, content } = await exported(
      account,
      `?format=${format}&reason=${encodeURIComponent('年度检查')}${query}`,
    );
    expect(status, content.toString()).toBe(200);
    return { headers, content, rows: (await tables[format](content)).map((row) => row.map((cell) => cell ?? '')) };
  };

  it('XC-05.3 has a row for each case that the filters choose, the latest first, in the language of the reader', async () => {
    const { rows, headers, content } = await table('manager');
    if (format === 'csv') expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows[0]?.slice(0, 3)).toEqual(['案号', '类型', '机构名称']);
    expect(rows.slice(1).map(([number]) => number)).toEqual(NAMES.map((_, nth) => `沪企服店申〔2025〕${nth}号`));
    expect([rows[1]?.[8], rows[8]?.[10]]).toEqual(['2025-08-20 09:30', '2025-08-31 00:30']);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="cases-2025-09-01.${format}"`);
    expect([headers.get('x-rows'), headers.get('x-rows-total'), headers.get('cache-control')]).toEqual([
      '8',
      '8',
      'no-store',
    ]);
    expect((await table('manager', '&open=false')).rows.map(([number]) => number)).toEqual([
      '案号',
      '沪企服店申〔2025〕7号',
    ]);
    await (await api.as('reviewer')).patch('/api/me', { locale: 'en' });
    expect((await table('reviewer')).rows[0]?.slice(0, 3)).toEqual(['Number', 'Kind', 'Institution']);
  });

  it('XC-05.3 holds no cell that is taken for a formula', async () => {
    const { rows, content } = await table('manager');
    expect(rows.slice(1).map((row) => row[2])).toEqual([
      NAMES[0],
      ...NAMES.slice(1, 7).map((name) => `'${name}`),
      NAMES[7],
    ]);
    if (format === 'csv') expect(content.toString()).toContain('"甲,""乙""\r\n=2+2"');
    else {
      // What the platform itself would take: a workbook without anything that runs.
      const taken = await (await api.as('manager')).upload('cases.xlsx', content, '');
      expect(taken.status, JSON.stringify(taken.body)).toBe(201);
      const formulas = (await readXlsx(content)).sheets[0]?.cells ?? new Map();
      expect([...formulas.values()].filter((cell: { formula?: unknown }) => cell.formula !== undefined)).toEqual([]);
    }
  });

  it('XC-05.5 has no case outside of the reader’s access', async () => {
    await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/XUHUI' });
    expect((await table('reviewer2')).rows.map(([number]) => number)).toEqual(['案号', '沪企服店申〔2025〕0号']);
    await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'hn-hub', region: 'HN' });
    expect((await table('reviewer2')).rows).toHaveLength(1);
  });
});

it.each(['provider', 'consumer', 'auditor'])('XC-05.5 %s exports nothing', async (account) => {
  expect((await exported(account, '?format=csv')).status).toBe(403);
});

it.each(['?format=pdf', '?colour=red', '?queue=never', '?cursor=x'])('refuses %s', async (query) => {
  expect((await exported('manager', `${query}&reason=check`)).status).toBe(422);
});

it('HN-NET-15.7 takes nothing away without a reason, which stands in the audit log', async () => {
  expect((await exported('manager', '?format=csv')).status).toBe(422);
  expect((await exported('manager', '?format=csv&reason=%20')).status).toBe(422);
  const reason = '核对会员登记';
  expect((await exported('manager', `?format=csv&reason=${encodeURIComponent(reason)}`)).status).toBe(200);
  const { after } = await api.database.auditEntry.findFirstOrThrow({
    where: { action: 'CASES_EXPORTED' },
    orderBy: { seq: 'desc' },
  });
  expect(after).toMatchObject({ reason });
});

it('XC-06.3 ends after 50,000 rows, and says so', async () => {
  const large = await databases.api();
  await large.database.$executeRaw`
    INSERT INTO "Case" ("id", "number", "kind", "regime", "stage", "subject", "title", "bodyId", "region", "ruleVersion", "calendarVersion", "opening", "openedAt")
    SELECT 'app-' || n, '号' || n, 'storeApplication', 'SH_STORE', 'FILED', 'institution:' || n, '启明', 'sh-centre', 'SH', 1, 1, '{}', '2025-01-01'
    FROM generate_series(1, 50001) n`;
  const { headers, content } = await exported('admin', '?format=csv&reason=check', large);
  const lines = content.toString().trimEnd().split('\r\n');
  expect([headers.get('x-rows'), headers.get('x-rows-total'), lines.length]).toEqual(['50000', '50001', 50_002]);
  expect(new Set(lines.slice(1, -1)).size).toBe(50_000);
  expect(lines.at(-1)).toContain('只导出最新的 50000 件，共 50001 件');
});

it.each([
  ['=1', "'=1"],
  ['  =1', "'  =1"],
  ['　＋1', "'　＋1"],
  ['﹣1', "'﹣1"],
  ['＠x', "'＠x"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ['a=1', 'a=1'],
  ['', ''],
  ['沪', '沪'],
])('XC-05.3 the text %j is written %j', (words, written) => {
  expect(inert(words)).toBe(written);
});
