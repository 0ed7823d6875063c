/** The words of the Anhui network: what its contracts and processes may name. */
import { anhuiBodies } from '../../rules/ah/bodies.ts';
import { ahRules, type AhValues } from '../../rules/ah/config.ts';
import type { Figures, FiguresByMonth, FigureName } from '../../rules/ah/figures.ts';
import type { MemberKind } from '../../rules/ah/indicators.ts';
import type { ReportPeriod, ReportState } from '../../rules/ah/reports.ts';
import type { YearlyTasks } from '../../rules/ah/tasks.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import { text } from '../../rules/text.ts';
import type { Day, Instant } from '../../rules/time/index.ts';
import { contractsOf } from '../engine/define.ts';

declare module '../engine/titled.ts' {
  /** What fields of this regime can name besides. */
  interface ReferredThings {
    member: true;
  }
}

/** What the records hold of the member that a case is about. */
export interface MemberRecord {
  readonly asOf: Instant;
  readonly byMonth: FiguresByMonth;
  readonly reports: Readonly<Record<ReportPeriod, ReportState>>;
  /** Yearly tasks by year (AH-OPS-01.6). */
  readonly tasks: Readonly<Record<string, YearlyTasks>>;
  /** Names of its titles and the like are in its summary; here are changes that it did not report (AH-OPS-05.4). */
  readonly unreported: readonly { readonly kind: string; readonly foundOn: Day }[];
}

/** A member with its figures up to an instant, as a bulletin has them. */
export interface MemberFigures {
  readonly party: PartyKey;
  readonly name: string;
  readonly kind: MemberKind;
  readonly byMonth: Readonly<Record<string, Figures>>;
}

/** The evaluation of a member in a year as the register has it. */
export interface Evaluated {
  readonly party: PartyKey;
  readonly kind: MemberKind;
  /** Null while it is not scored. */
  readonly total: number | null;
  /** Null while it is not ranked. */
  readonly rank: Rank | null;
  /** Null while its result is not notified. */
  readonly grade: string | null;
}

/** The place of a member among those of its kind (AH-EVAL-07.1). */
export interface Rank {
  readonly place: number;
  readonly of: number;
  /** It was ranked when results of its kind were notified already, which stay as they were told. */
  readonly late: boolean;
}

export interface AhReadings {
  /** Keys of the members in the register now. */
  readonly members: readonly PartyKey[];
  readonly memberRecord: MemberRecord;
  /** The record of the member, with the evaluations by year and the complaints that stand against it. */
  readonly scoringRecord: MemberRecord & {
    readonly evaluations: AhReadings['evaluations'];
    readonly complaints: readonly { readonly caseId: string; readonly day: Day }[];
  };
  /** Every member of the network. */
  readonly networkFigures: { readonly asOf: Instant; readonly members: readonly MemberFigures[] };
  /** The evaluations by year. */
  readonly evaluations: Readonly<Record<string, readonly Evaluated[]>>;
}

export interface AhWrites {
  /**
   * Counts something of a member; written again by the same case under the same key it takes the place of what it counted before. What several
   * cases count under one key counts once.
   */
  readonly figure: {
    readonly party: PartyKey;
    readonly figure: FigureName;
    readonly key: string;
    readonly n: number;
    readonly day: Day;
  };
}

export const contract = contractsOf<{ rules: AhValues; readings: AhReadings; writes: AhWrites }>('AH', {
  rules: ahRules.values,
  bodies: Object.fromEntries(anhuiBodies.map(({ id, name }) => [id, name])),
});

/** Who is evaluated and reports: a city platform by its officers, a resident institution by its members (AH-EVAL-01.1). */
export const member = {
  title: text('市级综合服务平台或者入驻服务机构', 'City platform or resident institution'),
  roles: ['provider', 'reviewer', 'manager'],
} as const;

/** Who is served. */
export const enterprise = { title: text('企业', 'Enterprise'), roles: ['consumer', 'contact'] } as const;

/** The registers of the network. */
export const registers = {
  members: 'ah.members',
  reports: 'ah.reports',
  tasks: 'ah.tasks',
  evaluations: 'ah.evaluations',
  whiteList: 'ah.listings.white',
  blackList: 'ah.listings.black',
  bulletins: 'ah.bulletins',
  changes: 'ah.changes',
} as const;

/** What a case about a member refers to. */
export function memberReference(party: PartyKey): string {
  return `member:${party}`;
}

/** Key of the member that a case is about; null if it is about none. */
export function memberOf(about: string | null): PartyKey | null {
  return about?.startsWith('member:') === true ? about.slice('member:'.length) : null;
}

/** Under which an institution of quality counts for who led it in: once a year, excellent or recognised or both (AH-EVAL-02.7). */
export function qualityKey(institution: PartyKey, year: number): string {
  return `${institution}:${year}`;
}
