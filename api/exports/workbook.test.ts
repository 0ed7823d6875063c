/** Tables that are taken away to be filed: whatever they are called and however long they are, they open and can be printed. */
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { sheetName, workbook, type SheetTable } from './workbook.ts';

async function written(table: SheetTable) {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook(table)) pieces.push(piece);
  const [sheet] = (await readXlsx(Buffer.concat(pieces))).sheets;
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
}

const LONG = '安徽省中小企业公共服务与数字化转型促进中心有限责任公司（合肥高新技术产业开发区分公司）';

it('SH-EVAL-09.1 EC-CENTRE-03.2 a table whose title is longer than the name of a sheet may be is written all the same', async () => {
  const sheet = await written({ sheet: 'Municipal SME service institutions', columns: ['Name'], rows: [['a']] });
  expect(sheet.name).toBe('Municipal SME service institut…');
  expect(sheet.headerFooter?.oddHeader).toBe('&CMunicipal SME service institutions');
  expect(sheet.rows).toEqual([['Name'], ['a']]);
});

it('a title without what no sheet may be called stays as it is', () => {
  expect(sheetName('名单（2020/2021）[公布]')).toBe('名单（2020 2021） 公布');
});

it('AH-EVAL-02.10 SH-EVAL-06.3 what is filed on paper is as wide as a page, shows long names whole, and has its head on each page', async () => {
  const sheet = await written({ sheet: '报送情况', columns: ['成员', '得分'], rows: [[LONG, 91.5]] });
  expect(sheet.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 });
  const [name = 0, score = 0] = (sheet.columns ?? []).map(({ width }) => width ?? 0);
  const lines = Math.floor((sheet.rowDefs?.get(1)?.height ?? 0) / 15);
  expect(lines * (name - 1)).toBeGreaterThanOrEqual(2 * LONG.length);
  expect(score).toBeLessThan(name);
});

it('a very wide table is printed on A3', async () => {
  const columns = Array.from({ length: 24 }, (_, at) => `服务数据${at}`);
  const sheet = await written({ sheet: '成员', columns, rows: [columns] });
  expect(sheet.pageSetup?.paperSize).toBe('a3');
});

it('a table of more rows than are laid out has every row, each once', async () => {
  const rows = Array.from({ length: 6_002 }, (_, nth): [number] => [nth]);
  const sheet = await written({ sheet: '全部', columns: ['序号'], rows });
  expect(sheet.rows.slice(1)).toEqual(rows);
});
