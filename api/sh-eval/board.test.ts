/** What the board of a campaign shows: who is late by name, and how the entries rank, for who may know (SH-EVAL-03.2, 05.4, 06.1). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../rules/parties/credit-code.ts';
import type { CategoryCode } from '../../rules/sh-eval/categories.ts';
import { indicatorTitles } from '../../rules/sh-eval/scores.ts';
import {
  assessor,
  CAMPAIGN,
  commission,
  entryStands,
  openCampaign,
  openEntry,
  pudong,
} from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { tableTaken, wordsTaken } from '../testing/taken-away.ts';

const xuhui = { bodyId: 'sh-xuhui', region: 'SH/XUHUI' } as const;
const BOARD = `/api/sh-eval/campaigns/${CAMPAIGN.id}`;

let databases: TestDatabases;
let api: TestApi;

/** The sheet of an assessor with the same marks for each indicator. */
const sheet = (by: string, each: number) => ({
  assessor: by,
  scores: Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, each])),
  note: null,
});
const sheets = (one: number, other: number) => [sheet('demo-assessor', one), sheet('demo-assessor2', other)];

async function enter(id: string, of: { readonly category?: CategoryCode; readonly inXuhui?: boolean } = {}) {
  const body = `91310115MA1K${id.charCodeAt(0) - 87}000`;
  const party = body + checkDigit(body);
  const { category = 'LEGAL', inXuhui = false } = of;
  await openEntry(api, id, [], { party, name: `机构${id}`, category, district: inXuhui ? xuhui : pudong });
}

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2020-12-18T16:00:00.000+08:00' });
  await openCampaign(api);
  for (const id of ['d', 'c', 'b', 'a']) {
    await enter(id);
    await entryStands(api, id, 'SCORED', assessor, { admittedAt: '2020-12-20T10:00:00.000+08:00' });
  }
  await entryStands(api, 'a', 'GRADING', commission, { sheets: sheets(80, 90) });
  const at = '2021-01-04T10:00:00.000+08:00';
  const grade = { code: 'EXCELLENT', reason: '同分，服务企业更多。', at };
  await entryStands(api, 'b', 'RESULTS_SET', commission, { sheets: sheets(85, 85), grade });
  await entryStands(api, 'c', 'GRADING', commission, { sheets: sheets(95, 95) });
  await enter('e', { category: 'IP' });
  await entryStands(api, 'e', 'SUBMITTED', pudong, { electronicAt: '2020-12-11T16:00:00.000+08:00' });
  await enter('f', { category: 'IP', inXuhui: true });
  await entryStands(api, 'f', 'DISTRICT_LATE', commission);
  await enter('g', { inXuhui: true });
  await entryStands(api, 'g', 'SUBMITTED', xuhui, { lateAllowed: true });
});
afterAll(() => databases.stop());

const read = async <T>(account: string, path: string) => (await (await api.as(account)).get(BOARD + path)).body as T;

