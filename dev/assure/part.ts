/** What a part of the examination answers. */

/** What the parts are called. */
export const PARTS = { kills: 'kills in traffic', calls: 'generated calls' } as const;

/** A part that has ended. */
export interface PartResult {
  readonly part: string;
  /** what is wrong, in words; none: it holds */
  readonly findings: readonly string[];
  /** figures for the table, by their names */
  readonly figures: Readonly<Record<string, number | string>>;
  readonly seconds: number;
}

/** Said of a piece of an examination that failed itself: it cannot be passed. */
export function brokeOff(what: string, failure: unknown): string {
  return `${what}: the examination broke off: ${failure instanceof Error ? failure.message : String(failure)}`;
}

/** A part of the examination; if it fails itself, its result says so, and the results of the other parts are kept. */
export async function partNamed(part: string, examine: () => Promise<PartResult>): Promise<PartResult> {
  const began = Date.now();
  try {
    return await examine();
  } catch (failure) {
    return { part, findings: [brokeOff(part, failure)], figures: {}, seconds: (Date.now() - began) / 1_000 };
  }
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
