/** The summary table of recommended entrants, annex 1, as a workbook (SH-EVAL-06.3, table 4.12). In Chinese as the annex is. */
import type { CellStyle } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { categories, type CategoryCode } from '../../../rules/sh-eval/categories.ts';
import { dayInWords, type Day } from '../../../rules/time/index.ts';
import { inert } from '../../exports/inert.ts';

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

const thin = { style: 'thin' } as const;
const boxed = { border: { top: thin, right: thin, bottom: thin, left: thin } } as const;
const centred = { alignment: { horizontal: 'center', vertical: 'center' } } as const;

/** How the sheet looks on paper: the heading in the middle, the table in lines, as wide as one A4 page. */
const looks = {
  heading: { ...centred, font: { bold: true, size: 16 } },
  head: { ...boxed, ...centred, font: { bold: true } },
  cell: { ...boxed, alignment: { vertical: 'center', wrapText: true } },
} as const satisfies Record<string, CellStyle>;

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
        columns: RECOMMENDATION_COLUMNS.map(([, width]) => ({ width })),
        rows,
        cells: styled(rows),
        rowDefs: heights(rows),
        merges: Array.from({ length: ABOVE }, (_, row) => ({
          startRow: row,
          endRow: row,
          startCol: 0,
          endCol: RECOMMENDATION_COLUMNS.length - 1,
        })),
        pageSetup: {
          ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
          printTitlesRow: `$${ABOVE + 1}:$${ABOVE + 1}`,
        },
      },
    ],
  });
}

/** The look of each cell by its row and column. */
function styled(rows: readonly (readonly unknown[])[]): Map<string, { style: CellStyle }> {
  const look = new Map<string, { style: CellStyle }>([['0,0', { style: looks.heading }]]);
  for (const [row, cells] of rows.entries()) {
    if (row < ABOVE) continue;
    const style = row === ABOVE ? looks.head : looks.cell;
    for (const column of cells.keys()) look.set(`${row},${column}`, { style });
  }
  return look;
}

const LINE_POINTS = 15;

/** As many lines to a row as its longest cell takes: no program makes room for them by itself. */
function heights(rows: readonly (readonly (string | number | null)[])[]): Map<number, { height: number }> {
  return new Map(
    rows.slice(ABOVE).map((cells, nth) => {
      const lines = cells.map((cell, at) => Math.ceil(widthOf(cell?.toString() ?? '') / (columnWidth(at) - 1)));
      return [ABOVE + nth, { height: LINE_POINTS * Math.max(1, ...lines) + 3 }];
    }),
  );
}

function columnWidth(at: number): number {
  return RECOMMENDATION_COLUMNS[at]?.[1] ?? 1;
}

/** In characters of the width of a digit: a Chinese one takes two. */
function widthOf(words: string): number {
  return Array.from(words).reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);
}
