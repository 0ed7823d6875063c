/** How long records are kept, what may be deleted and what keeps the rest, and the seals (HN-NET-10): for the staff of the hub. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { newestRules } from '../../../prisma/case-input.ts';
import type { Database } from '../../../prisma/client.ts';
import type { RecordSeal } from '../../../prisma/generated/client.ts';
import { backupsOnRecord, retentionCount } from '../../../prisma/hn-net/retention.ts';
import type { HnNetValues } from '../../../rules/hn-net/config.ts';
import {
  isTooMuch,
  retentionClassCodes,
  retentionClasses,
  retentionHoldCodes,
  retentionHolds,
  shareGoing,
  type RetentionClass,
  type RetentionHold,
} from '../../../rules/hn-net/retention.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { instantOf, type Day } from '../../../rules/time/index.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { reason } from '../../../workflows/engine/input.ts';
import { partyKey } from '../../../workflows/engine/party-input.ts';
import { titled } from '../../../workflows/engine/titled.ts';
import { dataDeletion } from '../../../workflows/hn-net/data-deletion/contract.ts';
import { contracts } from '../../../workflows/regimes.ts';
import { behind, pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, idSchema, instantSchema, textSchema } from '../../http/schemas.ts';

const REGIME = 'HN_NET';

const classSchema = z.enum(retentionClassCodes as [RetentionClass, ...RetentionClass[]]);
const holdSchema = z.enum(retentionHoldCodes as [RetentionHold, ...RetentionHold[]]);

const stateTitle = text('可以删除', 'May be deleted');

/** The states of the list: one of the reasons that keep records, or none. */
const standings = {
  DUE: stateTitle,
  ...retentionHolds,
} as const;

export const getRetention = route({
  method: 'get',
  path: '/api/hn-net/retention',
  ability: 'retention.read',
  tag: 'records',
  summary: text('记录的保存与删除', 'Retention of records'),
  requirement: 'HN-NET-10.2, 10.3, 10.4, 10.6',
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description:
        'What may be deleted today by class and what keeps the rest, the backups that are kept, and the deletion that is under way',
      schema: z.object({
        asOf: daySchema,
        classes: z.array(
          z.object({
            class: classSchema,
            title: textSchema,
            start: textSchema.meta({ description: 'From which event the period runs' }),
            months: z.int().meta({ description: 'The period, in months; the law asks for 24 at least' }),
            requirement: z.string(),
            all: z.int().meta({ description: 'Cases that hold their records, open ones included' }),
            due: z.int().meta({ description: 'Cases that may be deleted: what a deletion would take' }),
            share: z.int().meta({ description: 'Percent of `all` that is due, rounded up' }),
            stops: z
              .boolean()
              .meta({ description: 'Whether a deletion would stop because it takes too large a share' }),
            held: z.array(z.object({ hold: holdSchema, title: textSchema, count: z.int() })),
          }),
        ),
        backups: z
          .array(z.object({ name: z.string(), takenAt: instantSchema, keptUntil: instantSchema }))
          .meta({ description: 'Deleted records still stand in these, the latest first' }),
        deletion: z
          .object({ caseId: z.string(), stage: z.string() })
          .nullable()
          .meta({ description: 'The deletion that is under way' }),
      }),
    },
  },
  async handle({ context: { database } }) {
    const [{ values }, counts, backups, deletion] = await Promise.all([
      newestRules(database, REGIME),
      Promise.all(retentionClassCodes.map(async (code) => [code, await retentionCount(database, code)] as const)),
      backupsOnRecord(database),
      database.case.findFirst({
        where: { kind: dataDeletion.kind, closedAt: null },
        select: { id: true, stage: true },
      }),
    ]);
    const rules = values as unknown as HnNetValues;
    const limits = { percent: rules['retention.breakerPercent'], from: rules['retention.breakerFrom'] };
    const classes = counts.map(([code, count]) => {
      const { title, start, rule, requirement } = retentionClasses[code];
      const { all, due, held } = count;
      return {
        ...{ class: code, title, start, months: rules[rule], requirement, all, due },
        ...{ share: shareGoing(count), stops: isTooMuch(count, limits) },
        held: retentionHoldCodes.flatMap((hold) => {
          const kept = held[hold] ?? 0;
          return kept === 0 ? [] : [{ hold, title: retentionHolds[hold], count: kept }];
        }),
      };
    });
    const asOf = counts[0]?.[1].asOf ?? '';
    return {
      status: 200,
      body: { asOf, classes, backups, deletion: deletion && { caseId: deletion.id, stage: deletion.stage } },
    };
  },
});

