/** What is read of the centres, against records made by hand (EC-CENTRE-01, 03, 05, 08.6). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE, EC_ENTRY, OTHER_CENTRE, recordCentres } from '../../test/support/centre-records.ts';
import { recordedCase } from '../../test/support/closed-case.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { tableTaken } from '../testing/taken-away.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-11-03T10:00:00.000+08:00' });
  await recordCentres(api.database);
});
afterAll(() => databases.stop());

describe('what everybody reads', () => {
  it('EC-CENTRE-01.6 EC-CENTRE-05.1 the centres on record with class, liaison points and how much of their directory is confirmed', async () => {
    const { body } = await api.anyone.get('/api/ec-centre/centres');
    expect(body.items.map(({ party }: any) => party).sort()).toEqual([CENTRE, OTHER_CENTRE].sort());
    const centre = body.items.find(({ party }: any) => party === CENTRE);
    expect(centre).toMatchObject({
      ...{ classTitle: { zh: 'C类' }, regionTitle: { zh: '义乌市' }, since: '2025-03-03' },
      points: [
        { name: '义乌市电子商务公共服务中心佛堂联络点', placeTitle: { zh: '乡镇' }, statusTitle: { zh: '已开设' } },
      ],
      directory: { published: 1, outdated: 1 },
    });
    // Findings are nobody's to read here.
    expect(JSON.stringify(body)).not.toContain('专职工作人员');
    const first = (await api.anyone.get('/api/ec-centre/centres?limit=1')).body;
    const next = (await api.anyone.get(`/api/ec-centre/centres?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...next.items]).toEqual(body.items);
  });

  it('EC-CENTRE-03.3 of each entry until when it is confirmed, or that it is outdated', async () => {
    const { body } = await api.anyone.get(`/api/ec-centre/directory?centre=${CENTRE}`);
    const shown = body.items.map(({ name, outdated, confirmUntil }: any) => [name, outdated, confirmUntil]);
    expect(shown).toContainEqual([EC_ENTRY, false, '2026-03-03']);
    expect(shown).toContainEqual(['义乌旧录服务有限公司', true, null]);
  });
});

describe('the findings', () => {
  const findings = async (who: string) => (await (await api.as(who)).get('/api/ec-centre/findings')).body.items;

  it('EC-CENTRE-01.4 EC-CENTRE-08.6 are read by the centre and those who look after it, and bar nobody', async () => {
    const [own, ...others] = await findings('centre');
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      party: CENTRE,
      notMet: [{ zh: '专职工作人员' }],
      sign: { judgedOn: '2025-04-01', failed: [{ zh: '按比例放大或缩小' }] },
    });
    expect(own.sign.missingOn).toHaveLength(6);
    expect((await findings('commerce')).map(({ party }: any) => party)).toEqual([CENTRE]);
    expect(await findings('commercecity')).toHaveLength(2);
    expect(await findings('evaluator')).toHaveLength(2);
    for (const who of ['ecprovider', 'reviewer', 'supplier']) expect([who, await findings(who)]).toEqual([who, []]);
  });
});

describe('the yearly reviews', () => {
  const scored = (total: number) => ({ groups: {}, total, at: '2025-01-05T10:00:00.000+08:00' });
  const yiwu = { bodyId: 'ec-commerce-yiwu', region: 'ZJ/JINHUA/YIWU' } as const;
  const review = (title: string, party: string, facts: object, outcome: string | null = 'CLOSED') =>
    recordedCase(api.database, {
      ...{ kind: 'centreReview', regime: 'EC_CENTRE', party, title, body: yiwu, outcome },
      ...(outcome === null && { closedAt: null, stage: 'SELF_SCORED' }),
      facts: {
        ...{ year: 2024, name: title, dueOn: '2024-12-31', authorities: [yiwu.bodyId], overdue: false },
        ...{ self: scored(90), byAuthority: {}, province: null, final: null, preparedAt: null },
        ...facts,
      },
    });

  it('EC-CENTRE-08.2 EC-CENTRE-08.5 are taken away as a workbook with all scores, by what they come to', async () => {
    await review('甲中心', CENTRE, { province: scored(80), final: 80, byAuthority: { [yiwu.bodyId]: scored(88) } });
    await review('乙中心', OTHER_CENTRE, { province: scored(85), final: 85 });
    await review('丙中心', OTHER_CENTRE, {}, null);
    await review('丁中心', CENTRE, { year: 2023, final: 99 });
    const path = '/api/ec-centre/reviews/export?format=xlsx';
    const [head = [], ...lines] = await tableTaken(api, 'commerce', path);
    const at = (line: readonly unknown[], name: string) => line[head.indexOf(name)] ?? '';
    const columns = ['名次', '名称', '得分', '中心自评', '省级考评评分', '办理情况'];
    expect(lines.map((line) => columns.map((name) => at(line, name)))).toEqual([
      [1, '乙中心', 85, 90, 85, '考评办结'],
      [2, '甲中心', 80, 90, 80, '考评办结'],
      ['', '丙中心', '', 90, '', '已自评，待商务主管部门评分'],
    ]);
    expect(at(lines[1] ?? [], '商务主管部门评分')).toContain('88');
    expect(await tableTaken(api, 'commerce', `${path}&year=2023`)).toHaveLength(2);
    expect(await tableTaken(api, 'department', path)).toEqual([head]);
    expect((await (await api.as('centre')).get(path)).status).toBe(403);
  });
});
