/** What each regime brings to the API beside its processes. */
import type { ZodType } from 'zod';
import type { Database, Transaction } from '../prisma/client.ts';
import type { Case, Form } from '../prisma/generated/client.ts';
import type { AuditedChange } from '../rules/audit.ts';
import type { FoundThing } from '../workflows/engine/intake.ts';
import type { Regime, RegimeBody } from '../workflows/engine/regime.ts';
import type { RecordedState, RuleValues } from '../workflows/engine/state.ts';
import type { AtOneBody } from './abilities.ts';
import type { CaseReferables } from './case-referables.ts';
import type { Route } from './http/route.ts';
import { besideRegimes, intakes } from '../workflows/beside.ts';
import { regimes } from '../workflows/regimes.ts';
import type { Interpretation, RegulationText } from '../rules/book/clauses.ts';
import type { Text } from '../rules/text.ts';
import type { Instant } from '../rules/time/index.ts';

/** What is at hand of a case that is shown: with its forms, the newest first. */
type ShownRow = Pick<Case, 'kind' | 'regime' | 'ruleVersion'> & { readonly forms: readonly Pick<Form, 'data'>[] };

/** What a case shows beside what every case shows. */
export type CaseExtras = (
  database: Database,
  row: ShownRow,
  state: RecordedState,
  now: Instant,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** What of the regime has its records sealed, so that a case belongs to them: what is read of it is on record, and nothing of it changes. */
export type FindSealed = (
  database: Database,
  row: Pick<Case, 'kind' | 'about'>,
) => Promise<AuditedChange['object'] | null>;

/** Finds what a case of the regime is to be about; null if there is no such thing. Of what it finds, nothing changes before `tx` ends. */
export type FindThing = (tx: Transaction, reference: string) => Promise<FoundThing | null>;

/** A ground of a closed list that the rules know: a condition, a duty, a reason, with the passage that it rests on. */
export interface KnownGround {
  readonly title: Text;
  readonly clause: string;
}

/** The documents of a regime clause by clause, how they are read, and what the rules beside their values know of them. */
export interface RegimeLaw {
  readonly texts: readonly RegulationText[];
  readonly interpretations: readonly Interpretation[];
  readonly grounds: readonly KnownGround[];
}

/** What the conditions of a case come out at under other rules than its own. */
export type JudgeConditions = (state: RecordedState, rules: RuleValues) => ConditionsJudged;

export interface ConditionsJudged {
  /** How they come out, as a code to compare, and in words. */
  readonly result: string;
  readonly inWords: Text;
  /** The conditions that are not met. */
  readonly notMet: readonly Text[];
}

/** Ids with their titles, by what a field refers to (`x-refers`). */
export type LiveChoices = Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Bodies of a regime that came or went since it was declared. */
export interface LiveBodies {
  readonly added: readonly RegimeBody[];
  /** Ids of those at which no office can be held any more. */
  readonly ended: readonly string[];
  /** What the regions are called that came with them. */
  readonly regionTitles: Readonly<Record<string, Text>>;
}

export interface RegimeFace {
  readonly law: RegimeLaw;
  readonly routes: readonly Route[];
  /** Pages that everybody may read. */
  readonly pages?: readonly Route[];
  /** By kind of case; one that shows nothing more is not named. */
  readonly caseExtras?: Readonly<Record<string, CaseExtras>>;
  /** By kind of case: what its actions name that belongs to the case itself. */
  readonly caseReferables?: Readonly<Record<string, CaseReferables>>;
  /** By kind of case whose conditions can be judged again from what is recorded of it (XC-06.2). */
  readonly conditions?: Readonly<Record<string, JudgeConditions>>;
  /** What kinds that have no intake are filed with, by kind: by a door of the regime's own. */
  readonly forms?: Readonly<Record<string, ZodType>>;
  /** What fields of its forms can name that stands in the records: what can be chosen now, and what a form of earlier may name. */
  readonly choices?: (database: Database) => Promise<{ readonly now: LiveChoices; readonly ever: LiveChoices }>;
  /** Bodies that stand in the records instead of the regime; left out where the declared ones are all there are. */
  readonly bodies?: (database: Database) => Promise<LiveBodies>;
  /** Abilities that its people have at one of its bodies alone. */
  readonly atOneBody?: AtOneBody;
  readonly findSealed?: FindSealed;
  /** What its cases can be about. */
  readonly findThing?: FindThing;
  /** Registers whose entries with these statuses everybody may find by name; public registers are found without being named here. */
  readonly namedParties?: Readonly<Record<string, readonly string[]>>;
  /** Registers that everybody may read, by name; one that is not named is for the cases alone. */
  readonly publicRegisters?: Readonly<Record<string, PublicRegister>>;
}

/** What is said of a public register beside its entries. */
export interface PublicRegister {
  readonly title: Text;
  readonly statuses: Readonly<Record<string, Text>>;
}

/** By the code of the regime: `<regime>/face.ts` exports it as `face`. A regime whose cases need no doors of their own has none. */
const faces = await besideRegimes<RegimeFace>(import.meta.url, 'face', 'face');

/** What the regimes bring, in one list. */
export const regimeFaces: readonly RegimeFace[] = Object.values(faces);

const forms: Readonly<Record<string, ZodType>> = Object.fromEntries(
  regimeFaces.flatMap((face) => Object.entries(face.forms ?? {})),
);

/** Of all regimes; see {@link RegimeFace.atOneBody}. */
export const atOneBody: AtOneBody = Object.fromEntries(
  regimeFaces.flatMap((face) => Object.entries(face.atOneBody ?? {})),
);

/** The public registers of all regimes. */
export const publicRegisters: Readonly<Record<string, PublicRegister>> = Object.fromEntries(
  regimeFaces.flatMap((face) => Object.entries(face.publicRegisters ?? {})),
);

/** By kind of case, of all regimes; see {@link RegimeFace.caseReferables}. */
export const caseReferables: Readonly<Record<string, CaseReferables>> = Object.fromEntries(
  regimeFaces.flatMap((face) => Object.entries(face.caseReferables ?? {})),
);

/** Registers besides the public ones whose entries everybody may find by name, if they have one of these statuses. */
export const namedParties: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  regimeFaces.flatMap((face) => Object.entries(face.namedParties ?? {})),
);

