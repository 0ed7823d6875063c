/** How long a process waits for the database before it says that it does not answer. Milliseconds of the machine's clock. */
export interface DatabaseTimeouts {
  /** For a connection: a new one, or a free one of the pool. */
  readonly connectMs: number;
  /** For one statement, kept by the server, which then rolls back: it is busy, and the connection stays good. */
  readonly statementMs: number;
  /** For the answer to one statement, kept by this side: the server says nothing, and the connection is given up. */
  readonly queryMs: number;
}

/** What holds unless the environment says otherwise; see docs/operations.md. */
export const DATABASE_TIMEOUTS: DatabaseTimeouts = { connectMs: 5_000, statementMs: 10_000, queryMs: 12_000 };
