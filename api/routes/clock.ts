import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantInput, instantSchema } from '../http/schemas.ts';
import { route, type Call } from '../http/route.ts';
import type { TrainingClock } from '../case-gateway-types.ts';

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

/** Moves the training clock forward; what is due on the way fires in due order. */
export const advanceClock = route({
  method: 'post',
  path: '/api/clock/advance',
  ability: 'clock.advance',
  trail: { in: 'audit', writes: ['CLOCK_MOVED'] },
  tag: 'training',
  summary: text('推进演练时钟', 'Move the training clock forward'),
  trainingOnly: true,
  body: z.strictObject({ to: instantInput }),
  refuses: ['OUTCOME_UNKNOWN', 'UNAVAILABLE'],
  answers: {
    200: {
      description: 'Where it stands now, and at how many instants something fired',
      schema: z.object({ now: instantSchema, stops: z.int() }),
    },
  },
  async handle({ context, body, now, audit }) {
    if (body.to < now) {
      refuse('INVALID_INPUT', `时钟只能向前推进，现为 ${now}。`, `The clock only moves forward; it stands at ${now}.`, {
        field: 'to',
        facts: { now },
      });
    }
    const change = { object: { kind: 'clock', id: 'training' }, before: { now }, after: { to: body.to } } as const;
    // Said before it is done: a clock that stops on its way was moved all the same.
    await context.database.$transaction((tx) => audit(tx, { action: 'CLOCK_MOVED', ...change }));
    return { status: 200, body: await clockOf(context).advance(body.to) };
  },
});

function clockOf({ trainingClock }: Call['context']): TrainingClock {
  return trainingClock ?? refuse('NOT_FOUND', '没有这个地址。', 'There is nothing at this address.');
}
