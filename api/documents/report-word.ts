/** A report as a Word file, from the same content as the PDF (SH-EVAL-13.3). */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportPage, ReportPiece } from '../../activities/letters/sheet-setter.ts';

/** Named and not embedded: Word and WPS have them, other programs put a Chinese font of theirs in the place. */
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEI = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };

/** Width of the text in twentieths of a point: A4 less the margins. */
const WIDTH = 9_400;
const A4 = { width: 11_906, height: 16_838 };

/** So that a line of the title is not broken for its last character: at 24 points a page is 18 characters wide. */
function titleSize(title: readonly string[]): number {
  return title.some((words) => words.length > 18) ? 36 : 48;
}

/** The bytes of the file. Sizes are half points, distances twentieths of a point. */
export function reportWord({ title, cover, blocks, footer }: ReportPage): Promise<Buffer> {
  const page = { size: A4, margin: { top: 1_420, bottom: 1_250, left: 1_250, right: 1_250 } };
  return Packer.toBuffer(
    new Document({
      title: title.join(' '),
      creator: footer,
      styles: { default: { document: { run: { font: SONG, size: 21 } } } },
      sections: [
        {
          properties: { page },
          children: [
            ...title.map((words, index) =>
              line(words, {
                font: HEI,
                size: titleSize(title),
                bold: true,
                alignment: AlignmentType.CENTER,
                before: index === 0 ? 3_400 : 200,
              }),
            ),
            ...cover.map(([label, value], index) =>
              line(`${label}：${value}`, { size: 28, before: index === 0 ? 3_400 : 300, left: 900 }),
            ),
          ],
        },
        {
          properties: { page },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [
                    new TextRun({ children: [`${footer}  `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
                  ],
                }),
              ],
            }),
          },
          children: blocks.flatMap(drawn),
        },
      ],
    }),
  );
}

function drawn(piece: ReportPiece): (Paragraph | Table)[] {
  switch (piece.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: piece.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          ...(piece.beginsPage && { pageBreakBefore: true }),
          spacing: { before: piece.level === 1 ? 360 : 240, after: 160 },
          children: [run(piece.text, { font: HEI, size: piece.level === 1 ? 28 : 23, bold: true, color: BLACK })],
        }),
      ];
    case 'paragraph':
      return piece.text.split('\n').map((words) => line(words, { after: 120 }));
    case 'note':
      return [line(piece.text, { size: 18, before: 100, after: 100 })];
    case 'signature':
      return piece.lines.map((words) => line(words, { before: 240, left: signatureLeft(piece.lines) }));
    case 'table':
      return [drawnTable(piece), line('', { size: 12 })];
  }
}

/** Where a signature begins: at a half of the page, or further left, so that its longest line is not broken. A character is 210 wide. */
function signatureLeft(lines: readonly string[]): number {
  const longest = Math.max(...lines.map((words) => words.length));
  return Math.max(0, Math.min(5_000, WIDTH - 210 * (longest + 1)));
}

function drawnTable({ shares, head, rows }: Extract<ReportPiece, { kind: 'table' }>): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((WIDTH * share) / whole));
  const cells = (words: readonly string[], bold: (column: number) => boolean) =>
    words.map(
      (word, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          ...(bold(column) && { shading: { fill: 'F0F2F4' } }),
          children: word.split('\n').map((part) => line(part, { bold: bold(column) && head.length > 0 })),
        }),
    );
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...(head.length === 0 ? [] : [new TableRow({ tableHeader: true, children: cells(head, () => true) })]),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: cells(row, (column) => head.length === 0 && column % 2 === 0),
          }),
      ),
    ],
  });
}

/** Headings of Word are blue by themselves. */
const BLACK = '000000';

interface Look {
  readonly color?: string;
  readonly font?: typeof SONG;
  readonly size?: number;
  readonly bold?: boolean;
}

interface Place {
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly before?: number;
  readonly after?: number;
  readonly left?: number;
}

function line(words: string, look: Look & Place = {}): Paragraph {
  const { alignment, before = 0, after = 0, left = 0, ...type } = look;
  return new Paragraph({
    ...(alignment && { alignment }),
    spacing: { before, after },
    indent: { left },
    children: [run(words, type)],
  });
}

function run(words: string, look: Look): TextRun {
  return new TextRun({ font: SONG, size: 21, ...look, text: words });
}
