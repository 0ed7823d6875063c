/** Whether the database cannot serve just now, told from what its library throws. It is no fault of the request, which can come again. */
import { isUnanswered } from './bounded-connection.ts';

/** What is the matter with the database. */
export type DatabaseOutage =
  /** It does not answer, refuses connections, or is too busy. */
  | 'AWAY'
  /** It takes no writes: a stand-by server, or a full disk. */
  | 'READ_ONLY'
  /** Two changes met and this one was rolled back. */
  | 'CONFLICT';

/** SQLSTATE codes, and classes of them by their first two characters. */
const SQL_STATES: Readonly<Record<string, DatabaseOutage>> = {
  '08': 'AWAY', // connection exceptions
  '53': 'AWAY', // too many connections, no memory, no disk
  '57': 'AWAY', // cancelled, shut down, starting up
  '28': 'AWAY', // the password of the process is refused
  '3D000': 'AWAY', // there is no such database
  '25P03': 'AWAY', // idle for too long within a transaction
  '25P04': 'AWAY', // the transaction took too long
  '55P03': 'AWAY', // a lock was not to be had
  '25006': 'READ_ONLY',
  '53100': 'READ_ONLY', // the disk is full
  '40': 'CONFLICT', // serialization failure, deadlock
  '0A000': 'CONFLICT', // a statement was planned for tables that a migration has changed since
};

/** Codes of Prisma: not reachable, timed out, refused, closed, no connection free, no transaction to be had. */
const PRISMA_CODES: Readonly<Record<string, DatabaseOutage>> = {
  P1000: 'AWAY',
  P1001: 'AWAY',
  P1002: 'AWAY',
  P1003: 'AWAY',
  P1008: 'AWAY',
  P1010: 'AWAY',
  P1011: 'AWAY',
  P1017: 'AWAY',
  P2024: 'AWAY',
  P2028: 'AWAY',
  P2037: 'AWAY',
  P2034: 'CONFLICT',
};

/** Kinds of the driver adapter for what has no SQLSTATE. */
const ADAPTER_KINDS: Readonly<Record<string, DatabaseOutage>> = {
  DatabaseNotReachable: 'AWAY',
  ConnectionClosed: 'AWAY',
  SocketTimeout: 'AWAY',
  TlsConnectionError: 'AWAY',
  TooManyConnections: 'AWAY',
  AuthenticationFailed: 'AWAY',
  DatabaseDoesNotExist: 'AWAY',
  DatabaseAccessDenied: 'AWAY',
  TransactionWriteConflict: 'CONFLICT',
};

/** What the driver says when a connection is not to be had, or breaks. */
const DRIVER_MESSAGES =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** What the system says of a connection, by `code`. */
const NETWORK = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What is the matter with the database, if that is why this was thrown; null for every other failure. */
export function databaseOutage(failure: unknown): DatabaseOutage | null {
  for (const part of partsOf(failure)) {
    const outage = outageOf(part);
    if (outage !== null) return outage;
  }
  return null;
}

interface Part {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly message?: unknown;
}

function outageOf(part: Part): DatabaseOutage | null {
  const state = [part.originalCode, part.code].find(
    (code): code is string => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code),
  );
  if (state !== undefined) {
    const found = SQL_STATES[state] ?? PRISMA_CODES[state] ?? SQL_STATES[state.slice(0, 2)];
    if (found !== undefined) return found;
  }
  if (typeof part.code === 'string' && NETWORK.test(part.code)) return 'AWAY';
  if (typeof part.kind === 'string' && ADAPTER_KINDS[part.kind] !== undefined) return ADAPTER_KINDS[part.kind] ?? null;
  return isUnanswered(part) || (part instanceof Error && DRIVER_MESSAGES.test(part.message)) ? 'AWAY' : null;
}

/** The failure with what it was caused by, as Prisma, its adapter and the account library wrap it. */
function partsOf(failure: unknown): Part[] {
  const parts: Part[] = [];
  for (let at = failure; typeof at === 'object' && at !== null && parts.length < 10;) {
    parts.push(at);
    const { cause, meta } = at as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
    at = cause ?? meta?.driverAdapterError;
  }
  return parts;
}
