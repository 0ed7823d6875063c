/** What figures are asked for: which cases, and over which days. */
import type { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { addDays, dayNumber, dayOf, startOfDay, type Day, type Instant } from '../../rules/time/index.ts';
import type { Access } from '../abilities.ts';
import { invalid } from '../http/problem.ts';
import { daySchema, line } from '../http/schemas.ts';
import { regimeInput } from '../views/regime-input.ts';

/** Days of a period that is not said; and the longest one. */
const USUAL_DAYS = 90;
const MOST_DAYS = 1_100;

/** Query of the figures. */
export const figureFilters = {
  regime: regimeInput.optional(),
  kind: line(60).optional().meta({ description: 'A kind of case' }),
  region: line(60).optional().meta({ description: 'Of this region and of those below it' }),
  from: daySchema.optional().meta({ description: 'First day of the period; 90 days up to its last day if left out' }),
  to: daySchema.optional().meta({ description: 'Last day of the period; today if left out' }),
};

type Filters = z.output<z.ZodObject<typeof figureFilters>>;

/** What is asked for, with the period that is meant and the moment as of which it is answered. */
export interface Asked {
  readonly regime: string | undefined;
  readonly kind: string | undefined;
  readonly region: string | undefined;
  /** Shanghai days, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly now: Instant;
  /** The offices as a manager: what is counted is theirs. */
  readonly access: Access;
}

/** @throws InvalidInput for a period that ends before it begins, or is too long */
export function askedOf(filters: Filters, access: Access, now: Instant): Asked {
  const { regime, kind, region } = filters;
  const to = filters.to ?? dayOf(now);
  const from = filters.from ?? addDays(to, 1 - USUAL_DAYS);
  if (from > to) return invalid('to', '结束日期不得早于开始日期。', 'is before the first day of the period');
  if (dayNumber(to) - dayNumber(from) >= MOST_DAYS) {
    return invalid('from', `统计期间最长 ${MOST_DAYS} 日。`, `is too far back: a period has ${MOST_DAYS} days at most`);
  }
  return { regime, kind, region, from, to, now, access };
}

/** The filters of the lists that choose what the figures are of. */
export function listFilters({ regime, kind, region }: Pick<Asked, 'regime' | 'kind' | 'region'>) {
  return {
    managed: 'true',
    ...(regime !== undefined && { regime }),
    ...(kind !== undefined && { kind }),
    ...(region !== undefined && { region }),
  };
}

/** First instant of the period, and the first one after it. */
export function bounds({ from, to }: Pick<Asked, 'from' | 'to'>): { readonly start: Date; readonly end: Date } {
  return { start: new Date(startOfDay(from)), end: new Date(startOfDay(addDays(to, 1))) };
}

/** The cases that figures are of, as a condition on a row `c` of "Case". */
export function casesAsked(asked: Asked): Prisma.Sql {
  const managed = Prisma.sql`EXISTS (SELECT FROM "CaseBody" AS b WHERE b."caseId" = c."id" AND ${placesOf('b', asked.access)})`;
  return chosen(managed, asked, 'c');
}

/** The tasks that figures are of, as a condition on a row `t` of "Task" and its case `c`: by the place of the task. */
export function tasksAsked(asked: Asked): Prisma.Sql {
  return chosen(placesOf('t', asked.access), asked, 't');
}

function chosen(managed: Prisma.Sql, { regime, kind, region }: Asked, placed: 'c' | 't'): Prisma.Sql {
  return Prisma.join(
    [
      managed,
      ...(regime === undefined ? [] : [Prisma.sql`c."regime" = ${regime}`]),
      ...(kind === undefined ? [] : [Prisma.sql`c."kind" = ${kind}`]),
      ...(region === undefined ? [] : [within(placed, region)]),
    ],
    ' AND ',
  );
}

/** Rows of the bodies and regions that are managed. */
function placesOf(alias: 'b' | 't', access: Access): Prisma.Sql {
  const places = access.flatMap(({ office: { bodyId, region } }) =>
    bodyId === undefined || region === undefined
      ? []
      : [Prisma.sql`(${Prisma.raw(alias)}."bodyId" = ${bodyId} AND ${within(alias, region)})`],
  );
  return places.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(places, ' OR ')})`;
}

/** Rows of a region and of those below it. */
function within(alias: 'b' | 'c' | 't', region: string): Prisma.Sql {
  const column = Prisma.raw(`${alias}."region"`);
  return Prisma.sql`(${column} = ${region} OR starts_with(${column}, ${`${region}/`}))`;
}
