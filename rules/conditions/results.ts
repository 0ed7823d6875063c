/** What the check of entry conditions comes to, in any regime that has them. */
import { text, type Text } from '../text.ts';

export type ItemStatus = 'MET' | 'NOT_MET' | 'WAIVED' | 'NEEDS_JUDGEMENT';

/** What is shown of an item. */
interface ItemShown {
  readonly key: string;
  readonly condition: number;
  readonly title: Text;
  readonly status: ItemStatus;
  readonly found: Text;
  readonly needed: Text;
  readonly relaxedFor?: Text;
}

/** A condition is as its weakest item: NOT_MET before NEEDS_JUDGEMENT before WAIVED before MET. */
export function weakestOf(condition: number, items: readonly Pick<ItemShown, 'condition' | 'status'>[]): ItemStatus {
  const own = items.filter((item) => item.condition === condition);
  const weakest = (['NOT_MET', 'NEEDS_JUDGEMENT', 'WAIVED'] as const).find((status) =>
    own.some((item) => item.status === status),
  );
  return weakest ?? 'MET';
}

/** One sentence for each item that is not simply met. */
export function explainItems(items: readonly ItemShown[]): Text[] {
  return items
    .filter(({ status }) => status !== 'MET')
    .map(({ title, status, found, needed, relaxedFor }) => {
      const zh = `${title.zh}：${found.zh}；要求：${needed.zh}。${statusWords[status].zh}${relaxedFor ? `（${relaxedFor.zh}）` : ''}`;
      const en = `${title.en}: ${found.en}; needed: ${needed.en}. ${statusWords[status].en}${relaxedFor ? ` (${relaxedFor.en})` : ''}`;
      return text(zh, en);
    });
}

/** Said of a rating or a waiver without its reason. */
export const reasonNeeded = text('须写明理由', 'a reason must be given');

const statusWords: Readonly<Record<ItemStatus, Text>> = {
  MET: text('符合', 'Met'),
  NOT_MET: text('不符合', 'Not met'),
  WAIVED: text('已放宽', 'Waived'),
  NEEDS_JUDGEMENT: text('待审核人员评定', 'Awaiting the rating'),
};
