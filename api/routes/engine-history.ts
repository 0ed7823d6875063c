import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { workflowIdOf } from '../../workflows/engine/messages.ts';
import { MOST_EVENTS } from '../engine-history.ts';
import { route } from '../http/route.ts';
import { idSchema, instantSchema } from '../http/schemas.ts';

const failure = z.string().nullable().meta({
  description: 'In the words of Temporal; of a failure of the product its type, since its words are encrypted',
});

const historySchema = z
  .object({
    workflowId: z.string(),
    uiUrl: z.string().nullable().meta({ description: 'Its page in the console of Temporal, if the operator has one' }),
    run: z
      .object({
        runId: z.string(),
        status: z.string(),
        taskQueue: z.string(),
        length: z.int().meta({ description: 'Events of the run' }),
        pending: z
          .array(z.object({ name: z.string(), attempt: z.int(), failure }))
          .meta({ description: 'Activities that run or wait for their next try' }),
        events: z
          .array(
            z.object({
              id: z.int(),
              at: instantSchema.meta({ description: 'Real time, also in training' }),
              type: z.string(),
              name: z.string().nullable(),
              attempt: z.int().nullable(),
              failure,
            }),
          )
          .meta({ description: `The latest first, ${MOST_EVENTS} at most; nothing of what they were told` }),
      })
      .nullable()
      .meta({ description: 'The latest run; null if Temporal keeps none of the case any more' }),
  })
  .meta({ id: 'EngineHistory' });

/** What the engine keeps of a case, for whoever looks after the platform: what happened stands on its timeline. */
export const getEngineHistory = route({
  method: 'get',
  path: '/api/cases/{id}/history',
  ability: 'engine.read',
  tag: 'health',
  summary: text('案件的引擎记录', 'What the engine keeps of a case'),
  requirement: 'XC-05.3',
  params: z.strictObject({ id: idSchema }),
  refuses: ['UNAVAILABLE'],
  answers: { 200: { description: 'Events, tries and failures', schema: historySchema } },
  async handle({ context: { database, gateway, settings }, params: { id } }) {
    if ((await database.case.count({ where: { id } })) === 0)
      return refuse('NOT_FOUND', '没有这个案件。', 'There is no such case.');
    const workflowId = workflowIdOf(id);
    const { temporalUiUrl, temporalNamespace } = settings;
    const page = `/namespaces/${encodeURIComponent(temporalNamespace)}/workflows/${encodeURIComponent(workflowId)}`;
    const history = await gateway.history(id);
    return {
      status: 200,
      body: {
        workflowId,
        uiUrl: temporalUiUrl === undefined ? null : `${temporalUiUrl}${page}`,
        run: history && {
          ...{ runId: history.runId, status: history.status, taskQueue: history.taskQueue, length: history.length },
          ...{ pending: [...history.pending], events: [...history.events] },
        },
      },
    };
  },
});