/** The documents of a regime. */
export function lawOf(regime: string): RegimeLaw {
  return faces[regime]?.law ?? { texts: [], interpretations: [], grounds: [] };
}

/** What the record of a form holds, for cases of a kind; undefined for a kind that nobody files. */
export function recordedForm(kind: string): ZodType | undefined {
  const intake = intakes[kind];
  return intake?.record ?? intake?.form ?? forms[kind];
}

/** By kind, of one regime; see {@link RegimeFace.conditions}. */
export function conditionsOf(regime: string): Readonly<Record<string, JudgeConditions>> {
  return faces[regime]?.conditions ?? {};
}

/** What fields of the forms of a regime can name that stands in the records; undefined if nothing does. */
export async function choicesOf(database: Database, regime: string) {
  return faces[regime]?.choices?.(database);
}

/** Each regime with the bodies that came or went since it was declared. */
export function liveBodies(database: Database): Promise<readonly (LiveBodies & { readonly regime: Regime })[]> {
  const none: LiveBodies = { added: [], ended: [], regionTitles: {} };
  return Promise.all(
    regimes.map(async (regime) => ({ regime, ...((await faces[regime.code]?.bodies?.(database)) ?? none) })),
  );
}

/** Finds what a case of a regime is to be about. */
export async function findThings(
  tx: Transaction,
  regime: string,
  references: readonly string[],
): Promise<FoundThing[]> {
  const { findThing } = faces[regime] ?? {};
  if (findThing === undefined) return [];
  const found: FoundThing[] = [];
  for (const reference of references) {
    const thing = await findThing(tx, reference);
    if (thing !== null) found.push(thing);
  }
  return found;
}

/** What has its records sealed, a case among them; null if its records are open. */
export async function findSealed(
  database: Database,
  row: Pick<Case, 'kind' | 'about' | 'regime'>,
): Promise<AuditedChange['object'] | null> {
  return (await faces[row.regime]?.findSealed?.(database, row)) ?? null;
}

/** What the regime of a case shows of it besides; nothing for one that is not open yet. */
export async function caseExtras(
  database: Database,
  row: ShownRow,
  state: RecordedState | null,
  now: Instant,
): Promise<Record<string, unknown>> {
  const extras = faces[row.regime]?.caseExtras?.[row.kind];
  return extras === undefined || state === null ? {} : extras(database, row, state, now);
}
