/**
 * How long a scenario waits for what must come, and how often it looks. It is a bound for what never comes, not a promise of speed: a
 * busy machine, or a worker that keeps no case in memory, may take several times ten seconds, the time after which Temporal gives a
 * task to somebody else.
 */
export const PATIENCE = { timeout: 60_000, interval: 50 } as const;
