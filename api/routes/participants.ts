import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { idSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { participantsOf, participantsSchema } from '../views/participants.ts';
import { findCase } from '../views/read-case.ts';

/** Who has to do with a case, for the bodies that handle it. */
export const listParticipants = route({
  method: 'get',
  path: '/api/cases/{id}/participants',
  ability: 'case.handle',
  tag: 'cases',
  summary: text('案件参与人', 'Participants of a case'),
  requirement: 'XC-05.3, XC-05.5',
  params: z.strictObject({ id: idSchema }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'Parties, bodies and people', schema: participantsSchema } },
  async handle({ context, reader, access, params: { id } }) {
    const found = await findCase(context, id, access);
    return { status: 200, body: await participantsOf(context, found, reader.locale) };
  },
});
