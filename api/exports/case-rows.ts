/** Cases as the rows of a table. */
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { inBoth, inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { bodyTitle } from '../bodies.ts';
import type { ApiContext } from '../context.ts';
import { HEAD, headView, type CaseHeadRow } from '../views/case-view.ts';
import { inert } from './inert.ts';

/** Cases read at once. */
const AT_ONCE = 1_000;

type Cell = (row: CaseHeadRow, contracts: ApiContext['contracts']) => Text | string | null;

const COLUMNS: readonly (readonly [title: Text, cell: Cell])[] = [
  [text('案号', 'Number'), ({ number }) => number],
  [text('类型', 'Kind'), (row, contracts) => headView(contracts, row).kindTitle],
  [text('机构名称', 'Institution'), ({ title }) => title],
  [text('机构代码', 'Key of the institution'), ({ subject }) => subject],
  [text('阶段', 'Stage'), (row, contracts) => headView(contracts, row).stageTitle],
  [text('结果', 'Outcome'), (row, contracts) => headView(contracts, row).outcomeTitle],
  [text('承办单位', 'Body'), ({ bodyId }) => bodyTitle(bodyId)],
  [text('区域', 'Region'), ({ region }) => region],
  [text('立案时间（北京时间）', 'Opened (Beijing time)'), ({ openedAt }) => minuteOf(openedAt)],
  [text('最早期限（北京时间）', 'Earliest deadline (Beijing time)'), ({ dueAt }) => minuteOf(dueAt)],
  [text('结案时间（北京时间）', 'Closed (Beijing time)'), ({ closedAt }) => minuteOf(closedAt)],
];

/** The heads of the columns. */
export function caseColumns(locale: Locale): string[] {
  return COLUMNS.map(([title]) => inLocale(title, locale));
}

/**
 * The cases that are chosen, the latest first, a row each, read part by part while they are taken. What begins like a formula is made inert.
 * @param most rows at most; if there are `total` and thus more, a last row says so
 */
export async function* caseRows(
  { database, contracts }: { readonly database: Database; readonly contracts: ApiContext['contracts'] },
  where: Prisma.CaseWhereInput,
  { locale, most, total }: { readonly locale: Locale; readonly most: number; readonly total: number },
): AsyncGenerator<string[]> {
  let last: CaseHeadRow | null = null;
  for (let left = most; left > 0;) {
    const rows: CaseHeadRow[] = await database.case.findMany({
      where: last === null ? where : { AND: [where, olderThan(last)] },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: Math.min(AT_ONCE, left),
      select: HEAD,
    });
    for (const row of rows) yield COLUMNS.map(([, cell]) => inert(inWords(cell(row, contracts), locale)));
    last = rows.at(-1) ?? null;
    left -= rows.length;
    if (rows.length < AT_ONCE || last === null) break;
  }
  if (total > most) yield [inLocale(cutWords(most, total), locale)];
}

function olderThan({ openedAt, id }: CaseHeadRow): Prisma.CaseWhereInput {
  return { OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { lt: id } }] };
}

function inWords(value: Text | string | null, locale: Locale): string {
  return value === null ? '' : inLocale(typeof value === 'string' ? inBoth(value) : value, locale);
}

function cutWords(most: number, total: number): Text {
  return text(
    `只导出最新的 ${most} 件，共 ${total} 件；请缩小筛选范围后分次导出。`,
    `Only the latest ${most} of ${total} are here; narrow the filters and export the rest in parts.`,
  );
}

/** Day and minute in Asia/Shanghai. */
function minuteOf(at: Date | null): string | null {
  return at === null ? null : instantOf(at.getTime()).slice(0, 16).replace('T', ' ');
}
