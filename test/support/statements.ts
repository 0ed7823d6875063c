/** Counts the statements that this process sends to PostgreSQL: a measure of round trips that no load of the machine changes. */
import pg from 'pg';

export interface StatementCount {
  readonly sent: number;
  /** Stops counting. */
  stop(): void;
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

export function countStatements(): StatementCount {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  let sent = 0;
  prototype.query = function (...given) {
    sent += 1;
    return query.apply(this, given);
  };
  return {
    get sent() {
      return sent;
    },
    stop() {
      prototype.query = query;
    },
  };
}
