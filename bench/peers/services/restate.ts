/** The same case in Restate: an object a case, whose calls come one after the other; the deadline is a call with a delay. */
import { InvocationIdParser, object, serve, service, type Context, type ObjectContext } from '@restatedev/restate-sdk';
import { openFloorEffects } from '../../floor/effects.ts';
import { ENDING } from '../../floor/steps.ts';
import { mailOf, type StepOrder } from '../../floor/write.ts';
import { readOrder, serving, type Decision, type Opening } from './order.ts';

const { databaseUrl, smtpUrl, port } = readOrder();
const effects = openFloorEffects(databaseUrl, smtpUrl);

const mailer = service({
  name: 'mailer',
  handlers: {
    send: async (ctx: Context, order: StepOrder) => {
      await ctx.run('mail', () => effects.mail(order));
    },
  },
});

async function step(ctx: ObjectContext, order: StepOrder): Promise<void> {
  await ctx.run('write', () => effects.write(order));
  if (mailOf(order.caseId, order.nth) !== null) ctx.serviceSendClient<typeof mailer>(mailer).send(order);
}

const ENDS = 'ends';
const life = object({
  name: 'case',
  handlers: {
    open: async (ctx: ObjectContext, { caseId, endsAt }: Opening) => {
      await step(ctx, { caseId, nth: 0 });
      const delay = Math.max(0, endsAt - (await ctx.date.now()));
      const sent = ctx.genericSend({
        service: 'case',
        method: ENDS,
        key: caseId,
        parameter: new Uint8Array(),
        delay,
      });
      ctx.set(ENDS, await sent.invocationId);
    },
    decide: async (ctx: ObjectContext, { caseId, nth, revision }: Decision) => {
      await step(ctx, { caseId, nth, revision });
      if (nth !== ENDING) return;
      const id = await ctx.get<string>(ENDS);
      if (id !== null) ctx.cancel(InvocationIdParser.fromString(id));
      ctx.clearAll();
    },
    ends: async (ctx: ObjectContext) => {
      if ((await ctx.get<string>(ENDS)) === null) return;
      await step(ctx, { caseId: ctx.key, nth: ENDING, revision: 2 });
      ctx.clearAll();
    },
  },
});

await serve({ services: [life, mailer], port });
serving();
