/** A ranking as pages show it: places that follow from the scores on record, with the ties said, and what was decided of each. */
import { z } from 'zod';
import type { Placed, Ranked } from '../../rules/ranking.ts';
import { text } from '../../rules/text.ts';
import type { Column } from '../exports/table-of.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';

export const rankedSchema = z
  .object({
    id: z.string().meta({ description: 'Id of the case' }),
    number: z.string().nullable(),
    name: z.string(),
    place: z.int().nullable().meta({ description: 'From 1, the same for equal scores; null without a score' }),
    isTied: z.boolean().meta({ description: 'Another one has the same score' }),
    score: z.number().nullable().meta({ description: 'From 0 to 100, with two decimals' }),
    decision: z
      .object({
        title: textSchema,
        reason: z.string().nullable().meta({ description: 'As it was given' }),
        at: instantSchema,
      })
      .nullable()
      .meta({ description: 'What was decided of it; null as long as nothing is' }),
  })
  .meta({ id: 'RankedCase' });

export type RankedCase = z.infer<typeof rankedSchema>;

/** What a table of a ranking says of each row, whatever is ranked: its place, who it is, and its score. */
export function rankedColumns<
  Row extends Ranked & Placed & { readonly name: string; readonly number: string | null; readonly party: string },
>(): Column<Row>[] {
  return [
    [text('名次', 'Place'), ({ place }) => place],
    [text('并列', 'Tie'), ({ isTied }) => (isTied ? text('并列', 'tied') : null)],
    [text('名称', 'Name'), ({ name }) => name],
    [text('统一社会信用代码', 'Credit code'), ({ party }) => party],
    [text('案件编号', 'Case'), ({ number }) => number],
    [text('得分', 'Score'), ({ score }) => score],
  ];
}
