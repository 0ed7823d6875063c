import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { addDays, atTime, dayOf, nextWorkingDay, type Instant } from '../../rules/time/index.ts';
import { choice } from '../../workflows/engine/choice.ts';
import type { TrainingClock } from '../case-gateway-types.ts';
import { route, type Call } from '../http/route.ts';
import { instantInput, instantSchema } from '../http/schemas.ts';
import { currentCalendar } from '../views/calendars.ts';
import { dueDeadlineSchema, dueDeadlines, MOST_DUE } from '../views/due-deadlines.ts';

/** The clock of a training stack. Outside training mode there is nothing at this address. */
export const getClock = route({
  method: 'get',
  path: '/api/clock',
  ability: 'clock.read',
  tag: 'training',
  summary: text('演练时钟', 'The training clock'),
  trainingOnly: true,
  answers: { 200: { description: 'Where it stands', schema: z.object({ now: instantSchema }) } },
  handle: ({ now }) => ({ status: 200, body: { now } }),
});

/** The deadlines of all cases by when they end: what lies ahead of the clock, or what it has passed on its way. */
export const listDueDeadlines = route({
  method: 'get',
  path: '/api/clock/deadlines',
  ability: 'clock.advance',
  tag: 'training',
  summary: text('演练时钟前后的期限', 'Deadlines around the training clock'),
  trainingOnly: true,
  query: z.strictObject({
    after: instantInput.optional().meta({ description: 'Where the clock stands if left out' }),
    until: instantInput.optional().meta({ description: 'This instant included; without end if left out' }),
  }),
  answers: {
    200: {
      description: `The first ${MOST_DUE} that run or have passed, the earliest first, and how many there are`,
      schema: z.object({ total: z.int(), items: z.array(dueDeadlineSchema) }),
    },
  },
  async handle({ context, query: { after, until }, now }) {
    return { status: 200, body: await dueDeadlines(context, { after: after ?? now, until }) };
  },
});

/** Where the clock can be moved to without naming an instant. */
const STOPS = { nextDeadline: text('下一个期限', 'the next deadline') };

const moveShape = {
  to: instantInput.optional().meta({ description: 'This instant' }),
  days: z.int().min(1).max(3_660).optional().meta({ description: 'So many days on, at the same time of day' }),
  workingDays: z
    .int()
    .min(1)
    .max(1_000)
    .optional()
    .meta({ description: 'So many working days on, at the same time of day' }),
  until: choice(STOPS).optional().meta({ description: 'The next open deadline of any case' }),
};
type Move = z.output<z.ZodObject<typeof moveShape>>;

/** Moves the training clock forward; what is due on the way fires in due order. */
export const advanceClock = route({
  method: 'post',
  path: '/api/clock/advance',
  ability: 'clock.advance',
  trail: { in: 'audit', writes: ['CLOCK_MOVED'] },
  tag: 'training',
  summary: text('推进演练时钟', 'Move the training clock forward'),
  trainingOnly: true,
  body: z.strictObject(moveShape).meta({ description: 'One of these ways to say how far' }),
  refuses: ['NOT_NOW', 'OUTCOME_UNKNOWN', 'UNAVAILABLE'],
  answers: {
    200: {
      description: 'Where it stood and stands now, and at how many instants something fired',
      schema: z.object({ from: instantSchema, now: instantSchema, stops: z.int() }),
    },
  },
  async handle({ context, body, now, audit }) {
    const clock = clockOf(context);
    const to = await aimOf(context, body, now);
    const change = { object: { kind: 'clock', id: 'training' }, before: { now }, after: { to } } as const;
    // Said before it is done: a clock that stops on its way was moved all the same.
    await context.database.$transaction((tx) => audit(tx, { action: 'CLOCK_MOVED', ...change }));
    return { status: 200, body: { from: now, ...(await clock.advance(to)) } };
  },
});

/** The instant that a move aims at. @throws Refusal INVALID_INPUT unless one way is named, and it leads forward */
async function aimOf({ database, contracts }: Call['context'], move: Move, now: Instant): Promise<Instant> {
  if (Object.keys(move).length !== 1) {
    refuse(
      'INVALID_INPUT',
      '请从 to、days、workingDays、until 中选一种方式说明推进到何时。',
      'Say in one way how far the clock is to move: to, days, workingDays or until.',
    );
  }
  if (move.to !== undefined) {
    if (move.to < now) {
      refuse('INVALID_INPUT', `时钟只能向前推进，现为 ${now}。`, `The clock only moves forward; it stands at ${now}.`, {
        field: 'to',
        facts: { now },
      });
    }
    return move.to;
  }
  if (move.until !== undefined) {
    const [next] = (await dueDeadlines({ database, contracts }, { after: now })).items;
    return next?.dueAt ?? refuse('NOT_NOW', '没有尚在计时的期限。', 'No case has a deadline that is still to come.');
  }
  return atTime(await dayAfter(database, dayOf(now), move), timeOf(now));
}

async function dayAfter(database: Call['context']['database'], today: string, { days, workingDays = 0 }: Move) {
  if (days !== undefined) return addDays(today, days);
  const calendar = await currentCalendar(database);
  let day = today;
  for (let left = workingDays; left > 0; left -= 1) day = nextWorkingDay(calendar, day);
  return day;
}

/** The time of day of an instant, to the second begun. */
function timeOf(instant: Instant): string {
  return instant.slice(11, 19);
}

function clockOf({ trainingClock }: Call['context']): TrainingClock {
  return trainingClock ?? refuse('NOT_FOUND', '没有这个地址。', 'There is nothing at this address.');
}
