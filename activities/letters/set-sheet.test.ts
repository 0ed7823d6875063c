import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import setSheet, { type ReportPage, type SheetPage } from './set-sheet.ts';

const report: ReportPage = {
  title: ['服务机构自评报告'],
  cover: [['机构名称', '𠮷祥检测有限公司']],
  blocks: [{ kind: 'paragraph', text: '负责人：𠮷某。' }],
  footer: '自评报告',
  date: [2020, 12, 10],
};
const sheet: Omit<SheetPage, 'locale'> = {
  ...{ title: '名册', about: [], columns: [['名称', 1]], rows: [['𠮷祥']], notes: [], footer: '名册' },
  date: [2020, 12, 10],
};

async function wordsOf(pdf: Uint8Array): Promise<string> {
  return (await extractText(await getDocumentProxy(pdf), { mergePages: true })).text.replaceAll(/\s/g, '');
}

it('SH-EVAL-13.3 a report says which characters it could not show, by their code points', async () => {
  const words = await wordsOf(setSheet({ template: 'report.typ', page: report, fontsFolder: undefined }));
  expect(words).toContain('□祥检测有限公司');
  expect(words).toContain('1个字符没有可用字形，以“□”代替：U+20BB7');
  const whole = { ...report, cover: [], blocks: [] };
  expect(await wordsOf(setSheet({ template: 'report.typ', page: whole, fontsFolder: undefined }))).not.toContain(
    '字形',
  );
});

it.each([
  ['zh-CN', 'U+20BB7。请在Word版'],
  ['en', 'standsforthem:U+20BB7'],
] as const)('XC-05.3 a sheet says it in %s', async (locale, says) => {
  const words = await wordsOf(setSheet({ template: 'sheet.typ', page: { ...sheet, locale }, fontsFolder: undefined }));
  expect(words).toContain(says);
});

describe('a report on paper', () => {
  const code = '91340100MA2N00000X';
  const LONG = '长沙市高新技术产业开发区中小企业公共服务与数字化转型促进中心有限责任公司';
  const email = 'a.very.long.name.of.a.person.and.its.department@enterprise-services.example.com';
  const wide: ReportPage = {
    ...report,
    title: ['安徽省“1+16+X”中小企业公共服务平台网络', '2025年度综合评价结果'],
    blocks: [
      {
        kind: 'table',
        shares: [4, 3, 4, 3],
        head: ['名称', '统一社会信用代码', '电子邮箱', '代码'],
        rows: [[LONG, code, email, code]],
      },
      { kind: 'signature', lines: [`推荐单位（盖章）：${LONG}`, '2025年10月16日'] },
    ],
  };
  const pdf = setSheet({ template: 'report.typ', page: wide, fontsFolder: undefined });

  it('HN-BASE-03.2 AH-EVAL-07.5 no cell runs into its neighbour or off the page, however long a code or address is', async () => {
    const lines = await linesOf(pdf);
    for (const runs of lines) {
      for (const [nth, { x, width, str }] of runs.entries())
        expect(x + width, str).toBeLessThanOrEqual((runs[nth + 1]?.x ?? A4_WIDTH) + HALF_A_MARK);
    }
    expect(lines.flat().map(({ str }) => str)).toContain(code);
  });

  it('AH-EVAL-05.3 each line of the title stands on one line', async () => {
    const [page] = (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })).text;
    const lines = page?.split('\n').map((line) => line.replaceAll(/\s/g, ''));
    expect(lines?.slice(0, 2)).toEqual(wide.title.map((line) => line.replaceAll(/\s/g, '')));
  });
});

const A4_WIDTH = 595;
/** Marks stand closer together than they are wide. */
const HALF_A_MARK = 6;

interface Run {
  readonly str: string;
  readonly x: number;
  readonly width: number;
}

/** What stands on each line of each page, from left to right. */
async function linesOf(file: Uint8Array): Promise<Run[][]> {
  const document = await getDocumentProxy(new Uint8Array(file));
  const lines: Run[][] = [];
  for (let nth = 1; nth <= document.numPages; nth += 1) {
    const { items } = await (await document.getPage(nth)).getTextContent();
    const runs = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ str: item.str, x: item.transform[4] as number, y: item.transform[5] as number, width: item.width }]
        : [],
    );
    const byLine = Map.groupBy(runs, ({ y }) => Math.round(y));
    lines.push(...[...byLine.values()].map((line) => line.sort((one, other) => one.x - other.x)));
  }
  return lines;
}
