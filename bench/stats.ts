/** Figures of many measurements. */

/** The value below which this share of the values lies; `NaN` of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Pairwise ratios of measurements taken alternately: their median, the least and the greatest. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

export function ratioOf(product: readonly number[], bare: readonly number[]): Ratio {
  const ratios = product.map((value, index) => value / (bare[index] ?? Number.NaN));
  return { median: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) };
}

export interface Row {
  readonly measure: string;
  readonly product: string;
  readonly against: string;
  readonly ratio: Ratio | null;
  readonly goal: string;
  /** The single readings, for programs: in the unit of the words. */
  readonly figures?: Readonly<Record<string, readonly number[]>>;
}

/** A table for people, in Markdown. */
export function table(rows: readonly Row[]): string {
  return cells([
    ['measure', 'product', 'against', 'ratio (median)', 'spread', 'goal'],
    ...rows.map(({ measure, product, against, ratio, goal }) => [
      measure,
      product,
      against,
      ratio === null ? '' : ratio.median.toFixed(2),
      ratio === null ? '' : `${ratio.least.toFixed(2)} to ${ratio.greatest.toFixed(2)}`,
      goal,
    ]),
  ]);
}

/** Cells as a table in Markdown; the first row is its head. */
export function cells([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
