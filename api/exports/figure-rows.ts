/** Figures as the rows of a table. */
import { inBoth, inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import type { Figures } from '../figures/figures.ts';
import { TIMELINESS } from '../views/timeliness.ts';
import { inert } from './inert.ts';

/** Heads of the columns. */
export function figureColumns(locale: Locale): string[] {
  return [text('统计项', 'Part'), text('对象', 'Of'), text('指标', 'What'), text('数值', 'Number')].map((title) =>
    inLocale(title, locale),
  );
}

type Row = readonly [part: Text, of: Text, what: Text, value: number | null];

const PARTS = {
  onTime: text('期限履行', 'Deadlines kept'),
  timeSpent: text('用时分布（工作日）', 'Where time goes (working days)'),
  backlog: text('在办案件', 'Open cases'),
  forecast: text('到期预测', 'Deadlines ahead'),
  workload: text('工作量', 'Workload'),
  funnels: text('办理进程', 'How far matters come'),
};

const SIDES = {
  platform: text('平台', 'The platform'),
  party: text('当事人', 'The party'),
  paused: text('计时暂停', 'Clock stopped'),
  none: text('无期限计时', 'No deadline running'),
};

/** A row for each number; texts that begin like a formula are made inert. */
export function* figureRows(figures: Figures, locale: Locale): Generator<(string | number)[]> {
  for (const [part, of, what, value] of rowsOf(figures))
    yield [...[part, of, what].map((words) => inert(inLocale(words, locale))), value ?? ''];
}

function rowsOf({ onTime, timeSpent, backlog, forecast, workload, funnels }: Figures): Row[] {
  const heads = Object.keys(TIMELINESS) as (keyof typeof TIMELINESS)[];
  return [
    ...onTime.flatMap((row): Row[] => {
      const of = joined(row.kindTitle, row.title);
      return [
        ...heads.map((head): Row => [PARTS.onTime, of, TIMELINESS[head], row[head].count]),
        [PARTS.onTime, of, text('按期率（%）', 'On time (%)'), row.rate],
      ];
    }),
    ...timeSpent.flatMap(({ kindTitle, workingDays }) =>
      (Object.keys(SIDES) as (keyof typeof SIDES)[]).map((side): Row => [
        PARTS.timeSpent,
        kindTitle,
        SIDES[side],
        workingDays[side],
      ]),
    ),
    ...backlog.rows.flatMap((row) =>
      backlog.classes.map((title, nth): Row => {
        const of = joined(row.kindTitle, row.stageTitle);
        return [PARTS.backlog, of, title, row.ages[nth]?.count ?? 0];
      }),
    ),
    ...forecast.map(({ day, cases }): Row => [PARTS.forecast, inBoth(day), text('案件', 'Cases'), cases.count]),
    ...workload.flatMap(({ person, open, overdue, handled }): Row[] => {
      const of = person === null ? text('待领取', 'Nobody’s yet') : inBoth(person.name ?? person.id);
      return [
        [PARTS.workload, of, text('待办', 'Open tasks'), open.count],
        [PARTS.workload, of, text('其中逾期', 'Overdue'), overdue.count],
        ...(handled === null ? [] : [[PARTS.workload, of, text('期间办结', 'Done'), handled.count] as const]),
      ];
    }),
    ...funnels.flatMap(({ regimeTitle, steps }) =>
      steps.map(({ title, cases }): Row => [PARTS.funnels, regimeTitle, title, cases.count]),
    ),
  ];
}

function joined(one: Text, other: Text): Text {
  return text(`${one.zh} · ${other.zh}`, `${one.en} · ${other.en}`);
}
