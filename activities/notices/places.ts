/** How many notices may be under way at once, and how many are. */
export interface Places {
  readonly free: number;
  take(count: number): void;
  /** One of them is dealt with. */
  leave(): void;
  /** Resolves when there is a free place. */
  untilFree(): Promise<void>;
}

export function createPlaces(most: number): Places {
  let taken = 0;
  let waiting: (() => void)[] = [];
  return {
    get free() {
      return Math.max(0, most - taken);
    },
    take(count) {
      taken += count;
    },
    leave() {
      taken -= 1;
      if (taken >= most) return;
      for (const wake of waiting) wake();
      waiting = [];
    },
    untilFree() {
      return taken < most ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
    },
  };
}
