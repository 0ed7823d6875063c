/** A measurement of `npm run bench`: one file each in `measurements/`. */
import type { Ratio, Row } from './stats.ts';
import { median, ratioOf } from './stats.ts';
import type { Stage } from './stage.ts';

/** How much is done; `--quick` does less. */
export interface Plan {
  readonly pairs: number;
  /** Of one side of a pair. */
  readonly seconds: number;
  readonly heapPairs: number;
  readonly heapCases: number;
  readonly replays: number;
  readonly ledgerLines: number;
  readonly timelineLines: number;
  readonly serviceRecords: number;
  /** Of the platform, about one store. */
  readonly factsADay: number;
  readonly openings: number;
  readonly kills: number;
}

export const PLANS: Readonly<Record<'quick' | 'whole', Plan>> = {
  quick: {
    ...{ pairs: 2, seconds: 3, heapPairs: 1, heapCases: 50, replays: 20 },
    ...{ ledgerLines: 100_000, timelineLines: 200_000, serviceRecords: 100_000, factsADay: 10, openings: 40, kills: 1 },
  },
  whole: {
    ...{ pairs: 3, seconds: 8, heapPairs: 3, heapCases: 150, replays: 100 },
    ...{
      ledgerLines: 1_000_000,
      timelineLines: 10_000_000,
      serviceRecords: 1_000_000,
      factsADay: 100,
      openings: 300,
      kills: 5,
    },
  },
};

export interface Measurement {
  /** As `--only` names it. */
  readonly name: string;
  /** What is measured, said while it is. */
  readonly what: string;
  measure(stage: Stage, plan: Plan): Promise<Row[]>;
}

/** Each side in turn, and again: what the machine does meanwhile happens to all of them. */
export async function alternately<T, Side extends string>(
  pairs: number,
  sides: Readonly<Record<Side, () => Promise<T>>>,
): Promise<Record<Side, T[]>> {
  const names = Object.keys(sides) as Side[];
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, T[]>;
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const name of names) taken[name].push(await sides[name]());
  }
  return taken;
}

/** A row of two figures that were taken alternately. */
export function pairedRow(row: {
  readonly measure: string;
  readonly product: readonly number[];
  readonly against: readonly number[];
  /** What it is held against. */
  readonly by: string;
  readonly words: (value: number) => string;
  /** `product / against` unless said. */
  readonly ratio?: 'product / against' | 'against / product';
  readonly goal: string;
}): Row {
  const { measure, product, against, by, words, goal } = row;
  const ratio: Ratio = row.ratio === 'against / product' ? ratioOf(against, product) : ratioOf(product, against);
  return {
    measure,
    product: words(median(product)),
    against: `${words(median(against))} ${by}`,
    ratio,
    goal,
    figures: { product, against },
  };
}

export const inMs = (value: number) => `${value.toFixed(1)} ms`;
