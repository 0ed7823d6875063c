/** What each regime reads and writes of the records beside what every regime does. */
import type { Reader } from './readings.ts';
import type { RecordWriter } from './records.ts';
import { shStoreReaders } from './sh-store/readings.ts';
import { shStoreWriters } from './sh-store/records.ts';

interface RegimeRecords {
  readonly readers: Readonly<Record<string, Reader>>;
  readonly writers: Readonly<Record<string, RecordWriter>>;
}

/** By the code of the regime; one that needs nothing of its own is not named. */
export const regimeRecords: Readonly<Record<string, RegimeRecords>> = {
  SH_STORE: { readers: shStoreReaders, writers: shStoreWriters },
};
