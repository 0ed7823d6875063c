/** What the two kinds of Temporal server of the embedded stack have in common. */
import { Connection } from '@temporalio/client';
import type { TemporalConnection } from '../config/temporal.ts';

/** Temporal's types of search attributes. */
export type SearchAttributeType = 'Keyword' | 'KeywordList' | 'Text' | 'Int' | 'Double' | 'Bool' | 'Datetime';

/** A search attribute to have. */
export interface SearchAttribute {
  name: string;
  type: SearchAttributeType;
}

/** A running Temporal server. */
export interface TemporalServer {
  /** host:port for clients and workers; stays the same over a restart */
  address: string;
  /** the web UI; undefined where none was asked for or the server has none */
  uiUrl: string | undefined;
  namespace: string;
  /** its process; of the last start */
  pid(): number;
  /** settles when the server has ended for whatever reason, with a sentence that says how; of the last start */
  ended(): Promise<string>;
  stop(): Promise<void>;
  /** ends it as a power cut would */
  kill(): Promise<void>;
  /** stops it if it runs and starts it again on the same ports with the same data */
  restart(): Promise<void>;
}

/**
 * Values without which each activity waits 50 to 100 ms: every queue of a history shard loads at most 20 times a second
 * by default (all queues of a development server are one shard).
 */
export const dynamicConfig: Readonly<Record<string, number>> = {
  'history.transferProcessorMaxPollRPS': 2000,
  'history.timerProcessorMaxPollRPS': 2000,
  'history.visibilityProcessorMaxPollRPS': 2000,
};

/** The search attribute types by their numbers in Temporal's protocol (enum IndexedValueType). */
export const indexedValueType: Readonly<Record<SearchAttributeType, number>> = {
  Text: 1,
  Keyword: 2,
  Int: 3,
  Double: 4,
  Bool: 5,
  Datetime: 6,
  KeywordList: 7,
};

/** Opens a connection (to an address alone: without TLS) for the span of `work`. It does not wait for the server: the first call finds out. */
export async function withConnection<T>(
  options: string | TemporalConnection,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = Connection.lazy(typeof options === 'string' ? { address: options } : options);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
