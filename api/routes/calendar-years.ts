import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { readNotice } from '../../rules/time/calendar-notice.ts';
import { addDays, dayStatus, weekday } from '../../rules/time/index.ts';
import { text } from '../../rules/text.ts';
import { paragraphs, textSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { currentCalendar } from '../views/calendars.ts';

const daySchema = z.object({
  day: z.string(),
  weekday: z.int().meta({ description: '0 is Sunday' }),
  working: z.boolean(),
  differs: z
    .boolean()
    .meta({ description: 'True for a day off from Monday to Friday, and for a weekend that is worked' }),
  why: textSchema,
});

/** Each day of a year as deadlines are counted with it. */
export const getCalendarYear = route({
  method: 'get',
  path: '/api/calendar/years/{year}',
  ability: 'calendar.read',
  tag: 'calendar',
  summary: text('某年的工作日历', 'The days of a year'),
  requirement: 'XC-02.1',
  params: z.strictObject({
    year: z
      .string()
      .regex(/^(20\d{2}|2100)$/, bilingual('年份应在 2000 至 2100 之间。', 'must be a year from 2000 to 2100')),
  }),
  answers: {
    200: {
      description: 'Its days in order; provisional where its arrangement is not published',
      schema: z.object({
        year: z.int(),
        provisional: z.boolean(),
        source: z.string().nullable(),
        days: z.array(daySchema),
      }),
    },
  },
  async handle({ context: { database }, params: { year } }) {
    const calendar = await currentCalendar(database);
    const days: z.infer<typeof daySchema>[] = [];
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
      const { working, why } = dayStatus(calendar, day);
      const isWeekend = [0, 6].includes(weekday(day));
      days.push({ day, weekday: weekday(day), working, differs: working === isWeekend, why });
    }
    const { provisional } = dayStatus(calendar, `${year}-01-01`);
    const source = calendar.years[year]?.source ?? null;
    return { status: 200, body: { year: Number(year), provisional, source, days } };
  },
});

/** Reads a notice as it was pasted, and says at which line what is wrong; nothing is loaded by that. */
export const readNoticeRoute = route({
  method: 'post',
  path: '/api/calendar/notice',
  ability: 'calendar.change',
  trail: { in: 'nowhere', because: 'only reads what was pasted' },
  tag: 'calendar',
  summary: text('读取放假安排', 'Read a year’s notice'),
  requirement: 'XC-02.3',
  keyed: false,
  body: z.strictObject({
    text: paragraphs(10_000).meta({ description: 'A day or range a line', example: '2027-10-01..2027-10-07 国庆节' }),
  }),
  answers: {
    200: {
      description:
        'The lists that the calendar takes, and each fault with its line, from 1; without a line it is of the whole',
      schema: z.object({
        year: z.int().nullable(),
        off: z.string(),
        work: z.string(),
        lines: z.array(
          z.object({ line: z.int(), from: z.string(), to: z.string(), working: z.boolean(), words: z.string() }),
        ),
        faults: z.array(z.object({ line: z.int().nullable(), message: textSchema })),
      }),
    },
  },
  handle({ body }) {
    const { lines, faults, ...notice } = readNotice(body.text);
    return { status: 200, body: { ...notice, lines: [...lines], faults: [...faults] } };
  },
});