interface RetainedRow {
  readonly caseId: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly class: RetentionClass;
  readonly startOn: Day;
  readonly notBefore: Day;
  readonly hold: RetentionHold | null;
}

export const listRetained = route({
  method: 'get',
  path: '/api/hn-net/retention/cases',
  ability: 'retention.read',
  tag: 'records',
  summary: text('保存期内外的记录', 'Records by their retention'),
  requirement: 'HN-NET-10.6',
  query: z.strictObject({
    class: choice(retentionClasses).optional().meta({ description: 'All if left out' }),
    standing: choice(standings).optional().meta({
      description:
        'Those that may be deleted, or those that something keeps; what may be deleted or is past its least period if left out',
    }),
    ...pageQuery,
  }),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page of closed cases, the earliest day of deletion first',
      schema: pageOf(
        z.object({
          caseId: z.string(),
          number: z.string(),
          kind: z.string(),
          kindTitle: textSchema,
          title: z.string(),
          class: classSchema,
          classTitle: textSchema,
          start: textSchema,
          startOn: daySchema.meta({ description: 'The day on which the period began' }),
          notBefore: daySchema.meta({ description: 'The first day on which the records may be deleted, from 00:00' }),
          hold: holdSchema.nullable().meta({ description: 'What keeps them; null: they may be deleted' }),
          standing: textSchema,
        }),
      ),
    },
  },
  async handle({ context: { database }, query: { class: of, standing, cursor, limit } }) {
    const [day, id] = positionOf(cursor, z.tuple([daySchema, sortKey.id])) ?? [null, null];
    const rows = await database.$queryRaw<RetainedRow[]>`
      SELECT r."caseId", c."number", c."kind", c."title", r."class", r."startOn", r."notBefore", r."hold"
      FROM "RetainedCase" r JOIN "Case" c ON c."id" = r."caseId"
      WHERE r."startOn" IS NOT NULL AND (${of ?? null}::text IS NULL OR r."class" = ${of ?? null})
        AND CASE WHEN ${standing ?? null}::text IS NULL
            THEN r."hold" = 'LONGER' OR r."notBefore" <= ("stack_now"() AT TIME ZONE 'Asia/Shanghai')::date::text
          ELSE coalesce(r."hold", 'DUE') = ${standing ?? null} END
        AND (${day}::text IS NULL OR (r."notBefore", r."caseId") > (${day}::text, ${id}::text))
      ORDER BY r."notBefore", r."caseId" LIMIT ${limit + 1}`;
    const page = pageFrom(
      rows,
      limit,
      ({ notBefore, caseId }) => [notBefore, caseId],
      ({ hold, ...row }) => ({
        ...row,
        kindTitle: contracts[row.kind]?.title ?? text(row.kind, row.kind),
        classTitle: retentionClasses[row.class].title,
        start: retentionClasses[row.class].start,
        hold,
        standing: hold === null ? stateTitle : retentionHolds[hold],
      }),
    );
    return { status: 200, body: page };
  },
});

const sealSchema = z
  .object({
    id: z.string(),
    party: z.string().meta({ description: 'Key of the party' }),
    name: z.string().nullable().meta({ description: 'What the register calls it' }),
    reason: z.string(),
    sealedAt: instantSchema,
    liftedAt: instantSchema.nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: 'RecordSeal' });

async function namesOf(database: Pick<Database, 'registerEntry'>, rows: readonly RecordSeal[]) {
  const entries = await database.registerEntry.findMany({
    where: { regime: REGIME, party: { in: rows.map(({ party }) => party) } },
    select: { party: true, name: true },
  });
  return new Map(entries.map(({ party, name }) => [party, name]));
}

function sealView({ id, party, reason: why, sealedAt, liftedAt, liftReason }: RecordSeal, name: string | undefined) {
  return {
    ...{ id, party, name: name ?? null, reason: why, liftReason },
    sealedAt: instantOf(sealedAt.getTime()),
    liftedAt: liftedAt === null ? null : instantOf(liftedAt.getTime()),
  };
}

