/** The words of the assessment: what its contracts and processes may name. */
import { assessmentBodies, ASSESSOR, COMMISSION } from '../../rules/sh-eval/bodies.ts';
import { shEvalRules, type ShEvalValues } from '../../rules/sh-eval/config.ts';
import type { Issue } from '../../rules/issue.ts';
import { unitKey, type PartyKey } from '../../rules/parties/party.ts';
import type { PointsOfYear } from '../../rules/sh-eval/store-points.ts';
import type { Body } from '../../rules/roles.ts';
import { text, type Text } from '../../rules/text.ts';
import type { Day } from '../../rules/time/index.ts';
import { contractsOf } from '../engine/define.ts';

/** The points that the stores of an institution have in the ledger (SH-EVAL-08.3, 08.4). */
export interface StorePoints extends PointsOfYear {
  /** The last day that counts. */
  readonly asOf: Day;
  /** The stores of the institution; none for one that has no store, whose points are 0 (SH-EVAL-02.12). */
  readonly stores: readonly string[];
}

/** What the entry holds on the day on which it is handed in, and the points of its stores. */
export interface SubmissionReading {
  readonly points: StorePoints;
  /** What is to be put right before it can be handed in (SH-EVAL-01.1, 04, 12, 13); nothing if it is complete. */
  readonly issues: readonly Issue[];
}

/** How the entry stands to the basic conditions, as of the day on which it was handed in (SH-EVAL-02). */
export interface ConditionsReading {
  /** What is not met, with what was found and what is needed. */
  readonly notMet: readonly { readonly title: Text; readonly found: Text; readonly needed: Text }[];
  /** Why the headcount cannot be relaxed; null if it can (SH-EVAL-02.3). */
  readonly headcountStands: Text | null;
}

/** The marks of one assessor, by indicator. */
export interface ScoreSheet {
  readonly assessor: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly note: string | null;
}

/** What cases of the assessment read of the records. */
export interface ShEvalReadings {
  readonly storePoints: StorePoints;
  readonly submission: SubmissionReading;
  readonly conditions: ConditionsReading;
  /** The sheets that were filed for the entry, the earliest first; nobody reads them before they are opened. */
  readonly scoreSheets: readonly ScoreSheet[];
  /** The stage of the campaign that an entry is about; its outcome once it is closed. */
  readonly campaignStage: string;
}

export const contract = contractsOf<{ rules: ShEvalValues; readings: ShEvalReadings; writes: object }>('SH_EVAL', {
  rules: shEvalRules.values,
  bodies: Object.fromEntries(assessmentBodies.map(({ id, name }) => [id, name])),
});

/** Who is assessed. */
export const institution = { title: text('服务机构', 'Service institution'), roles: ['provider'] } as const;

/** The department of the district: it handles the entry first, and follows what becomes of it. */
export const department = {
  title: text('区主管部门', 'District department'),
  roles: ['reviewer'],
  follows: true,
} as const;

/**
 * The registers of the assessment: the municipal SME service institutions with the terms for which they were listed (SH-EVAL-09.3), and
 * the score sheets of the entries, which no list shows.
 */
export const registers = { institutions: 'sh-eval.institutions', sheets: 'sh-eval.score-sheets' } as const;

/** What the campaign of a year and its entries are about. */
export function campaignReference(year: number): string {
  return `campaign:${year}`;
}

/** The year of the campaign that a case is about; null if it is about none. */
export function campaignYearOf(about: string | null): number | null {
  const [, year] = /^campaign:(\d{4})$/.exec(about ?? '') ?? [];
  return year === undefined ? null : Number(year);
}

const body = (id: string): Body => ({ bodyId: id, region: 'SH' });

/** The commission as a body and as a party. */
export const commission: { readonly body: Body; readonly party: PartyKey } = {
  body: body(COMMISSION),
  party: unitKey(COMMISSION),
};

/** The third party that assesses. */
export const assessor: Body = body(ASSESSOR);
