/**
 * How long a scenario waits for what must come, and how often it looks. It is a bound for what never comes, not a promise of speed: on a
 * busy machine it may take several times ten seconds, the time after which Temporal gives a task to another worker.
 */
export const PATIENCE = { timeout: 60_000, interval: 50 } as const;
