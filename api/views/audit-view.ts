/** An entry of the audit log as its readers see it. */
import { z } from 'zod';
import { CHAIN_HASHES } from '../../config/chain-hash.ts';
import type { AuditEntry } from '../../prisma/generated/client.ts';
import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_OBJECTS } from '../../rules/audit.ts';
import { inBoth, type Text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';

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
    object: z.object({ kind: z.string(), id: z.string(), title: textSchema }),
    before: fields.meta({ description: 'What changed, as it was; never a password, token or session' }),
    after: fields,
    reason: z.string().nullable(),
    algorithm: z.enum(CHAIN_HASHES),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

/** {@link auditEntrySchema} of a row. */
export function auditEntryOf(row: AuditEntry): z.infer<typeof auditEntrySchema> {
  const { seq, action, address, requestId, reason, prevHash, hash } = row;
  return {
    seq,
    at: instantOf(row.at.getTime()),
    clockSaid: row.clockSaid === null ? null : instantOf(row.clockSaid.getTime()),
    action,
    actionTitle: titleIn(AUDIT_ACTIONS, action),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, roles: row.actorRoles },
    ...{ address, requestId },
    object: { kind: row.objectKind, id: row.objectId, title: titleIn(AUDIT_OBJECTS, row.objectKind) },
    before: row.before as Record<string, unknown> | null,
    after: row.after as Record<string, unknown> | null,
    reason,
    algorithm: row.algorithm as 'sha256',
    ...{ prevHash, hash },
  };
}

function titleIn(titles: Readonly<Record<string, Text>>, name: string): Text {
  return titles[name] ?? inBoth(name);
}
