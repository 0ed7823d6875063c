/** Lines of the points ledger as they are shown, each with what it came from (SH-EVAL-10.20). */
import { z } from 'zod';
import type { PointsEntry } from '../../../prisma/generated/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { platformEventTitles, type PlatformEventType } from '../../../rules/sh-store/platform-events.ts';
import { pointsRows, rowOf, type PointsRule } from '../../../rules/sh-store/points-table.ts';
import { inBoth } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { daySchema, instantSchema, textSchema } from '../../http/schemas.ts';

export const entrySchema = z
  .object({
    id: z.string(),
    rule: z.string(),
    item: textSchema,
    points: z.int(),
    eventKey: z.string(),
    about: z.string(),
    onDay: daySchema,
    bookedAt: instantSchema,
    reversalOf: z.string().nullable(),
    reason: textSchema.nullable(),
    caseId: z.string().nullable(),
    cause: z
      .object({
        fact: z
          .object({
            source: z.string(),
            sourceId: z.string(),
            type: z.string(),
            title: textSchema,
            occurredAt: instantSchema,
          })
          .nullable()
          .meta({ description: 'The fact that the platform reported' }),
        case: z
          .object({ id: z.string(), number: z.string() })
          .nullable()
          .meta({ description: 'The case that found it' }),
        anniversary: daySchema
          .nullable()
          .meta({ description: 'The anniversary of the founding, or the day of opening' }),
        recomputationId: z.string().nullable().meta({ description: 'The recomputation under another rule version' }),
      })
      .meta({ description: 'What the line came from; a reversal by hand names its reason alone' }),
  })
  .meta({ id: 'PointsEntry' });

export type EntryView = z.infer<typeof entrySchema>;

/** The views of some lines, in their order. */
export async function viewsOf(database: Database, lines: readonly PointsEntry[]): Promise<EntryView[]> {
  const [facts, cases] = await Promise.all([
    database.platformEvent.findMany({
      where: { id: { in: lines.map(({ eventId }) => eventId) } },
      select: { id: true, source: true, sourceId: true, type: true, occurredAt: true },
    }),
    database.case.findMany({
      where: { id: { in: lines.flatMap(({ caseId }) => caseId ?? []) } },
      select: { id: true, number: true },
    }),
  ]);
  const factById = new Map(facts.map((fact) => [fact.id, fact]));
  const caseById = new Map(cases.map((one) => [one.id, one]));
  return lines.map((line) => {
    const { id, rule, points, eventKey, about, onDay, reversalOf, caseId, recomputationId } = line;
    const fact = factById.get(line.eventId);
    return {
      ...{ id, rule, item: itemTitle(rule), points, eventKey, about, onDay },
      bookedAt: instantOf(line.bookedAt.getTime()),
      reversalOf,
      reason: line.reason as { zh: string; en: string } | null,
      caseId,
      cause: {
        fact: fact === undefined ? null : factView(fact),
        case: caseById.get(caseId ?? '') ?? null,
        anniversary: rule === 'COMPANY_YEARS' && line.eventId === eventKey ? onDay : null,
        recomputationId,
      },
    };
  });
}

function factView({ source, sourceId, type, occurredAt }: FactRow): NonNullable<EntryView['cause']['fact']> {
  const title = platformEventTitles[type as PlatformEventType] as { zh: string; en: string } | undefined;
  return { source, sourceId, type, title: title ?? inBoth(type), occurredAt: instantOf(occurredAt.getTime()) };
}

interface FactRow {
  readonly source: string;
  readonly sourceId: string;
  readonly type: string;
  readonly occurredAt: Date;
}

function itemTitle(rule: string): { zh: string; en: string } {
  return pointsRows.some((row) => row.rule === rule) ? rowOf(rule as PointsRule).item : inBoth(rule);
}
