/** What is to be handed in with a form, line by line: while it is filled in, and as it was handed in with a case. */
import { z } from 'zod';
import { newestRules } from '../../prisma/case-input.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import type { ApiContext } from '../context.ts';
import { namedFiles } from '../files/named-files.ts';
import { route } from '../http/route.ts';
import { idSchema, line, textSchema } from '../http/schemas.ts';
import { filedKind } from '../intake/file-case.ts';
import { filesOf } from '../views/case-files.ts';
import { formsOf } from '../views/form-view.ts';
import { findCase } from '../views/read-case.ts';
import { rulesOf } from '../views/rule-values.ts';

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
    const { contract, checklist } = checklistOf(context, kind);
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

/** The form of a case as it stands in the records, for everybody who reads it there. */
export const checkCase = route({
  method: 'get',
  path: '/api/cases/{id}/checklist',
  ability: 'case.read',
  tag: 'cases',
  summary: text('案件的材料清单', 'The checklist of a case'),
  requirement: 'SH-EVAL-04.3, 05.1',
  params: z.strictObject({ id: idSchema }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: {
    200: {
      description:
        'Each line with how it stands in the newest form of the case: on the day on which it was handed in, today if it was not; under the rules of the case',
      schema: z.object({ items: z.array(lineSchema) }),
    },
  },
  async handle({ context, reader, access, params: { id }, now }) {
    const found = await findCase(context, id, access);
    const { kind, regime, ruleVersion, state } = found.row;
    const { contract, checklist, handedInAt } = checklistOf(context, kind);
    const [form] = formsOf(contract, found, reader);
    if (form === undefined) {
      return refuse('NOT_FOUND', '该案件没有表单。', 'There is no form of this case.');
    }
    const [rules, files] = await Promise.all([
      rulesOf(context.database, regime, ruleVersion),
      filesOf(context, found, reader),
    ]);
    const names = new Map(files.map((file) => [file.id, file.name]));
    const facts = (state as unknown as RecordedState<Readonly<Record<string, unknown>>> | null)?.facts ?? {};
    const given = { now: handedInAt?.(facts) ?? now, rules, nameOf: (fileId: string) => names.get(fileId) };
    return { status: 200, body: { items: [...checklist(form.data, given)] } };
  },
});

/** @throws Refusal NOT_FOUND for a kind that has none */
function checklistOf(context: Pick<ApiContext, 'contracts'>, kind: string) {
  const {
    contract,
    intake: { checklist, handedInAt },
  } = filedKind(context, kind);
  if (checklist === undefined) {
    return refuse(
      'NOT_FOUND',
      `${contract.title.zh}没有材料清单。`,
      `There is no checklist for this (${contract.title.en}).`,
    );
  }
  return { contract, checklist, handedInAt };
}
