/** How far the text of a regime is in force: consultation, adoption, replacement (SH-STORE-17.1). */
import { z } from 'zod';
import type { TextStatus } from '../../prisma/generated/client.ts';
import { newestVersions } from '../../prisma/open-case.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { dayOf, instantOf } from '../../rules/time/index.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { refersTo, titled } from '../../workflows/engine/titled.ts';
import { requireOwnFiles } from '../files/kept-files.ts';
import { route } from '../http/route.ts';
import { daySchema, idSchema, instantSchema, line, paragraphs, textSchema } from '../http/schemas.ts';
import { ownRegime, regimeNamed } from '../views/named-regime.ts';
import { initialStatus, newestStatus, TEXT_STATUSES, type TextStatusCode } from '../views/text-status.ts';

const params = z.strictObject({ regime: line(20).meta({ description: 'e.g. `SH_STORE`' }) });

const adopted = z.object({
  from: daySchema.meta({ description: 'First Shanghai day in force' }),
  title: z.string(),
  documentNumber: z.string(),
  fileId: z.string(),
  ruleVersion: z.int().meta({ description: 'The version of the rules that cases begin under since' }),
});

const changeSchema = z.object({
  status: z.string(),
  statusTitle: textSchema,
  on: daySchema,
  adopted: adopted.nullable(),
  reason: z.string(),
  byId: z.string(),
  at: instantSchema,
});

const statusSchema = z
  .object({
    regime: z.string(),
    title: textSchema,
    status: z.string(),
    statusTitle: textSchema,
    on: daySchema.meta({ description: 'Shanghai day on which the text came into this state' }),
    adopted: adopted.nullable(),
    ruleVersion: z.int().meta({ description: 'The version of the rules that a case opened now begins under' }),
    history: z.array(changeSchema).meta({ description: 'What was recorded since the first text, the latest first' }),
  })
  .meta({ id: 'RegulationStatus' });

/** The status of a regime's text, with its history. */
export const getTextStatus = route({
  method: 'get',
  path: '/api/regulations/{regime}',
  ability: 'rules.read',
  tag: 'rules',
  summary: text('办法文本的状态', 'The status of a regulation'),
  requirement: 'SH-STORE-17.1',
  params,
  refuses: ['NOT_FOUND'],
  answers: { 200: { description: 'The status', schema: statusSchema } },
  async handle({ context: { database }, params: { regime: code } }) {
    const { title, rules } = regimeNamed(code);
    const history = await database.textStatus.findMany({
      where: { regime: code },
      orderBy: { seq: 'desc' },
      take: 200,
    });
    const { ruleVersion } = await newestVersions(database, code);
    const [newest] = history;
    const status = (newest?.status ?? initialStatus(rules.status)) as TextStatusCode;
    return {
      status: 200,
      body: {
        ...{ regime: code, title: { zh: title.zh, en: title.en } },
        ...{ status, statusTitle: { ...TEXT_STATUSES[status] }, on: newest?.on ?? rules.status.on },
        ...{ adopted: newest === undefined ? null : adoptedOf(newest), ruleVersion },
        history: history.map(changeView),
      },
    };
  },
});

const reason = titled(paragraphs(2000), '理由', 'Reason', text('记入审计日志。', 'Stands in the audit log.'));

/**
 * Records a change of a text's status: the consultation is closed or opened again, a version is adopted or replaces the one in force. The
 * adopted version names the newest version of the rules, under which cases begin; those that run keep theirs (XC-06.2).
 */
