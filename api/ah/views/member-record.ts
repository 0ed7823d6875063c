/** A member with its standing, its tasks and figures of a year, and the lists on which it stands, as the province looks at it (AH-OPS-01.3, 06). */
import { z } from 'zod';
import { figuresByMonth } from '../../../prisma/ah/figures.ts';
import { registersOf, type MemberRow } from '../../../prisma/ah/members.ts';
import type { Database } from '../../../prisma/client.ts';
import { bulletinFigures, figures, ofYear, progress } from '../../../rules/ah/figures.ts';
import { listingGrounds, lists, type ListName } from '../../../rules/ah/lists.ts';
import { memberStatuses } from '../../../rules/ah/members.ts';
import { taskFigures, taskTitles } from '../../../rules/ah/tasks.ts';
import { daySchema, textSchema } from '../../http/schemas.ts';
import { memberSchema, memberView } from './member-schema.ts';

const listNames = Object.keys(lists) as [ListName, ...ListName[]];

export const memberRecordSchema = memberSchema
  .extend({
    introducer: z.object({ party: z.string(), name: z.string() }).nullable(),
    status: z.string(),
    statusTitle: textSchema,
    joinedOn: daySchema,
    endedOn: daySchema.nullable(),
    figures: z.array(z.object({ figure: z.string(), title: textSchema, n: z.int() })).meta({
      description: 'The eight figures of the year, counted as of now',
    }),
    tasks: z
      .array(
        z.object({
          figure: z.string(),
          title: textSchema,
          done: z.int(),
          task: z.int(),
          percent: z.int().meta({ description: '100 at most' }),
        }),
      )
      .meta({ description: 'The tasks of the year with how far they have come as of now; none if none are set' }),
    listed: z.array(
      z.object({
        list: z.enum(listNames),
        listTitle: textSchema,
        groundTitle: textSchema,
        from: daySchema.nullable(),
        until: daySchema.nullable(),
        caseId: z.string().nullable(),
      }),
    ),
    caseId: z.string().nullable().meta({ description: 'The case of its membership; null to who may not open it' }),
  })
  .meta({ id: 'NetworkMemberRecord' });

/** A member with what is counted of it. */
export type MemberRecord = Omit<z.output<typeof memberRecordSchema>, 'caseId'> & { readonly caseId: string };

/** Of each of these members what is on record of a year. The cases that they name are not yet narrowed to those that a reader may open. */
export async function memberRecords(
  database: Database,
  rows: readonly MemberRow[],
  year: number,
): Promise<MemberRecord[]> {
  const parties = rows.map(({ party }) => party);
  const [held, counted] = await Promise.all([
    registersOf(database, parties, year),
    figuresByMonth(database, { parties, from: `${year}-01-01`, until: `${year}-12-31` }),
  ]);
  return rows.map((row) => {
    const { party, introducer, introducerName, status, joinedOn, endedOn, caseId } = row;
    const { tasks = {}, listed = [] } = held.get(party) ?? {};
    const sums = ofYear(counted.get(party) ?? {}, year);
    return {
      ...memberView(row),
      introducer: introducer === null ? null : { party: introducer, name: introducerName ?? introducer },
      ...{ status, statusTitle: memberStatuses[status], joinedOn, endedOn, caseId },
      figures: bulletinFigures.map((figure) => ({ figure, title: figures[figure], n: sums[figure] ?? 0 })),
      tasks: taskFigures.flatMap((figure) => {
        const task = tasks[figure];
        return task === undefined ? [] : [{ figure, title: taskTitles[figure], ...progress(sums[figure] ?? 0, task) }];
      }),
      listed: listed.map(({ list, ground, from, until, caseId: of }) => ({
        ...{ list, listTitle: lists[list], groundTitle: listingGrounds[ground].title, from, until, caseId: of },
      })),
    };
  });
}
