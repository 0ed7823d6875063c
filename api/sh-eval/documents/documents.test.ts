import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import yauzl from 'yauzl';
import setSheet from '../../../activities/letters/set-sheet.ts';
import { commitment } from '../../../rules/sh-eval/form.ts';
import { filing } from '../../../rules/sh-eval/filing.fixture.ts';
import { RECOMMENDATION_COLUMNS, recommendationsWorkbook } from './recommendations.ts';
import { reportDocument } from './report-content.ts';
import { reportWord } from '../../documents/report-word.ts';

const page = reportDocument({ report: filing().report, year: 2020, filed: ['licence', 'fees'] });

/** Every word that the document must show, without the blanks that a reader of files puts between lines. */
const shown = [
  ...page.title,
  ...page.cover.flat(),
  ...page.blocks.flatMap((piece) => {
    if (piece.kind === 'table') return [...piece.head, ...piece.rows.flat()];
    return piece.kind === 'signature' ? piece.lines : [piece.text];
  }),
].map(bare);

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}

/** The text of the main part of a Word file. */
async function wordsOf(file: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(file, {});
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/<[^>]+>/g, '');
  }
  throw new Error('no main part');
}

it('SH-EVAL-05.1 SH-EVAL-12.1 the report has a cover and the parts of the form', () => {
  const parts = page.blocks.flatMap((piece) =>
    piece.kind === 'heading' && piece.level === 1 ? [piece.text.slice(0, 2)] : [],
  );
  expect(parts).toEqual(['一、', '二、', '三、', '四、', '六、', '七、']);
  expect(page.cover.map(([label]) => label)).toEqual(['测评时间', '机构名称', '机构负责人', '填写日期']);
  expect(page.cover[1]?.[1]).toContain('（盖章）');
});

it('SH-EVAL-12.11 the commitment stands in it word for word', () => {
  for (const { zh } of commitment.statements) expect(shown).toContain(bare(zh));
});

it('SH-EVAL-13.3 the PDF shows all of it, every character', async () => {
  const pdf = setSheet({ template: 'report.typ', page, fontsFolder: undefined });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  const all = bare(text);
  expect(shown.filter((words) => words.length <= 8 && !all.includes(words))).toEqual([]);
  expect(Array.from(new Set(shown.join(''))).filter((character) => !all.includes(character))).toEqual([]);
});

it('SH-EVAL-13.3 the commitment, which is signed and sealed by itself, has a page of its own', async () => {
  const pdf = setSheet({ template: 'report.typ', page, fontsFolder: undefined });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  const [sealed, ...more] = text.map(bare).filter((words) => words.includes(bare(commitment.title.zh)));
  expect(more).toEqual([]);
  expect(sealed).toContain('法定代表人签字');
  expect(sealed).not.toMatch(/四、服务成效|七、所需提供/);
});

it('SH-EVAL-13.3 the Word file shows the same', async () => {
  const file = await reportWord(page);
  const all = bare(await wordsOf(file));
  expect(shown.filter((words) => !all.includes(words))).toEqual([]);
});

it('SH-EVAL-06.3 the summary table has the eight columns of annex 1 and the recommending unit', async () => {
  const workbook = await recommendationsWorkbook({
    year: 2020,
    unit: '徐汇区中小企业工作主管部门',
    on: '2020-12-17',
    entrants: [
      {
        name: '=上海启明',
        category: 'IP',
        contactName: '李静',
        mobile: '13800000002',
        officePhone: null,
        fax: null,
        email: 'li@qiming.example',
      },
    ],
  });
  const [sheet] = (await readXlsx(workbook)).sheets;
  const rows = sheet?.rows ?? [];
  // Signed and sealed on paper: one page wide.
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
  expect(rows[1]?.[0]).toBe('推荐单位（公章）：徐汇区中小企业工作主管部门');
  expect(rows[2]?.[0]).toContain('12月17日');
  expect(rows[3]).toEqual(['序号', '申报单位名称', '申报类别', '联系人', '手机', '办公电话', '传真', '电子邮箱']);
  expect(rows[3]).toHaveLength(RECOMMENDATION_COLUMNS.length);
  expect(rows[4]?.slice(0, 5)).toEqual([1, "'=上海启明", '知识产权类', '李静', '13800000002']);
});
