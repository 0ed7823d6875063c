import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
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
