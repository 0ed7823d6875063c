/** Keyset lists: `{items, nextCursor}`. A cursor is the sort key of the last item, so a page costs the same however deep it lies. */
import { z } from 'zod';
import { instantOf } from '../../rules/time/index.ts';
import { checked, bilingual } from './faults.ts';
import { invalid } from './problem.ts';
import { instantInput } from './schemas.ts';

/** Query of every list. */
export const pageQuery = {
  cursor: z.string().max(500).optional().meta({ description: '`nextCursor` of the page before' }),
  limit: z.coerce
    .number({ error: bilingual('应为 1 至 200 的整数。', 'must be a whole number from 1 to 200') })
    .int(bilingual('应为 1 至 200 的整数。', 'must be a whole number from 1 to 200'))
    .min(1, bilingual('应为 1 至 200 的整数。', 'must be a whole number from 1 to 200'))
    .max(200, bilingual('应为 1 至 200 的整数。', 'must be a whole number from 1 to 200'))
    .default(50),
};

/** Parts of a position, held to what the columns they are compared with can take. */
export const sortKey = { instant: instantInput, count: z.int32(), id: z.string().min(1).max(200) };

export interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** Schema of a list of these. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Schema of a list of these that says on its first page how many there are in all. */
export function countedPageOf<S extends z.ZodType>(item: S) {
  return pageOf(item).extend({
    total: z.int().nullable().meta({ description: 'How many there are in all; said on the first page alone' }),
  });
}

/** The position a cursor stands for, or null for the first page. @throws InvalidInput for one we did not make. */
export function positionOf<S extends z.ZodType>(cursor: string | undefined, position: S): z.output<S> | null {
  if (cursor === undefined) return null;
  try {
    return checked(position, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return invalid(
      'cursor',
      '翻页标记无效，请从第一页重新开始。',
      'is not a cursor of this list; begin with the first page',
    );
  }
}

/**
 * The condition on rows behind a cursor, in a list by this column and then by id, the latest first; none on the first page.
 * Its positions are `[instant, id]`. @throws InvalidInput for a cursor we did not make
 */
export function behind<Column extends string>(cursor: string | undefined, column: Column) {
  const position = positionOf(cursor, z.tuple([sortKey.instant, sortKey.id]));
  if (position === null) return {};
  const [instant, id] = position;
  const at = new Date(instant);
  return {
    OR: [
      { [column]: { lt: at } } as Record<Column, { lt: Date }>,
      { [column]: at, id: { lt: id } } as Record<Column, Date> & { id: { lt: string } },
    ],
  };
}

/**
 * A page out of rows that were read with `take: limit + 1`.
 * @param position the sort key of a row, ending in something unique
 */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => unknown,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(item),
    nextCursor: more ? Buffer.from(JSON.stringify(position(last))).toString('base64url') : null,
  };
}

const duePosition = z.tuple([z.enum(['dueAt', 'openedAt']), sortKey.instant, sortKey.id]);

/** A row that may have a due date. */
interface Dated {
  readonly id: string;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
}

/** Reads so many rows behind a position of their order: by due date, or by age. */
type Part<Row> = (after: object, take: number) => Promise<Row[]>;

/**
 * A page of two lists, one behind the other: rows with a due date, the earliest first, and rows without one, the oldest first.
 * @throws InvalidInput for a cursor we did not make
 */
export async function dueFirst<Row extends Dated>(
  cursor: string | undefined,
  limit: number,
  { dated, undated }: { readonly dated: Part<Row>; readonly undated: Part<Row> },
): Promise<Page<Row>> {
  const position = positionOf(cursor, duePosition);
  const after = (column: 'dueAt' | 'openedAt') => (position?.[0] === column ? later(position) : {});
  const first = position?.[0] === 'openedAt' ? [] : await dated(after('dueAt'), limit + 1);
  const second = first.length > limit ? [] : await undated(after('openedAt'), limit + 1 - first.length);
  const hasDate = new Set(first);
  const key = (row: Row) => {
    const column = hasDate.has(row) ? 'dueAt' : 'openedAt';
    return [column, instantOf((row[column] ?? row.openedAt).getTime()), row.id];
  };
  return pageFrom([...first, ...second], limit, key, (row) => row);
}

function later([column, instant, id]: z.output<typeof duePosition>): object {
  const at = new Date(instant);
  return { OR: [{ [column]: { gt: at } }, { [column]: at, id: { gt: id } }] };
}
