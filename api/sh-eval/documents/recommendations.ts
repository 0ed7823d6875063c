/** The summary table of recommended entrants, annex 1, as a workbook (SH-EVAL-06.3, table 4.12). In Chinese as the annex is. */
import type { CellStyle } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { categories, type CategoryCode } from '../../../rules/sh-eval/categories.ts';
import { dayInWords, type Day } from '../../../rules/time/index.ts';
import { inert } from '../../exports/inert.ts';
import { centred, heightsFor, looks, paperFor } from '../../exports/on-paper.ts';

/** The eight columns in the order of the annex, with their widths in characters. */
export const RECOMMENDATION_COLUMNS = [
  ['序号', 6],
  ['申报单位名称', 36],
  ['申报类别', 16],
  ['联系人', 12],
  ['手机', 16],
  ['办公电话', 18],
  ['传真', 18],
  ['电子邮箱', 30],
] as const;

/** A recommended entrant. */
export interface Recommended {
  readonly name: string;
  readonly category: CategoryCode;
  readonly contactName: string;
  readonly mobile: string;
  readonly officePhone: string | null;
  readonly fax: string | null;
  readonly email: string;
}

export interface Recommendations {
  readonly year: number;
  /** Name of the recommending unit, which puts its seal on it. */
  readonly unit: string;
  /** Shanghai day on which the table is filled in. */
  readonly on: Day;
  readonly entrants: readonly Recommended[];
}

const heading = { ...centred, font: { bold: true, size: 16 } } as const satisfies CellStyle;

const widths = RECOMMENDATION_COLUMNS.map(([, width]) => width);

/** Rows above the table: heading, unit, day. */
const ABOVE = 3;

/** The bytes of the workbook. Cells are texts that no program takes for formulas. */
export async function recommendationsWorkbook({ year, unit, on, entrants }: Recommendations): Promise<Uint8Array> {
  const blank = RECOMMENDATION_COLUMNS.map(() => null);
  const across = (words: string) => [words, ...blank.slice(1)];
  const rows = [
    across(`${year} 年上海市中小企业服务机构参评推荐汇总表`),
    across(`推荐单位（公章）：${unit}`),
    across(`填报日期：${dayInWords(on).zh}`),
    RECOMMENDATION_COLUMNS.map(([head]) => head),
    ...entrants.map(({ name, category, contactName, mobile, officePhone, fax, email }, index) => [
      index + 1,
      ...[name, categories[category].title.zh, contactName, mobile, officePhone ?? '', fax ?? '', email].map(inert),
    ]),
  ];
  return writeXlsx({
    sheets: [
      {
        name: '参评推荐汇总表',
        columns: widths.map((width) => ({ width })),
        rows,
        cells: styled(rows),
        rowDefs: heightsFor(rows.slice(ABOVE), widths, ABOVE),
        merges: Array.from({ length: ABOVE }, (_, row) => ({
          startRow: row,
          endRow: row,
          startCol: 0,
          endCol: RECOMMENDATION_COLUMNS.length - 1,
        })),
        pageSetup: paperFor(widths, ABOVE + 1),
      },
    ],
  });
}

/** The look of each cell by its row and column. */
function styled(rows: readonly (readonly unknown[])[]): Map<string, { style: CellStyle }> {
  const look = new Map<string, { style: CellStyle }>([['0,0', { style: heading }]]);
  for (const [row, cells] of rows.entries()) {
    if (row < ABOVE) continue;
    const style = row === ABOVE ? looks.head : looks.cell;
    for (const column of cells.keys()) look.set(`${row},${column}`, { style });
  }
  return look;
}
