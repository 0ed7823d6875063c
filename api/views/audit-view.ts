/** An entry of the audit log as its readers see it. */
import { z } from 'zod';
import { CHAIN_HASHES } from '../../config/chain-hash.ts';
import { caseNumbers } from '../../prisma/case-numbers.ts';
import type { Database } from '../../prisma/client.ts';
import type { AuditEntry } from '../../prisma/generated/client.ts';
import { AUDIT_FIELDS } from '../../rules/audit-fields.ts';
import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_OBJECTS, type AuditObject } from '../../rules/audit.ts';
import { inBoth, type Text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { regimes } from '../../workflows/regimes.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import { namesOf } from './people.ts';

const fields = z.record(z.string(), z.unknown()).nullable();

export const auditEntrySchema = z
  .object({
    seq: z.int(),
    at: instantSchema,
    clockSaid: instantSchema.nullable().meta({ description: 'Where the clock was set back by a minute or more' }),
    action: z.string(),
    actionTitle: textSchema,
    actor: z.object({
      kind: z.string().meta({ description: Object.keys(AUDIT_ACTORS).join(', ') }),
      id: z.string().nullable(),
      name: z.string().nullable().meta({ description: 'As the actor was called then' }),
      roles: z.array(z.string()).meta({ description: 'In which capacities it was done' }),
    }),
    address: z.string().nullable().meta({ description: 'Network address; none of a command and of a step of a case' }),
    requestId: z.string().nullable(),
    object: z.object({
      kind: z.string(),
      id: z.string(),
      title: textSchema,
      name: z.string().nullable().meta({ description: 'What an account or case is called now' }),
    }),
    before: fields.meta({ description: 'What changed, as it was; never a password, token or session' }),
    after: fields,
    fieldTitles: z.record(z.string(), textSchema).meta({ description: 'What the names in `before` and `after` mean' }),
    reason: z.string().nullable(),
    algorithm: z.enum(CHAIN_HASHES),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

/** What the objects of entries are called, by kind and id. */
type Names = ReadonlyMap<string, string>;

/** Reads what accounts and cases are called that entries are about. */
export async function namesOfObjects(database: Database, rows: readonly AuditEntry[]): Promise<Names> {
  const idsOf = (kind: AuditObject) => rows.flatMap((row) => (row.objectKind === kind ? [row.objectId] : []));
  const [accounts, cases] = await Promise.all([
    namesOf(database, idsOf('account')),
    caseNumbers(database, idsOf('case')),
  ]);
  const named = (kind: AuditObject, names: Names) => [...names].map(([id, name]) => [`${kind} ${id}`, name] as const);
  return new Map([...named('account', accounts), ...named('case', cases)]);
}

/** {@link auditEntrySchema} of a row. */
export function auditEntryOf(row: AuditEntry, names: Names): z.infer<typeof auditEntrySchema> {
  const { seq, action, address, requestId, reason, prevHash, hash } = row;
  return {
    seq,
    at: instantOf(row.at.getTime()),
    clockSaid: row.clockSaid === null ? null : instantOf(row.clockSaid.getTime()),
    action,
    actionTitle: titleIn(AUDIT_ACTIONS, action),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, roles: row.actorRoles },
    ...{ address, requestId },
    object: {
      kind: row.objectKind,
      id: row.objectId,
      title: titleIn(AUDIT_OBJECTS, row.objectKind),
      name: names.get(`${row.objectKind} ${row.objectId}`) ?? null,
    },
    before: row.before as Record<string, unknown> | null,
    after: row.after as Record<string, unknown> | null,
    fieldTitles: fieldTitlesOf(row),
    reason,
    algorithm: row.algorithm as 'sha256',
    ...{ prevHash, hash },
  };
}

/** Values of rules are called as in their book. */
function fieldTitlesOf({ before, after, objectKind, objectId }: AuditEntry): Record<string, Text> {
  const book = objectKind === 'rules' ? regimes.find(({ code }) => code === objectId)?.rules.values : undefined;
  const names = [before, after].flatMap((record) => Object.keys((record ?? {}) as object));
  return Object.fromEntries(
    [...new Set(names)].map((name) => {
      const rule = book?.[name];
      return [name, rule === undefined ? titleIn(AUDIT_FIELDS, name) : { zh: rule.zh, en: rule.en }];
    }),
  );
}

function titleIn(titles: Readonly<Record<string, Text>>, name: string): Text {
  return titles[name] ?? inBoth(name);
}
