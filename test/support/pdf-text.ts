/** What a PDF says and where, for tests. */
import { getDocumentProxy } from 'unpdf';

/** Words that stand in one line; in points from the upper left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
  /** Names of the fonts it uses. */
  readonly fonts: readonly string[];
}

interface Item {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

/** The pages of a PDF. */
export async function pdfPages(pdf: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const said = items.filter((item): item is typeof item & Item => 'str' in item && item.str !== '');
    // The names of fonts are known once the page has been read as a whole.
    await page.getOperatorList();
    const fonts = [...new Set(said.map(({ fontName }) => fontName))].map(
      (name) => (page.commonObjs.get(name) as { name: string }).name,
    );
    pages.push({ width, height, lines: linesOf(said, height), fonts });
  }
  return pages;
}

function linesOf(items: readonly Item[], height: number): PdfLine[] {
  const lines = new Map<number, Item[]>();
  for (const item of items) {
    const y = Math.round(height - (item.transform[5] ?? 0));
    lines.set(y, [...(lines.get(y) ?? []), item]);
  }
  return [...lines].map(([y, parts]) => {
    const starts = parts.map(({ transform }) => transform[4] ?? 0);
    const ends = parts.map(({ transform, width }) => (transform[4] ?? 0) + width);
    const x = Math.min(...starts);
    return {
      y,
      x,
      width: Math.max(...ends) - x,
      text: parts
        .map(({ str }) => str)
        .join('')
        .trim(),
    };
  });
}
