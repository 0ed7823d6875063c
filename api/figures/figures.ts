/** The figures of a manager, each of the whole population that it names and not of a sample. */
import { z } from 'zod';
import { dayOf } from '../../rules/time/index.ts';
import type { ApiContext } from '../context.ts';
import { daySchema, instantSchema } from '../http/schemas.ts';
import { currentCalendar } from '../views/calendars.ts';
import type { Asked } from './asked.ts';
import { backlog, backlogSchema } from './backlog.ts';
import { forecast, forecastSchema } from './forecast.ts';
import { funnels, funnelsSchema } from './funnels.ts';
import { onTime, onTimeSchema } from './on-time.ts';
import { regionsWithin } from './regions.ts';
import { timeSpent, timeSpentSchema } from './time-spent.ts';
import { workload, workloadSchema } from './workload.ts';

export const figuresSchema = z
  .object({
    at: instantSchema.meta({ description: 'As of when' }),
    today: daySchema,
    from: daySchema.meta({ description: 'First day of the period' }),
    to: daySchema.meta({ description: 'Last day of the period' }),
    regions: z.array(z.string()).meta({ description: 'The regions of the reader, to which figures can be narrowed' }),
    onTime: onTimeSchema,
    timeSpent: timeSpentSchema,
    backlog: backlogSchema,
    forecast: forecastSchema,
    workload: workloadSchema,
    funnels: funnelsSchema,
  })
  .meta({ id: 'Figures' });

export type Figures = z.infer<typeof figuresSchema>;

/** {@link figuresSchema}. */
export async function figuresOf(context: ApiContext, asked: Asked): Promise<Figures> {
  const calendar = await currentCalendar(context.database);
  const [kept, spent, open, ahead, people, steps] = await Promise.all([
    onTime(context, asked),
    timeSpent(context, asked, calendar),
    backlog(context, asked, calendar),
    forecast(context, asked, calendar),
    workload(context, asked),
    funnels(context, asked),
  ]);
  return {
    ...{ at: asked.now, today: dayOf(asked.now), from: asked.from, to: asked.to },
    regions: regionsWithin(asked.access),
    ...{ onTime: kept, timeSpent: spent, backlog: open, forecast: ahead, workload: people, funnels: steps },
  };
}