describe('the ranking', () => {
  interface Ranking {
    readonly items: readonly {
      readonly id: string;
      readonly place: number | null;
      readonly isTied: boolean;
      readonly score: number | null;
      readonly decision: { readonly title: { readonly zh: string }; readonly reason: string } | null;
    }[];
    readonly nextCursor: string | null;
    readonly weights: { readonly zh: string };
  }

  it('SH-EVAL-03.2 follows from the marks on record, equals at one place, with the reason of what was decided', async () => {
    const { items, weights } = await read<Ranking>('commission', '/ranking?category=LEGAL');
    expect(items.map(({ id, place, isTied, score }) => [id, place, isTied, score])).toEqual([
      ['c', 1, false, 95],
      ['a', 2, true, 85],
      ['b', 2, true, 85],
      ['d', null, false, null],
    ]);
    expect(items.map(({ decision }) => decision?.reason ?? null)).toEqual([null, null, '同分，服务企业更多。', null]);
    expect(weights.zh).toContain('未设定');
    const again = await read<Ranking>('commission', '/ranking?category=LEGAL');
    expect(again.items).toEqual(items);
    const first = await read<Ranking>('commission', '/ranking?category=LEGAL&limit=3');
    const rest = await read<Ranking>('commission', `/ranking?category=LEGAL&limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual(items);
  });

  it('SH-EVAL-03.2 SH-EVAL-08.6 is taken away as a workbook, which says that a mean is no result', async () => {
    const path = `${BOARD}/ranking/export?format=xlsx`;
    const [head = [], ...lines] = await tableTaken(api, 'commission', path);
    const at = (line: readonly unknown[], name: string) => line[head.indexOf(name)] ?? '';
    const legal = lines.filter((line) => at(line, '申报类别') === '法律服务类');
    expect(legal.map((line) => [at(line, '名次'), at(line, '名称'), at(line, '得分'), at(line, '等次')])).toEqual([
      [1, '机构c', 95, ''],
      [2, '机构a', 85, ''],
      [2, '机构b', 85, '优秀'],
      ['', '机构d', '', ''],
    ]);
    expect(at(legal[0] ?? [], '得分说明')).toContain('NOT_CONFIGURED');
    expect(await tableTaken(api, 'commission', `${path}&category=IP`)).toEqual([head]);
    expect((await (await api.as('pudong')).get(path)).status).toBe(403);
  });

  it('SH-EVAL-08.6 is by totals once weights are set, but not as long as entries stand under others', async () => {
    const weights = Object.keys(indicatorTitles).map((code) => [
      `assessment.weights.${code}`,
      code === 'STAFF' ? 20 : 10,
    ]);
    const change = { values: Object.fromEntries(weights), note: '公布权重。' };
    expect((await (await api.as('admin')).put('/api/rules/SH_EVAL', change)).status).toBe(200);
    const ranking = () => read<Ranking>('commission', '/ranking?category=LEGAL');
    const adopt = (...ids: string[]) =>
      api.database.case.updateMany({ where: { id: { in: ids } }, data: { ruleVersion: 2 } });
    await adopt('a', 'b');
    const between = await ranking();
    expect(between).toMatchObject({ isTotal: false });
    expect(between.weights.zh).toContain('NOT_CONFIGURED');
    await adopt('c', 'd');
    const after = await ranking();
    expect(after).toMatchObject({ isTotal: true });
    expect(after.weights.zh).toContain('人员能力 20');
    expect(after.items.map(({ id, score }) => [id, score])).toEqual([
      ['c', 95],
      ['a', 85],
      ['b', 85],
      ['d', null],
    ]);
  });

  it('SH-EVAL-09.2 is for the bodies of the campaign: neither for a district nor for who is assessed', async () => {
    for (const account of ['pudong', 'assessor', 'provider']) {
      const { status } = await (await api.as(account)).get(`${BOARD}/ranking?category=LEGAL`);
      expect([account, status]).toEqual([account, 403]);
    }
  });
});

describe('who is late', () => {
  interface Entries {
    readonly items: readonly {
      readonly name: string;
      readonly late: { readonly who: string; readonly cutOff: string; readonly electronicAt: string | null } | null;
    }[];
  }
  interface Board {
    readonly cells: readonly { readonly stage: string; readonly entries: number; readonly late: number }[];
  }

  it('SH-EVAL-05.2 SH-EVAL-06.2 stands there by name with the cut-off, and as a figure', async () => {
    const { items } = await read<Entries>('commission', '/entries?late=true');
    expect(items.map(({ name, late }) => [name, late?.who, late?.cutOff, late?.electronicAt])).toEqual([
      ['机构e', 'PAPER', '2020-12-11T17:00:00.000+08:00', '2020-12-11T16:00:00.000+08:00'],
      ['机构f', 'DISTRICT', '2020-12-18T17:00:00.000+08:00', null],
    ]);
    const { cells } = await read<Board>('commission', '');
    expect(cells.filter(({ late }) => late > 0).map(({ stage, late }) => [stage, late])).toEqual([
      ['SUBMITTED', 1],
      ['DISTRICT_LATE', 1],
    ]);
  });

  it('SH-EVAL-06.1 the names are those behind each figure, and a district reads its own', async () => {
    const names = async (account: string, query: string) =>
      (await read<Entries>(account, `/entries?${query}`)).items.map(({ name }) => name);
    expect(await names('commission', 'category=IP')).toEqual(['机构e', '机构f']);
    expect(await names('commission', 'district=SH/XUHUI&late=false')).toEqual(['机构g']);
    expect(await names('commission', 'stage=GRADING')).toEqual(['机构a', '机构c']);
    expect(await names('pudong', 'category=IP')).toEqual(['机构e']);
    expect((await (await api.as('assessor')).get(`${BOARD}/entries`)).status).toBe(403);
  });

  it('SH-EVAL-06.1 XC-05.5 an office in another district that has no part in the campaign shows nothing of that district', async () => {
    const elsewhere = { role: 'reviewer', bodyId: 'sh-centre', region: xuhui.region } as const;
    await api.setOffices('pudong', { role: 'reviewer', ...pudong }, elsewhere);
    const { items } = await read<Entries>('pudong', '/entries?category=IP');
    expect(items.map(({ name }) => name)).toEqual(['机构e']);
  });
});

describe('the published results', () => {
  const PATH = '/api/sh-eval/assessments/2020';

  it('SH-EVAL-09.1 SH-EVAL-09.2 are taken away once they are published, and not before', async () => {
    for (const file of ['export', 'results.pdf']) {
      expect((await (await api.as('commission')).get(`${PATH}/${file}`)).status).toBe(409);
    }
    const { state } = await api.database.case.findUniqueOrThrow({ where: { id: CAMPAIGN.id } });
    const { facts } = state as { facts: object };
    const term = { validFrom: '2020-01-01', validTo: '2021-12-31' };
    const published = { at: '2021-02-01T10:00:00.000+08:00', link: 'https://sheitc.example.cn/2020', term };
    await api.database.case.update({
      where: { id: CAMPAIGN.id },
      data: { state: { ...(state as object), facts: { ...facts, published } } },
    });
    const [head = [], ...lines] = await tableTaken(api, 'commission', `${PATH}/export?format=xlsx`);
    expect(head).toEqual(['年度', '申报类别', '机构名称', '统一社会信用代码', '等次']);
    expect(lines.map(([year, category, name, , grade]) => [year, category, name, grade])).toEqual([
      [2020, '法律服务类', '机构b', '优秀'],
    ]);
    const words = await wordsTaken(api, 'commission', `${PATH}/results.pdf`);
    for (const shown of ['第三方测评结果', '2020年1月1日', '2021年12月31日', '法律服务类', '机构b', '优秀1家']) {
      expect(words).toContain(shown);
    }
    expect((await (await api.as('provider')).get(`${PATH}/results.pdf`)).status).toBe(403);
  });
});
