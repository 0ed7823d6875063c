import { z } from 'zod';
import { CHAIN_HASHES } from '../../config/chain-hash.ts';
import { verifyAudit } from '../../prisma/audit.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { AUDIT_ACTIONS, AUDIT_OBJECTS } from '../../rules/audit.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route } from '../http/route.ts';
import { instantInput, line, textSchema } from '../http/schemas.ts';
import { auditEntryOf, auditEntrySchema, namesOfObjects } from '../views/audit-view.ts';

const filters = {
  actor: line(100).optional().meta({ description: 'Id of the account, or name of the command' }),
  action: choice(AUDIT_ACTIONS).optional(),
  objectKind: choice(AUDIT_OBJECTS).optional(),
  objectId: line(200).optional(),
  from: instantInput.optional().meta({ description: 'From this moment on' }),
  to: instantInput.optional().meta({ description: 'Before this moment' }),
};

type Filters = z.output<z.ZodObject<typeof filters>>;

function entriesWhere({ actor, action, objectKind, objectId, from, to }: Filters): Prisma.AuditEntryWhereInput {
  return {
    ...(actor !== undefined && { actorId: actor }),
    ...(action !== undefined && { action }),
    ...(objectKind !== undefined && { objectKind }),
    ...(objectId !== undefined && { objectId }),
    at: { ...(from !== undefined && { gte: new Date(from) }), ...(to !== undefined && { lt: new Date(to) }) },
  };
}

/** The audit log: changes that are no step of a case, with who made them, from where, and what it was before. For auditors alone. */
export const listAudit = route({
  method: 'get',
  path: '/api/audit',
  ability: 'audit.read',
  tag: 'audit',
  summary: text('审计日志', 'The audit log'),
  requirement: 'XC-05.3, XC-06.2',
  query: z.strictObject({ ...pageQuery, ...filters }),
  answers: { 200: { description: 'A page of the entries, the latest first', schema: pageOf(auditEntrySchema) } },
  async handle({ context, query: { cursor, limit, ...asked } }) {
    const before = positionOf(cursor, sortKey.count);
    const rows = await context.database.auditEntry.findMany({
      where: { AND: [entriesWhere(asked), before === null ? {} : { seq: { lt: before } }] },
      orderBy: { seq: 'desc' },
      take: limit + 1,
    });
    const names = await namesOfObjects(context.database, rows);
    return {
      status: 200,
      body: pageFrom(
        rows,
        limit,
        ({ seq }) => seq,
        (row) => auditEntryOf(row, names),
      ),
    };
  },
});

/** Checks the chain of the audit log from its first entry to its end. */
export const verifyAuditRoute = route({
  method: 'get',
  path: '/api/audit/verify',
  ability: 'audit.read',
  tag: 'audit',
  summary: text('校验审计日志', 'Verify the audit log'),
  requirement: 'XC-05.3',
  answers: {
    200: {
      description: 'Whether every entry is as it was written and none is missing, at the end neither',
      schema: z.object({
        intact: z.boolean(),
        length: z.int().meta({ description: 'Entries' }),
        head: z.string().optional().meta({ description: 'Hash of the last entry' }),
        algorithm: z.enum(CHAIN_HASHES).optional().meta({ description: 'The hash by which the head was made' }),
        brokenAt: z.int().optional().meta({ description: 'First entry that does not fit' }),
        reason: textSchema.optional(),
      }),
    },
  },
  async handle({ context }) {
    const { lines: length, ...found } = await verifyAudit(context.database);
    return { status: 200, body: { ...found, length } };
  },
});

/** Entries of one export; what is more is asked for in parts, by `from` and `to`. */
const MOST_EXPORTED = 10_000;

/** Entries as lines of JSON, the oldest first, each with its hash, so that the chain can be checked elsewhere. The export is an entry itself. */
export const exportAudit = route({
  method: 'get',
  path: '/api/audit/export',
  ability: 'audit.read',
  trail: { in: 'audit', writes: ['AUDIT_EXPORTED'] },
  tag: 'audit',
  summary: text('导出审计日志', 'Export the audit log'),
  requirement: 'XC-05.3',
  query: z.strictObject(filters),
  refuses: ['TOO_LARGE'],
  answers: { 200: { description: 'One entry a line', mediaType: 'application/x-ndjson' } },
  async handle({ context: { database }, query, now, audit }) {
    const rows = await database.auditEntry.findMany({
      where: entriesWhere(query),
      orderBy: { seq: 'asc' },
      take: MOST_EXPORTED + 1,
    });
    if (rows.length > MOST_EXPORTED) {
      refuse(
        'TOO_LARGE',
        `一次最多导出 ${MOST_EXPORTED} 条，请用 from、to 缩小时间范围。`,
        `At most ${MOST_EXPORTED} entries are exported at once; narrow the time with \`from\` and \`to\`.`,
        { facts: { limit: MOST_EXPORTED } },
      );
    }
    await database.$transaction((tx) =>
      audit(tx, {
        action: 'AUDIT_EXPORTED',
        object: { kind: 'auditLog', id: 'audit' },
        after: { entries: rows.length, filters: query },
      }),
    );
    const names = await namesOfObjects(database, rows);
    return {
      status: 200,
      raw: rows.map((row) => `${JSON.stringify(auditEntryOf(row, names))}\n`).join(''),
      headers: {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Content-Disposition': `attachment; filename="audit-${now.slice(0, 10)}.ndjson"`,
      },
    };
  },
});
