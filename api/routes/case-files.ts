import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { idSchema } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { caseFileSchema, filesOf } from '../views/case-files.ts';
import { noteSealedCase } from '../views/sealed-case.ts';
import { sealedReadTrail } from '../views/sealed-read.ts';
import { findCase } from '../views/read-case.ts';

/** Every file of a case that the reader may have: what it is, from whom, since when, and for what it is in the case. */
export const listCaseFiles = route({
  method: 'get',
  path: '/api/cases/{id}/files',
  ability: 'case.read',
  trail: sealedReadTrail,
  tag: 'cases',
  summary: text('案件的文件', 'Files of a case'),
  requirement: 'XC-05.3, XC-05.5',
  params: z.strictObject({ id: idSchema }),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'In the order in which the case came to know them',
      schema: z.object({ items: z.array(caseFileSchema) }),
    },
  },
  async handle(call) {
    const { context, reader, access, params } = call;
    const found = await findCase(context, params.id, access);
    await noteSealedCase(call, found.row);
    return { status: 200, body: { items: await filesOf(context, found, reader) } };
  },
});
