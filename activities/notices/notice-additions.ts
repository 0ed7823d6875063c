/** What bodies add to their notices: the paragraph that stands now, for the cases that notices are about. */
import type { Transaction } from '../../prisma/client.ts';
import { NO_CASE, type NoticeCommon } from '../../rules/notices.ts';
import type { Text } from '../../rules/text.ts';
import type { Notice } from './notice-queue.ts';
import { dataOf } from './notice-data.ts';

/** The paragraph for a notice; undefined where its body adds none. */
export type AdditionFor = (notice: Pick<Notice, 'data' | 'template'>) => Text | undefined;

const keyOf = (bodyId: string, kind: string, template: string) => `${bodyId} ${kind} ${template}`;

/** Asks the records once for a page of notices. An empty paragraph stands for none. */
export async function additionsFor(
  database: Pick<Transaction, '$queryRaw'>,
  notices: readonly Pick<Notice, 'data' | 'template'>[],
): Promise<AdditionFor> {
  const bodies = notices.flatMap((notice) => bodyOf(notice) ?? []);
  if (bodies.length === 0) return () => undefined;
  const rows = await database.$queryRaw<{ bodyId: string; kind: string; template: string; zh: string; en: string }[]>`
    SELECT DISTINCT ON ("bodyId", "kind", "template") "bodyId", "kind", "template", "zh", "en" FROM "NoticeAddition"
    WHERE "bodyId" = ANY(${[...new Set(bodies)]}::text[]) ORDER BY "bodyId", "kind", "template", "version" DESC`;
  const found = new Map(rows.map(({ bodyId, kind, template, zh, en }) => [keyOf(bodyId, kind, template), { zh, en }]));
  return (notice) => {
    const bodyId = bodyOf(notice);
    const added = bodyId && found.get(keyOf(bodyId, dataOf(notice).caseKind, notice.template));
    return added === undefined || added === '' || added.zh === '' ? undefined : added;
  };
}

function bodyOf(notice: Pick<Notice, 'data'>): string | undefined {
  const data = dataOf(notice);
  return data.caseKind === NO_CASE ? undefined : (data as NoticeCommon).bodyId;
}
