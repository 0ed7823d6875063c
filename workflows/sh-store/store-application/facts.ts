/** What a store application is opened with and what its case remembers. */
import type { Phrase } from '../../../rules/notices.ts';
import type {
  Judgement,
  ItemKey,
  JudgementKey,
  LimbFinding,
  LimbKey,
  Waiver,
} from '../../../rules/sh-store/eligibility.ts';
import type { ApplicationFigures } from '../../../rules/sh-store/form.ts';
import type { Recommendation, Route, TrialMerit } from '../../../rules/sh-store/routes.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

/** A letter that is on file, with who lodged it and when. */
export type Letter = Recommendation & {
  readonly id: string;
  readonly recommenderId: string;
  /** The department, as a party of the case. */
  readonly recommendingParty: PartyKey;
  readonly receivedAt?: Instant;
};

/** What an application is opened with. Names and contacts stay in the form's record. */
export interface StoreApplicationOpening {
  readonly route: Route;
  readonly figures: ApplicationFigures;
  /** The letter it relies on. */
  readonly recommendation: Letter | null;
  /** A letter that was on file and is not relied on; the review may come back to it. */
  readonly onFile?: Letter | null;
  readonly invitation: { readonly caseId: string; readonly invitedOn: Day; readonly lastDay: Day } | null;
}

/** What the reviewer ticks at the preliminary review (SH-STORE-04.1). */
export const MATERIALS = ['licence', 'figures', 'staff', 'premises', 'creditScreenshot'] as const;

/** What these are called. */
export const materialTitles: Readonly<Record<(typeof MATERIALS)[number], Text>> = {
  licence: text('证照', 'Licence'),
  figures: text('经营数据', 'Figures'),
  staff: text('人员情况', 'Staff'),
  premises: text('经营场所', 'Premises'),
  creditScreenshot: text('信用查询截图', 'Screenshot of the credit record'),
};

/** What a rejection can cite: the conditions, the trial route, honest dealing, the form, the review itself (XC-05.1). */
export const REJECTION_CLAUSES = [
  'SH-STORE 一.1(1)',
  'SH-STORE 一.1(2)',
  'SH-STORE 一.1(3)',
  'SH-STORE 一.1(4)',
  'SH-STORE 一.1(5)',
  'SH-STORE 一.2',
  'SH-STORE 一.3',
  'SH-STORE 二.1',
  'SH-STORE 二.2',
] as const;

export type Checked = 'OK' | 'DEFICIENT';

/** An item that only some applicants have may be marked as not applicable. */
export type Verified = Checked | 'NOT_APPLICABLE';

/** An appointment as the reviewer sets it; `originals` are those to bring beside the usual ones. */
export interface Appointment {
  readonly at: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly requirements: readonly string[];
  readonly originals: readonly string[];
}

/** An original that is looked at in the interview. */
export interface Original {
  readonly key: string;
  readonly title: Phrase;
  readonly ifAny: boolean;
}

/** The appointment as it stands: its list of originals is frozen when it is made (SH-STORE-05.2). */
export interface Interview extends Omit<Appointment, 'originals'> {
  readonly originals: readonly Original[];
  readonly sequence: number;
}

export interface StoreApplicationFacts {
  route: Route;
  appliedOn: Day;
  figures: ApplicationFigures;
  recommendation: Letter | null;
  onFile?: Letter | null;
  invitation: StoreApplicationOpening['invitation'];
  judgements: Partial<Record<JudgementKey, Judgement>>;
  merits?: Partial<Record<TrialMerit, Judgement>>;
  findings?: Partial<Record<LimbKey, LimbFinding>>;
  waivers: Partial<Record<ItemKey, Waiver>>;
  overrides: Partial<Record<ItemKey, Waiver>>;
  materials: Record<string, Checked>;
  credit: {
    result: 'CLEAR' | 'HIT';
    source: string;
    checkedOn: Day;
    operatingRisk: boolean;
    /** The limbs of condition (5) that the hit touches. */
    touches?: readonly LimbKey[];
  } | null;
  interview: Interview | null;
  /** Moves that the applicant asked for or caused. */
  reschedulings: number;
  absenceExplained: boolean;
  verified: Record<string, Verified>;
  commitmentFileId: string | null;
}