export const changeTextStatus = route({
  method: 'post',
  path: '/api/regulations/{regime}/status',
  ability: 'regulation.status',
  trail: { in: 'audit', writes: ['TEXT_STATUS_CHANGED'] },
  tag: 'rules',
  summary: text('更改办法文本的状态', 'Change the status of a regulation'),
  requirement: 'SH-STORE-17.1',
  params,
  isAct: true,
  body: z.discriminatedUnion('status', [
    z.strictObject({
      status: titled(
        choice({ CONSULTATION_OPEN: TEXT_STATUSES.CONSULTATION_OPEN, CLOSED: TEXT_STATUSES.CLOSED }),
        '状态',
        'Status',
      ),
      on: titled(daySchema, '日期', 'On'),
      reason,
    }),
    z.strictObject({
      status: titled(choice({ ADOPTED: TEXT_STATUSES.ADOPTED }), '状态', 'Status'),
      on: titled(daySchema, '成文日期', 'Day of the document'),
      from: titled(daySchema, '施行日期', 'In force from'),
      title: titled(line(200), '文件名称', 'Title of the document'),
      documentNumber: titled(line(60), '文号', 'Number of the document'),
      fileId: titled(refersTo(idSchema, 'file'), '正式文本', 'The adopted text'),
      ruleVersion: titled(
        z.int32(),
        '规则版本',
        'Version of the rules',
        text('载有正式文本数值的最新规则版本。', 'The newest version of the rules, which carries its numbers.'),
      ),
      reason,
    }),
  ]),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE', 'ALREADY_DONE', 'NOT_NOW'],
  answers: { 201: { description: 'It is recorded', schema: changeSchema } },
  async handle({ context, reader, access, params: { regime: code }, body, now, once, audit }) {
    const { rules } = ownRegime(code, access);
    return context.database.$transaction(async (tx) => {
      // The rules are not changed between looking at their version and naming it.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rules:${code}`}, 0))`;
      const newest = await newestStatus(tx, code);
      const before = newest?.status ?? initialStatus(rules.status);
      if (body.status === before && body.status !== 'ADOPTED')
        refuse('ALREADY_DONE', '文本已处于该状态。', 'The text is in this state already.', { field: 'status' });
      refuseDay(body.on, newest?.on ?? rules.status.on, dayOf(now));
      if (body.status === 'ADOPTED') {
        const { ruleVersion } = await newestVersions(tx, code);
        if (body.ruleVersion !== ruleVersion) {
          refuse(
            'NOT_NOW',
            `新案件适用规则第 ${ruleVersion} 版；请先将规则改为正式文本的数值，再附上最新版本号。`,
            `Cases begin under version ${ruleVersion} of the rules; set the rules to the numbers of the adopted text, then name the newest version.`,
            { field: 'ruleVersion', facts: { ruleVersion } },
          );
        }
        await requireOwnFiles(tx, reader.person.id, [['fileId', body.fileId]]);
      }
      const row = await tx.textStatus.create({
        data: { ...body, regime: code, seq: (newest?.seq ?? 0) + 1, byId: reader.person.id, at: new Date(now) },
      });
      const { reason: why, ...after } = body;
      await audit(tx, {
        action: 'TEXT_STATUS_CHANGED',
        object: { kind: 'regulation', id: code },
        before: { status: before },
        after,
        reason: why,
      });
      const reply = { status: 201, body: changeView(row) };
      await once.settle(tx, reply.status, reply.body);
      return reply;
    });
  },
});

function refuseDay(on: string, last: string, today: string): void {
  if (on > today) refuse('INVALID_INPUT', '日期晚于今天。', 'The day lies in the future.', { field: 'on' });
  if (on < last) {
    refuse('INVALID_INPUT', `日期早于上一次状态变更（${last}）。`, `The day lies before the last change (${last}).`, {
      field: 'on',
    });
  }
}

function adoptedOf({ from, title, documentNumber, fileId, ruleVersion }: TextStatus) {
  if (from === null || title === null || documentNumber === null || fileId === null || ruleVersion === null)
    return null;
  return { from, title, documentNumber, fileId, ruleVersion };
}

function changeView(row: TextStatus): z.infer<typeof changeSchema> {
  const { status, on, reason: why, byId, at } = row;
  const statusTitle = { ...TEXT_STATUSES[status as TextStatusCode] };
  return { status, statusTitle, on, adopted: adoptedOf(row), reason: why, byId, at: instantOf(at.getTime()) };
}
