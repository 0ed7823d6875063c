/** What is counted of a member of the network, in real time from its records (AH-EVAL-02, 05.1). */
import { roundedTo } from '../decimals.ts';
import { text, type Text } from '../text.ts';
import type { Day } from '../time/index.ts';

export const figures = {
  matches: text('服务需求对接数', 'Need matches'),
  served: text('服务企业数', 'Enterprises served'),
  publicServed: text('其中公益性服务', 'Of these, public benefit'),
  activities: text('服务活动场次', 'Activities'),
  keyActivities: text('其中重点活动', 'Of these, key activities'),
  users: text('注册用户数', 'Registered users'),
  resources: text('服务资源带动数', 'Resources brought in'),
  quality: text('其中优质服务资源', 'Of these, quality resources'),
  cooperation: text('服务联动次数', 'Cooperation'),
  collections: text('服务需求征集次数', 'Need collections'),
  products: text('服务产品供给数', 'Products supplied'),
  benefitProducts: text('其中公益性或低收费产品', 'Of these, public benefit or low fee'),
  evaluations: text('线上评价数', 'Online evaluations'),
  satisfied: text('其中满意', 'Of these, satisfied'),
  evidenceInTime: text('活动资料按期上传', 'Activity evidence in time'),
  evidenceLate: text('活动资料逾期上传', 'Activity evidence late'),
  complaints: text('核实有责的投诉', 'Complaints verified'),
} as const satisfies Readonly<Record<string, Text>>;

export type FigureName = keyof typeof figures;

/** What stands until it ends: a period has as many of it as there are at its end, whenever they began (AH-EVAL-02.14). */
export const standingFigures = ['products', 'benefitProducts'] as const satisfies readonly FigureName[];

function stands(figure: FigureName): boolean {
  return standingFigures.some((one) => one === figure);
}

/** The eight columns of the quarterly bulletin (AH-EVAL-05.2, table 4.23). */
export const bulletinFigures = [
  'matches',
  'served',
  'activities',
  'users',
  'resources',
  'cooperation',
  'collections',
  'products',
] as const satisfies readonly FigureName[];

export type BulletinFigure = (typeof bulletinFigures)[number];

/** Titles of the eight, for forms and tables. */
export const bulletinTitles = Object.fromEntries(bulletinFigures.map((name) => [name, figures[name]])) as Readonly<
  Record<BulletinFigure, Text>
>;

/** The sum of each of the eight over the rows of a bulletin. */
export function bulletinSums(
  rows: readonly { readonly figures: Readonly<Record<BulletinFigure, number>> }[],
): Readonly<Record<BulletinFigure, number>> {
  const sums = bulletinFigures.map((name) => [name, rows.reduce((sum, { figures: of }) => sum + of[name], 0)]);
  return Object.fromEntries(sums) as Record<BulletinFigure, number>;
}

export type Figures = Readonly<Partial<Record<FigureName, number>>>;

/** A month, `YYYY-MM`. */
export type Month = string;

/** Figures by the month of the events; of what stands, how many more there are than a month before, which may be less than none. */
export type FiguresByMonth = Readonly<Record<Month, Figures>>;

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The figures of the months from one to another, both included; of what stands, all that stands at their end. */
export function summed(byMonth: FiguresByMonth, from: Month, to: Month): Figures {
  const sum: Partial<Record<FigureName, number>> = {};
  for (const [month, counted] of Object.entries(byMonth)) {
    if (month > to) continue;
    for (const [name, n] of Object.entries(counted) as [FigureName, number][]) {
      if (month >= from || stands(name)) sum[name] = (sum[name] ?? 0) + n;
    }
  }
  return sum;
}

/** The figures of a calendar year (AH-EVAL-01.1). */
export function ofYear(byMonth: FiguresByMonth, year: number): Figures {
  return summed(byMonth, `${year}-01`, `${year}-12`);
}

/** Satisfied share in percent, to one decimal; null where nobody evaluated: then it is not applicable. */
export function satisfaction({ satisfied = 0, evaluations = 0 }: Figures): number | null {
  return evaluations === 0 ? null : roundedTo((satisfied / evaluations) * 100, 1);
}

/** True where enterprises were served and none of it was for public benefit (AH-EVAL-02.3). */
export function lacksPublicBenefit({ served = 0, publicServed = 0 }: Figures): boolean {
  return served > 0 && publicServed === 0;
}

/** A figure of a report that the records do not bear out (AH-EVAL-04.3). */
export interface Difference {
  readonly figure: BulletinFigure;
  readonly reported: number;
  readonly recorded: number;
}

export function differences(reported: Readonly<Record<BulletinFigure, number>>, recorded: Figures): Difference[] {
  return bulletinFigures.flatMap((figure) => {
    const of = recorded[figure] ?? 0;
    return reported[figure] === of ? [] : [{ figure, reported: reported[figure], recorded: of }];
  });
}

/** How far a yearly task has come, e.g. 150 of 200 (AH-OPS-01.6). */
export function progress(
  done: number,
  task: number,
): { readonly done: number; readonly task: number; readonly percent: number } {
  return { done, task, percent: task === 0 ? 100 : Math.min(100, Math.floor((done * 100) / task)) };
}
