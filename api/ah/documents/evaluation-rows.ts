/** The annual evaluation as the rows of a table. */
import type { EvaluationRow } from '../../../prisma/ah/evaluations.ts';
import { memberKinds } from '../../../rules/ah/indicators.ts';
import { grades } from '../../../rules/ah/scoring.ts';
import { inBoth, text, type Locale, type Text } from '../../../rules/text.ts';
import { annualEvaluation } from '../../../workflows/ah/annual-evaluation/contract.ts';
import { bodyTitle } from '../../bodies.ts';
import { headsOf, tableOf, type Column } from '../../exports/table-of.ts';

type Row = EvaluationRow & { readonly year: number };

const COLUMNS: readonly Column<Row>[] = [
  [text('年度', 'Year'), ({ year }) => year],
  [text('成员类别', 'Kind of member'), ({ kind }) => memberKinds[kind]],
  [text('名次', 'Place'), ({ rank }) => rank?.place ?? null],
  [
    text('并列', 'Tie'),
    ({ atPlace }) => (atPlace > 1 ? text(`${atPlace} 家并列`, `${atPlace} share the place`) : null),
  ],
  [
    text('名次说明', 'Remark'),
    ({ rank }) =>
      rank?.late === true ? text('同类结果通知之后排序', 'Ranked after results of its kind were notified') : null,
  ],
  [text('成员', 'Member'), ({ name }) => name],
  [text('统一社会信用代码或者单位编号', 'Credit code or unit'), ({ party }) => party],
  [text('市级综合服务平台', 'City platform'), ({ cityPlatform }) => bodyTitle(cityPlatform)],
  [text('得分', 'Score'), ({ total }) => total],
  [text('等次', 'Grade'), ({ grade }) => (grade === null ? null : grades[grade])],
  [text('奖补建议', 'Reward'), ({ reward }) => (reward === null ? null : text('建议奖补', 'Put forward'))],
  [text('办理情况', 'Standing'), (row) => standingOf(row)],
];

export function evaluationColumns(locale: Locale): string[] {
  return headsOf(COLUMNS, locale);
}

export function evaluationTableRows(rows: readonly EvaluationRow[], year: number, locale: Locale) {
  return tableOf(
    COLUMNS,
    rows.map((row) => ({ ...row, year })),
    locale,
  );
}

/** What became of title or residency; while that is open, where the evaluation stands. */
export function standingOf({ outcome, stage }: Pick<EvaluationRow, 'outcome' | 'stage'>): Text {
  const titles: Readonly<Record<string, Text>> = { ...annualEvaluation.stages, ...annualEvaluation.outcomes };
  const standing = outcome ?? stage;
  return standing === null ? text('办理中', 'Under way') : (titles[standing] ?? inBoth(standing));
}