export const listSeals = route({
  method: 'get',
  path: '/api/hn-net/retention/seals',
  ability: 'retention.read',
  tag: 'records',
  summary: text('记录的封存', 'Seals on records'),
  requirement: 'HN-NET-10.6',
  query: z.strictObject(pageQuery),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: { description: 'A page, the latest first; lifted ones stay on the list', schema: pageOf(sealSchema) },
  },
  async handle({ context: { database }, query: { cursor, limit } }) {
    const rows = await database.recordSeal.findMany({
      where: { regime: REGIME, ...behind(cursor, 'sealedAt') },
      orderBy: [{ sealedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const names = await namesOf(database, rows);
    const page = pageFrom(
      rows,
      limit,
      ({ sealedAt, id }) => [instantOf(sealedAt.getTime()), id],
      (row) => sealView(row, names.get(row.party)),
    );
    return { status: 200, body: page };
  },
});

const onAudit = text('记入审计日志。', 'Stands in the audit log.');

export const sealRecords = route({
  method: 'post',
  path: '/api/hn-net/retention/seals',
  ability: 'retention.seal',
  trail: { in: 'audit', writes: ['RECORDS_SEALED'] },
  tag: 'records',
  summary: text('封存当事人的记录', 'Seal the records of a party'),
  requirement: 'HN-NET-10.6',
  isAct: true,
  body: z.strictObject({
    party: titled(
      partyKey,
      '当事人',
      'Party',
      text('封存期间，其任何记录都不删除。', 'No record of it is deleted while the seal stands.'),
    ),
    reason: titled(reason, '封存理由', 'Reason to seal', onAudit),
  }),
  refuses: ['OUT_OF_SCOPE', 'ALREADY_DONE'],
  answers: { 201: { description: 'Sealed: nothing of its cases is deleted until it is lifted', schema: sealSchema } },
  async handle({ context: { database }, reader, body: { party, reason: why }, now, audit, once }) {
    const answer = await database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`seal:${party}`}, 0))`;
      const standing = await tx.recordSeal.findFirst({ where: { regime: REGIME, party, liftedAt: null } });
      if (standing !== null)
        refuse('ALREADY_DONE', '该当事人的记录已经封存。', 'The records of this party are sealed already.');
      const row = await tx.recordSeal.create({
        data: {
          ...{ id: `sea-${randomUUID()}`, regime: REGIME, party, reason: why },
          ...{ sealedAt: new Date(now), sealedById: reader.person.id },
        },
      });
      const told = sealView(row, (await namesOf(tx, [row])).get(party));
      await once.settle(tx, 201, told);
      await audit(tx, {
        ...{ action: 'RECORDS_SEALED', object: { kind: 'institution', id: party } },
        ...{ after: { seal: row.id }, reason: why },
      });
      return told;
    });
    return { status: 201, body: answer };
  },
});

export const liftSeal = route({
  method: 'post',
  path: '/api/hn-net/retention/seals/{id}/lift',
  ability: 'retention.seal',
  trail: { in: 'audit', writes: ['RECORDS_UNSEALED'] },
  tag: 'records',
  summary: text('解除封存', 'Lift a seal'),
  requirement: 'HN-NET-10.6',
  isAct: true,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({ reason: titled(reason, '解除理由', 'Reason to lift it', onAudit) }),
  refuses: ['OUT_OF_SCOPE', 'ALREADY_DONE'],
  answers: { 200: { description: 'Lifted', schema: sealSchema } },
  async handle({ context: { database }, reader, params: { id }, body: { reason: why }, now, audit, once }) {
    const answer = await database.$transaction(async (tx) => {
      const { count } = await tx.recordSeal.updateMany({
        where: { id, regime: REGIME, liftedAt: null },
        data: { liftedAt: new Date(now), liftedById: reader.person.id, liftReason: why },
      });
      const row = await tx.recordSeal.findUnique({ where: { id, regime: REGIME } });
      if (row === null) return refuse('NOT_FOUND', '没有这项封存。', 'There is no such seal.');
      if (count === 0) refuse('ALREADY_DONE', '该封存已经解除。', 'The seal was lifted before.');
      const told = sealView(row, (await namesOf(tx, [row])).get(row.party));
      await once.settle(tx, 200, told);
      await audit(tx, {
        ...{ action: 'RECORDS_UNSEALED', object: { kind: 'institution', id: row.party } },
        ...{ before: { seal: id, reason: row.reason }, reason: why },
      });
      return told;
    });
    return { status: 200, body: answer };
  },
});
