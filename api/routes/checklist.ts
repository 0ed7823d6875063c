/** What is to be handed in with a form, line by line, while it is filled in. */
import { z } from 'zod';
import { newestRules } from '../../prisma/case-input.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { namedFiles } from '../files/named-files.ts';
import { route } from '../http/route.ts';
import { line, textSchema } from '../http/schemas.ts';
import { filedKind } from '../intake/file-case.ts';

const lineSchema = z
  .object({
    key: z.string(),
    title: textSchema,
    needed: textSchema.meta({ description: 'When it must be handed in' }),
    numbers: z
      .array(z.object({ list: textSchema, number: z.int() }))
      .meta({ description: 'Its number in each list of the regulation' }),
    state: z.enum(['FILED', 'MISSING', 'NOT_APPLICABLE']),
    lacking: z.array(textSchema).meta({ description: 'What is missing or wrong; empty unless MISSING' }),
    warnings: z.array(textSchema).meta({ description: 'What should be put right all the same' }),
    fields: z.array(z.string()).meta({ description: 'Paths of the form in which it is filled in' }),
  })
  .meta({ id: 'ChecklistLine' });

/** Holds a form, as far as it is filled in, against the checklist of its kind. */
export const checkAgainstList = route({
  method: 'post',
  path: '/api/intakes/{kind}/checklist',
  ability: 'case.file',
  trail: { in: 'nowhere', because: 'only checks' },
  tag: 'cases',
  summary: text('核对材料清单', 'Hold a form against its checklist'),
  requirement: 'SH-EVAL-04.1, 04.2, 04.3',
  params: z.strictObject({ kind: line(60).meta({ description: 'Kind of case, e.g. `assessmentEntry`' }) }),
  keyed: false,
  body: z.record(z.string(), z.unknown()).meta({ description: 'The form as far as it is filled in' }),
  refuses: ['NOT_FOUND'],
  answers: {
    200: {
      description: 'Each line with how it stands today, under the newest rules',
      schema: z.object({ items: z.array(lineSchema) }),
    },
  },
  async handle({ context, reader, params: { kind }, body, now }) {
    const { contract, intake } = filedKind(context, kind);
    const { checklist } = intake;
    if (checklist === undefined) {
      return refuse(
        'NOT_FOUND',
        `${contract.title.zh}没有材料清单。`,
        `There is no checklist for this (${contract.title.en}).`,
      );
    }
    const { database } = context;
    const ids = namedFiles(body).map(([, id]) => id);
    const [{ values }, files] = await Promise.all([
      newestRules(database, contract.regime),
      // What somebody else has uploaded says nothing here, not even its name.
      database.file.findMany({
        where: { id: { in: ids }, ownerId: reader.person.id },
        select: { id: true, name: true },
      }),
    ]);
    const names = new Map(files.map(({ id, name }) => [id, name]));
    const items = checklist(body, { now, rules: values, nameOf: (id) => names.get(id) });
    return { status: 200, body: { items: [...items] } };
  },
});
