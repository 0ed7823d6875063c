/** The sheet of an evaluation, row by row, with what its data and summary say of each (table 4.21): what the department scores on, and no marks. */
import { entry, listed } from '../phrases.ts';
import { text, type Text } from '../text.ts';
import { figures as figureTitles, lacksPublicBenefit, satisfaction, type FigureName, type Figures } from './figures.ts';
import {
  bases,
  extras,
  indicatorGroups,
  indicators,
  sheetFor,
  type ExtraName,
  type IndicatorGroup,
  type IndicatorName,
  type MemberKind,
} from './indicators.ts';
import { namedComplaints } from './named-complaints.ts';
import { taskFigures, type YearlyTasks } from './tasks.ts';

/** On what a member is evaluated, as far as it has come in. */
export interface SheetBasis {
  readonly kind: MemberKind;
  readonly data: {
    readonly figures: Figures;
    readonly regular: { readonly inTime: number; readonly due: number };
    readonly tasks: YearlyTasks;
    /** Complaints that a correction has named, by the ids of their cases. */
    readonly named?: { readonly leftOut: readonly string[]; readonly takenIn: readonly string[] };
  } | null;
  readonly summary: { readonly media: number; readonly titles: number } | null;
  /** What was counted when it was scored; null before. */
  readonly counts: { readonly complaints: number } | null;
}

/** A row of the sheet. */
export interface SheetRow {
  readonly item: IndicatorName;
  readonly title: Text;
  readonly measure: Text;
  readonly basis: Text;
  readonly requirement: string;
  /** What is counted; a share in percent for satisfaction. Null where nothing is counted, or where nobody was asked. */
  readonly value: number | null;
  /** The yearly task that it stands against; null without one. */
  readonly task: number | null;
  /** What is counted beside it. */
  readonly beside: readonly { readonly title: Text; readonly n: number }[];
  /** What whoever scores it must see. */
  readonly flags: readonly Text[];
}

/** A bonus or a deduction, beside the base score. */
export interface SheetExtra {
  readonly item: ExtraName;
  readonly title: Text;
  readonly requirement: string;
  readonly value: number | null;
  /** Which complaints its number leaves out, or takes in beside those that were counted. */
  readonly remarks: readonly Text[];
}

export interface EvaluationSheet {
  readonly groups: readonly {
    readonly group: IndicatorGroup;
    readonly title: Text;
    readonly rows: readonly SheetRow[];
  }[];
  readonly bonuses: readonly SheetExtra[];
  readonly deductions: readonly SheetExtra[];
}

/** Which figure a row counts, and those that stand beside it. */
const counted: Readonly<Partial<Record<IndicatorName, readonly [FigureName, ...FigureName[]]>>> = {
  matching: ['matches'],
  served: ['served', 'publicServed'],
  activities: ['activities', 'keyActivities'],
  users: ['users'],
  resources: ['resources'],
  cultivation: ['quality'],
  cooperation: ['cooperation'],
  collections: ['collections'],
  products: ['products', 'benefitProducts'],
};

const noneAsked = text('没有线上评价，不适用', 'nobody evaluated it online: not applicable');
const noPublicBenefit = text('没有公益性服务', 'no service for public benefit');
const noBasis = text('没有年度总结作为依据，不计分', 'no basis without a summary: scores nothing');

/**
 * The sheet on which a member is evaluated, as its data and its summary stand.
 * @param numberOf what people call the case with this id
 */
export function evaluationSheet(of: SheetBasis, numberOf = (caseId: string) => caseId): EvaluationSheet {
  const { groups, items, bonuses, deductions } = sheetFor(of.kind);
  return {
    groups: groups.map((group) => ({
      ...{ group, title: indicatorGroups[group] },
      rows: items.filter((item) => indicators[item].group === group).map((item) => rowOf(item, of)),
    })),
    bonuses: bonuses.map((item) => extraOf(item, of, numberOf)),
    deductions: deductions.map((item) => extraOf(item, of, numberOf)),
  };
}

function rowOf(item: IndicatorName, of: SheetBasis): SheetRow {
  const { title, measure, basis, requirement } = indicators[item];
  return { item, title, measure, basis: bases[basis], requirement, ...standing(item, of), flags: flagsOf(item, of) };
}

function standing(item: IndicatorName, { data }: SheetBasis): Pick<SheetRow, 'value' | 'task' | 'beside'> {
  if (data === null) return { value: null, task: null, beside: [] };
  const { figures, regular, tasks } = data;
  const beside = (...names: readonly FigureName[]) =>
    names.map((name) => ({ title: figureTitles[name], n: figures[name] ?? 0 }));
  if (item === 'satisfaction') {
    return { value: satisfaction(figures), task: null, beside: beside('evaluations', 'satisfied') };
  }
  if (item === 'upload') {
    const due = { title: text('应报月报', 'Monthly reports due'), n: regular.due };
    return { value: regular.inTime, task: null, beside: [due, ...beside('evidenceInTime', 'evidenceLate')] };
  }
  const names = counted[item];
  if (names === undefined) return { value: null, task: null, beside: [] };
  const [name, ...others] = names;
  const taskOf = taskFigures.find((one) => one === name);
  const task = (taskOf && tasks[taskOf]) ?? null;
  return { value: figures[name] ?? 0, task, beside: beside(...others) };
}

function flagsOf(item: IndicatorName, { data, summary }: SheetBasis): Text[] {
  if (indicators[item].basis === 'SUMMARY' && summary === null) return [noBasis];
  if (item === 'satisfaction' && data !== null && satisfaction(data.figures) === null) return [noneAsked];
  return item === 'served' && data !== null && lacksPublicBenefit(data.figures) ? [noPublicBenefit] : [];
}

function extraOf(
  item: ExtraName,
  { data, summary, counts }: SheetBasis,
  numberOf: (caseId: string) => string,
): SheetExtra {
  const { title, requirement } = extras[item];
  if (item === 'complaints') {
    const sent = data && (data.figures.complaints ?? 0);
    const remarks = (['leftOut', 'takenIn'] as const).flatMap((which) => {
      const cases = data?.named?.[which] ?? [];
      return cases.length === 0 ? [] : [entry(namedComplaints[which], listed(cases.map(numberOf)))];
    });
    return { item, title, requirement, value: counts?.complaints ?? sent, remarks };
  }
  return { item, title, requirement, value: summary && summary[item], remarks: [] };
}
