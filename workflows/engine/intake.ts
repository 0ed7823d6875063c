/**
 * How a case is filed from outside: the form, and the pure function that turns a form into a case. It lies beside a process in
 * `intake.ts` as `<kind>Intake`; the contract's `intake` says who may file. Not for workflow code.
 */
import type { z } from 'zod';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Body, Person } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { RuleValues } from './state.ts';

/**
 * What of the records a filing needs: entries of registers by party, or all of a register; earlier cases of kinds by subject or
 * reference; and what cases of the regime can be about, by its reference, e.g. `product:…`. Where it looks for earlier cases of its own kind, one filing
 * at a time is decided on by that subject or reference.
 */
export interface LookUp {
  readonly entries?: readonly { readonly register: string; readonly party: PartyKey }[];
  /** Registers of which all entries are needed: small ones, such as that of the windows. */
  readonly registers?: readonly string[];
  readonly things?: readonly string[];
  readonly cases?: readonly { readonly kind: string; readonly subject?: PartyKey; readonly about?: string }[];
}

/** An entry of a register as it stands. */
export interface FoundEntry {
  readonly register: string;
  readonly party: PartyKey;
  readonly name: string;
  readonly status: string;
  /** The body that keeps the entry, e.g. the platform that brought a provider in. */
  readonly bodyId: string;
  readonly region: string;
  /** The day from which it holds; left out where a test does not say. */
  readonly validFrom?: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Something that cases are about, as the records have it; which references there are and what `data` holds is the regime's matter. */
export interface FoundThing {
  readonly reference: string;
  /** Whom it belongs to. */
  readonly party: PartyKey;
  /** Name of that party, or of the thing. */
  readonly name: string;
  /** The body that handles cases about it. */
  readonly bodyId: string;
  readonly region: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FoundCase {
  readonly id: string;
  readonly kind: string;
  readonly subject: PartyKey;
  readonly about: string | null;
  readonly stage: string;
  readonly isOpen: boolean;
  /** What it was opened with, as its kind has it. */
  readonly opening?: Readonly<Record<string, unknown>>;
}

/** What a filing is decided on. */
export interface Filed<Form> {
  readonly form: Form;
  /** Who files: an account, or a contact with the one office `{ role: 'contact', party }`. */
  readonly filer: Person;
  /** The party that the filer acts for in this filing. */
  readonly party: PartyKey;
  /** Name of the filer as the account or the contact has it. */
  readonly filerName: string;
  readonly now: Instant;
  /** The newest rules of the regime. */
  readonly rules: RuleValues;
  readonly entries: readonly FoundEntry[];
  readonly cases: readonly FoundCase[];
  /** In the order of the look-up; one that does not exist is left out. */
  readonly things?: readonly FoundThing[];
}

/** The case that a filing becomes. Names and contacts go into the form's record and never into `opening`. */
export interface Filing {
  readonly subject: PartyKey;
  /** Name of the subject, for lists. */
  readonly title: string;
  readonly parties: Readonly<Record<string, readonly PartyKey[]>>;
  readonly body: Body;
  readonly bodies?: Readonly<Record<string, Body>>;
  readonly about?: string;
  readonly opening: object;
}

/** A thing that is to be handed in, and how it stands in a form as far as that is filled in. */
export interface ChecklistLine {
  readonly key: string;
  readonly title: Text;
  /** When it must be handed in, in words. */
  readonly needed: Text;
  /** Its number in each list that the regulation has of such things. */
  readonly numbers: readonly { readonly list: Text; readonly number: number }[];
  readonly state: 'FILED' | 'MISSING' | 'NOT_APPLICABLE';
  /** What is missing or wrong in it; empty unless the state is MISSING. */
  readonly lacking: readonly Text[];
  /** What does not stand in the way and should be put right all the same. */
  readonly warnings: readonly Text[];
  /** Paths of the form in which it is filled in, e.g. `materials.fees`. */
  readonly fields: readonly string[];
}

/** What a checklist is held against. */
export interface ChecklistGiven {
  /** Now, or for a case when it was handed in. */
  readonly now: Instant;
  /** The newest rules of the regime; those of a case for its form. */
  readonly rules: RuleValues;
  /** Under which name a file was uploaded; undefined for one that the reader may not have. */
  readonly nameOf: (fileId: string) => string | undefined;
}

/** Pure, and for forms that are half filled in: what cannot be read of them counts as not there. */
export type Checklist = (form: Readonly<Record<string, unknown>>, given: ChecklistGiven) => readonly ChecklistLine[];

export interface Intake<Schema extends z.ZodType = z.ZodType> {
  readonly form: Schema;
  /** What is to be handed in, line by line; a form whose files need no list of their own has none. */
  readonly checklist?: Checklist;
  /** When what the checklist looks at was handed in, by the facts of its case; null while it was not. */
  readonly handedInAt?: (facts: Readonly<Record<string, unknown>>) => Instant | null;
  /** The form as its record has it later, where actions lay something beside what was filed. Left out, it is that of `form`. */
  readonly record?: z.ZodType;
  lookUp?(form: z.output<Schema>, party: PartyKey): LookUp;
  /** Pure. @throws Refusal that says what is wrong with the form, or why no case is opened */
  file(filed: Filed<z.output<Schema>>): Filing;
}

/** Checks an intake against its form. */
export function intake<Schema extends z.ZodType>(definition: Intake<Schema>): Intake<Schema> {
  return definition;
}
