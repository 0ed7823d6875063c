/** What a part of the examination answers. */

/** A part that has ended. */
export interface PartResult {
  readonly part: string;
  /** what is wrong, in words; none: it holds */
  readonly findings: readonly string[];
  /** figures for the table, by their names */
  readonly figures: Readonly<Record<string, number | string>>;
  readonly seconds: number;
}

/** The value below which this share of the values lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** How many answers there were of each class: `2xx`, `4xx` … */
export function byClass(statuses: readonly number[]): Record<string, number> {
  const classes: Record<string, number> = {};
  for (const status of statuses) {
    const name = `${Math.floor(status / 100)}xx`;
    classes[name] = (classes[name] ?? 0) + 1;
  }
  return classes;
}
