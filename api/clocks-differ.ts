/**
 * By so much the clocks of the API and of the database may differ. What lies further ahead was written under a clock that was set back since: it
 * says nothing of now, and nobody waits until the clock has come to it again.
 */
export const CLOCKS_DIFFER_MS = 60_000;
