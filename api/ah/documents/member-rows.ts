/** The register of members as the rows of a table, with the tasks and figures of a year. */
import { memberRows, type AskedMembers, type MemberRow } from '../../../prisma/ah/members.ts';
import type { Database } from '../../../prisma/client.ts';
import { bulletinFigures, bulletinTitles } from '../../../rules/ah/figures.ts';
import { taskFigures, taskTitles } from '../../../rules/ah/tasks.ts';
import { listed } from '../../../rules/phrases.ts';
import { text, type Locale, type Text } from '../../../rules/text.ts';
import { headsOf, inParts, tableOf, type Column } from '../../exports/table-of.ts';
import { memberRecords, type MemberRecord } from '../views/member-record.ts';

/** Rows read at once. */
const AT_ONCE = 500;

/** The columns of the table. */
export const MEMBER_COLUMNS: readonly Column<MemberRecord>[] = [
  [text('成员', 'Member'), ({ name }) => name],
  [text('统一社会信用代码或者单位编号', 'Credit code or unit'), ({ party }) => party],
  [text('成员类别', 'Kind of member'), ({ kindTitle }) => kindTitle],
  [text('市级综合服务平台', 'City platform'), ({ cityPlatform }) => cityPlatform.name],
  [text('引导入驻', 'Brought in by'), ({ introducer }) => introducer?.name ?? null],
  [text('状态', 'Standing'), ({ statusTitle }) => statusTitle],
  [text('入网日期', 'Joined'), ({ joinedOn }) => joinedOn],
  [text('终止日期', 'Ended'), ({ endedOn }) => endedOn],
  [text('名单', 'Lists'), (row) => listWords(row.listed)],
  ...bulletinFigures.map((name): Column<MemberRecord> => [
    bulletinTitles[name],
    ({ figures }) => figures.find(({ figure }) => figure === name)?.n ?? null,
  ]),
  ...taskFigures.map((name): Column<MemberRecord> => [
    text(`${taskTitles[name].zh}（年度任务）`, `${taskTitles[name].en} (yearly task)`),
    ({ tasks }) => tasks.find(({ figure }) => figure === name)?.task ?? null,
  ]),
];

export function memberColumns(locale: Locale): string[] {
  return headsOf(MEMBER_COLUMNS, locale);
}

/** A row a member, read part by part while they are taken. */
export async function* memberTableRows(
  database: Database,
  asked: AskedMembers,
  { year, locale }: { readonly year: number; readonly locale: Locale },
): AsyncGenerator<(string | number)[]> {
  const read = (last: MemberRow | null, limit: number) =>
    memberRows(database, asked, { after: last && [last.kind, last.name, last.party], limit });
  for await (const rows of inParts(read, AT_ONCE))
    yield* tableOf(MEMBER_COLUMNS, await memberRecords(database, rows, year), locale);
}

function listWords(lists: MemberRecord['listed']): Text | null {
  return lists.length === 0 ? null : listed(lists.map(({ listTitle }) => listTitle));
}
