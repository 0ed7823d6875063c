/** The results of an annual evaluation as a document: two rankings with grades and what follows (AH-EVAL-07). In Chinese as it is notified. */
import type { ReportPage } from '../../../activities/letters/sheet-setter.ts';
import type { EvaluationRow } from '../../../prisma/ah/evaluations.ts';
import { DEPARTMENT } from '../../../rules/ah/bodies.ts';
import { memberKinds, type MemberKind } from '../../../rules/ah/indicators.ts';
import { anhuiBody } from '../../../rules/ah/members.ts';
import { grades } from '../../../rules/ah/scoring.ts';
import { dayInWords, dayOf, partsOfDay, type Instant } from '../../../rules/time/index.ts';
import { heading, table } from '../../documents/pieces.ts';
import { standingOf } from './evaluation-rows.ts';

const NOT_SCORED = '未计分';

/** The results as they stand. @param now the day of the document */
export function evaluationDocument(rows: readonly EvaluationRow[], year: number, now: Instant): ReportPage {
  const unit = anhuiBody(DEPARTMENT).name.zh;
  const today = dayOf(now);
  const notified = rows.filter(({ outcome }) => outcome !== null).length;
  return {
    title: ['安徽省“1+16+X”中小企业公共服务平台网络', `${year}年度综合评价结果`],
    cover: [
      ['评价单位', unit],
      ['评价年度', `${year}年1月1日至12月31日`],
      ['参评成员', `${rows.length} 家，其中已通知结果 ${notified} 家`],
      ['制表日期', dayInWords(today).zh],
    ],
    blocks: [
      ...(Object.keys(memberKinds) as MemberKind[]).flatMap((kind) => [
        heading(1, memberKinds[kind].zh),
        table(
          [
            ['名次', 3],
            ['成员', 9],
            ['得分', 3],
            ['等次', 3],
            ['办理情况', 5],
          ],
          rows.filter((row) => row.kind === kind).map(cellsOf),
        ),
      ]),
      { kind: 'note', text: '城市平台和入驻机构分别排序，同分同名次；未计分的不排名次。' },
      { kind: 'signature', lines: [`评价单位（盖章）：${unit}`, dayInWords(today).zh] },
    ],
    footer: `${year}年度综合评价结果`,
    date: partsOfDay(today),
  };
}

function cellsOf(row: EvaluationRow): string[] {
  const { rank, atPlace, name, total, grade } = row;
  const place = rank === null ? '' : `${rank.place}${atPlace > 1 ? '（并列）' : ''}`;
  return [
    ...[place, name, total === null ? NOT_SCORED : String(total)],
    ...[grade === null ? '' : grades[grade].zh, standingOf(row).zh],
  ];
}
