/** What each regime reads and writes of the records beside what every regime does: `<regime>/index.ts` exports it as `records`. */
import type { Database } from '../prisma/client.ts';
import type { Instant } from '../rules/time/index.ts';
import { besideRegimes } from '../workflows/beside.ts';
import type { Reader, ReaderOfMany } from './reader.ts';
import type { FormContact } from './form-contact.ts';
import type { recipientsOf } from './recipients.ts';
import type { RecordWriter } from './records.ts';

/** A form in which somebody is named to be written to. */
export interface ContactForm {
  /** True where the party itself filled it in; false where a body did for it, whose word counts in that case alone. */
  readonly filedByParty: boolean;
  /** The contact in the data of the form; null if it names none. */
  readonly read: (data: unknown) => FormContact | null;
}

export interface RegimeRecords {
  readonly readers?: Readonly<Record<string, Reader>>;
  /** Of some of the readers, what takes their reading for many cases at once. */
  readonly readersOfMany?: Readonly<Record<string, ReaderOfMany>>;
  readonly writers?: Readonly<Record<string, RecordWriter>>;
  /** By kind of case. */
  readonly contactForms?: Readonly<Record<string, ContactForm>>;
  /**
   * Does the next piece of work that is no step of a case, each piece a transaction; false if there is none. Who a notice goes to it is handed,
   * since that is itself found by what regimes say here.
   */
  readonly workBeside?: (database: Database, now: Instant, whoGets: typeof recipientsOf) => Promise<boolean>;
}

/** By the code of the regime; one that needs nothing of its own is not there. */
export const regimeRecords = await besideRegimes<RegimeRecords>(import.meta.url, 'index', 'records');
