import { z } from 'zod';
import type { Person } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { forSchema } from '../acting-for.ts';
import { checked } from '../http/faults.ts';
import { idSchema, line } from '../http/schemas.ts';
import { patienceOf } from '../http/patience.ts';
import { route } from '../http/route.ts';
import { requireFiles } from '../files/named-files.ts';
import { actAsSeen } from '../views/acted-as-seen.ts';
import { findAction, refuseIfSealed, requireCapacity, requireTaskAssignee } from '../views/act-on-case.ts';
import { inputOf } from '../views/case-actions.ts';
import { refuseDeleted } from '../views/case-deletion.ts';
import { caseSchema } from '../views/case-view.ts';
import { requireLetterMade } from '../views/letter-made.ts';
import { readCase } from '../views/read-case.ts';

/**
 * Does an action of a case. Who may is said three times, each time narrower: by the ability of the route, by the contract of the
 * kind, and by the case itself, which alone knows its stage and who did what in it.
 */
export const actOnCase = route({
  method: 'post',
  path: '/api/cases/{id}/actions/{name}',
  ability: 'case.act',
  trail: { in: 'timeline' },
  waits: true,
  tag: 'cases',
  summary: text('办理案件操作', 'Do an action of a case'),
  requirement: 'XC-05.1, XC-05.5',
  params: z.strictObject({ id: idSchema, name: line(60) }),
  query: z.strictObject({
    for: forSchema,
    seenRevision: z.coerce.number().pipe(z.int32().min(0)).optional().meta({
      description:
        'The revision of the case as it was seen: if what the action rests on has changed since, it is refused (STALE)',
    }),
  }),
  body: z
    .record(z.string(), z.unknown())
    .meta({ description: 'The input of the action: see `x-actions` and the actions of GET /api/cases/{id}' }),
  bodyOptional: true,
  refuses: [
    'OUT_OF_SCOPE',
    'FOUR_EYES',
    'CONFLICT_OF_INTEREST',
    'NOT_NOW',
    'STALE',
    'CASE_CLOSED',
    'CASE_NOT_READY',
    'STEP_MISSING',
    'REASON_REQUIRED',
    'TASK_OF_ANOTHER',
    'OUTCOME_UNKNOWN',
    'UNAVAILABLE',
  ],
  again: { make: ({ context, reader, access, params, now }) => readCase(context, params.id, reader, access, now) },
  answers: { 200: { description: 'The case as it now stands', schema: caseSchema } },
  async handle({ context, reader, access, params, query, body, key, now, request }) {
    const { id, name } = params;
    const found = await findAction(context, id, name, access);
    const { row, action } = found;
    await refuseDeleted(context.database, row);
    let actor: Person;
    try {
      actor = requireCapacity(found, reader.person, query.for);
    } catch (refusal) {
      if (action.logsRefusals === true) {
        await context.gateway.logRefused({ caseId: id, action: name, key, actor: reader.person, input: body });
      }
      throw refusal;
    }
    await refuseIfSealed(context, found, name);
    const input = checked(inputOf(context, row.kind, name), body);
    await requireFiles(context, reader, access, id, input);
    await requireTaskAssignee(context, id, name, input);
    if (name === 'recordLetter') await requireLetterMade(context.database, id, (input as { letter: string }).letter);
    const { personal = [] } = action;
    const patienceMs = patienceOf(request);
    const asked = { caseId: id, action: name, key, actor, input, personal, receivedAt: now, patienceMs };
    await actAsSeen(context, reader, { found, request: asked, seenRevision: query.seenRevision });
    return { status: 200, body: await readCase(context, id, reader, access, await later(context.clock.now(), now)) };
  },
});

/** The answer is as of now, which the action may have taken a while to reach. */
async function later(clock: Promise<string>, before: string): Promise<string> {
  const now = await clock;
  return now > before ? now : before;
}
