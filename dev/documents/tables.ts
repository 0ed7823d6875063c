/** The tables that are taken away, with the columns of their routes: registers, rankings, reviews, reports, members, evaluations, results. */
import { evaluationColumns, evaluationTableRows } from '../../api/ah/documents/evaluation-rows.ts';
import { MEMBER_COLUMNS } from '../../api/ah/documents/member-rows.ts';
import { REPORT_COLUMNS } from '../../api/ah/documents/report-rows.ts';
import { REVIEW_COLUMNS } from '../../api/ec-centre/routes/reviews.ts';
import { headsOf, tableOf, type Column } from '../../api/exports/table-of.ts';
import { workbook } from '../../api/exports/workbook.ts';
import { CALL_RANKING_COLUMNS } from '../../api/hn-base/routes/call-ranking.ts';
import { publicRegisters } from '../../api/regimes.ts';
import { registerColumns } from '../../api/routes/registers.ts';
import { CAMPAIGN_RANKING_COLUMNS } from '../../api/sh-eval/routes/campaign-ranking.ts';
import { RESULT_COLUMNS } from '../../api/sh-eval/routes/campaigns.ts';
import { bulletinFigures } from '../../rules/ah/figures.ts';
import { taskFigures } from '../../rules/ah/tasks.ts';
import { categoryCodes } from '../../rules/sh-eval/categories.ts';
import { text, type Locale } from '../../rules/text.ts';
import { evaluationSamples } from './reports.ts';
import { codeOf, LONG, many, nameOf } from './names.ts';

type Rows = Iterable<(string | number)[]>;

interface Table {
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly rows: Rows;
}

const REASON = '两家得分相同，综合服务企业数量、基地入驻率和近三年运营数据，经厅长办公会研究确定推荐该基地。';

/** A table of so many rows. */
function table<Row>(
  sheet: string,
  columns: readonly Column<Row>[],
  locale: Locale,
  count: number,
  make: (nth: number) => object,
): Table {
  const rows = many(count, make) as unknown as Row[];
  return { sheet, columns: headsOf(columns, locale), rows: tableOf(columns, rows, locale) };
}

const ranked = (nth: number) => ({
  ...{ id: String(nth), name: nameOf(nth), party: codeOf(nth), number: `沪测评〔2020〕${nth + 1}号` },
  ...{ place: nth + 1, isTied: nth % 7 === 3, score: 99.99 - nth, score2: null },
});

const figures = (nth: number) => bulletinFigures.map((figure, at) => ({ figure, n: nth * 137 + at }));

function tablesIn(locale: Locale): Readonly<Record<string, Table>> {
  const registers = Object.entries(publicRegisters).map(([register, { title, statuses }]) => {
    const names = Object.keys(statuses);
    const row = (nth: number) => ({
      ...{ name: nameOf(nth), party: codeOf(nth), status: names[nth % names.length], bodyId: 'ec-commerce-yiwu' },
      ...{ validFrom: '2020-01-01', validTo: nth % 2 === 0 ? null : '2021-12-31' },
      changedAt: new Date('2021-03-01T02:00:00Z'),
    });
    const sheet = locale === 'en' ? title.en : title.zh;
    return [`register-${register}`, table(sheet, registerColumns(statuses), locale, 40, row)] as const;
  });
  return {
    ...Object.fromEntries(registers),
    'ranking-assessment': table('测评得分排序', CAMPAIGN_RANKING_COLUMNS, locale, 40, (nth) => ({
      ...{ ...ranked(nth), category: categoryCodes[nth % 10], isTotal: nth % 2 === 0 },
      grade: nth % 3 === 0 ? { code: 'GOOD', reason: REASON } : null,
    })),
    'results-assessment': table('测评结果', RESULT_COLUMNS, locale, 40, (nth) => ({
      ...{ year: 2020, name: nameOf(nth), party: codeOf(nth), category: categoryCodes[nth % 10], grade: 'EXCELLENT' },
    })),
    'ranking-bases': table('得分排序', CALL_RANKING_COLUMNS, locale, 12, (nth) => ({
      ...{ ...ranked(nth), city: 'hn-dept-changsha', isSelected: nth < 4 },
      decision: nth === 3 ? { reason: REASON } : null,
    })),
    'reviews-centres': table('年度考评', REVIEW_COLUMNS, locale, 30, (nth) => ({
      ...{ ...ranked(nth), standing: text('已办结', 'closed') },
      facts: {
        ...{ self: { total: 95.5 }, province: nth % 4 === 0 ? null : { total: 84 }, overdue: nth % 5 === 0 },
        authorities: ['ec-commerce-yiwu', 'ec-commerce-jinhua'],
        byAuthority: { 'ec-commerce-yiwu': { total: 88 }, 'ec-commerce-jinhua': { total: 86.5 } },
      },
    })),
    'reports-members': table('报送情况', REPORT_COLUMNS, locale, 60, (nth) => ({
      ...{ name: nameOf(nth), party: codeOf(nth), kind: nth < 16 ? 'CITY_PLATFORM' : 'INSTITUTION' },
      ...{ cityPlatform: 'ah-platform-hefei', period: nth % 13 === 12 ? '2025' : `2025-${String((nth % 12) + 1)}` },
      report: {
        ...{ status: nth % 3 === 0 ? 'SUBMITTED_LATE' : 'SUBMITTED_IN_TIME', dueOn: '2025-10-10', examined: 'WAITING' },
        submittedAt: '2025-10-10T09:30:00.000+08:00',
      },
      submitted: {
        figures: Object.fromEntries(figures(nth).map(({ figure, n }) => [figure, n])),
        publicServed: 3,
        differences:
          nth % 4 === 0 ? bulletinFigures.map((figure) => ({ figure, reported: 100 + nth, recorded: 99 })) : [],
      },
    })),
    members: table('网络成员', MEMBER_COLUMNS, locale, 40, (nth) => ({
      ...{ name: nameOf(nth), party: codeOf(nth), kindTitle: text('入驻服务机构', 'Institution') },
      ...{ cityPlatform: { name: text('合肥市中小企业综合服务平台', 'City platform of Hefei') } },
      ...{ introducer: { name: LONG }, statusTitle: text('在网', 'Member'), joinedOn: '2025-03-01', endedOn: null },
      listed: nth % 5 === 0 ? [{ listTitle: text('白名单', 'White list') }] : [],
      figures: figures(nth),
      tasks: taskFigures.map((figure) => ({ figure, task: 200 })),
    })),
    evaluations: {
      ...{ sheet: '年度综合评价', columns: evaluationColumns(locale) },
      rows: evaluationTableRows(evaluationSamples, 2025, locale),
    },
  };
}

/** The workbooks by name. */
export async function tableFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const locale of ['zh-CN', 'en'] as const)
    for (const [name, of] of Object.entries(tablesIn(locale)))
      files.set(`table-${name}-${locale}.xlsx`, await bytesOf(workbook(of)));
  return files;
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
