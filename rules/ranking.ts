/** Who stands where by a score: equal scores share a place, whoever reckons it and in whatever order (SH-EVAL-03.2, HN-BASE-03.3). */

/** Something that is ranked by its score. */
export interface Ranked {
  readonly id: string;
  /** Null for one that is not scored yet: it has no place. */
  readonly score: number | null;
}

/** Where something stands among the others. */
export interface Placed {
  /** From 1; null without a score. */
  readonly place: number | null;
  /** Another one has the same score. */
  readonly isTied: boolean;
}

/**
 * The entries with their places, the best first. Equal scores share a place, and the next place is left out: 1, 2, 2, 4. It follows from the scores alone,
 * whatever order the entries come in; those of one place stand in the order of their ids, and those without a score last.
 */
export function ranking<E extends Ranked>(entries: readonly E[]): (E & Placed)[] {
  const sorted = [...entries].sort((one, other) => {
    if (one.score !== other.score) return (other.score ?? -Infinity) - (one.score ?? -Infinity);
    return one.id < other.id ? -1 : 1;
  });
  const [first, count] = [new Map<number, number>(), new Map<number, number>()];
  for (const [at, { score }] of sorted.entries()) {
    if (score === null) continue;
    if (!first.has(score)) first.set(score, at + 1);
    count.set(score, (count.get(score) ?? 0) + 1);
  }
  return sorted.map((entry) => ({
    ...entry,
    place: entry.score === null ? null : (first.get(entry.score) ?? null),
    isTied: entry.score !== null && (count.get(entry.score) ?? 0) > 1,
  }));
}
