/** What each regime reads and writes of the records beside what every regime does: `<regime>/index.ts` exports it as `records`. */
import { besideRegimes } from '../workflows/beside.ts';
import type { Reader } from './readings.ts';
import type { RecordWriter } from './records.ts';

export interface RegimeRecords {
  readonly readers: Readonly<Record<string, Reader>>;
  readonly writers: Readonly<Record<string, RecordWriter>>;
}

/** By the code of the regime; one that needs nothing of its own is not there. */
export const regimeRecords = await besideRegimes<RegimeRecords>(import.meta.url, 'index', 'records');
