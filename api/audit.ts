/** What a request changes beside the steps of cases, told to the audit log under the name of whoever sent it. */
import type { Request } from 'express';
import { appendAudit, type AuditOrigin } from '../prisma/audit.ts';
import type { Transaction } from '../prisma/client.ts';
import type { AuditAction, AuditedChange } from '../rules/audit.ts';
import type { Instant } from '../rules/time/index.ts';
import type { ApiContext } from './context.ts';
import type { Reader } from './reader.ts';

/** Appends entries in the transaction of the change they tell of: as its last statement but one, since the end of the log is locked then. */
export type Audit = (tx: Transaction, ...changes: readonly AuditedChange[]) => Promise<void>;

/** Who asks, for what, and when. */
export interface AuditCaller {
  readonly context: Pick<ApiContext, 'settings'>;
  readonly request: Request;
  /** Null for whoever is not signed in. */
  readonly reader: Reader | null;
  /** In which capacities it is done. */
  readonly roles: readonly string[];
  readonly now: Instant;
}

/**
 * The audit log as one request writes to it.
 * @param declared what the route says that it writes; anything else is a fault of the route, and undoes the change
 */
export function auditOf(caller: AuditCaller, declared: readonly AuditAction[]): Audit {
  return async (tx, ...changes) => {
    const undeclared = changes.find(({ action }) => !declared.includes(action));
    if (undeclared !== undefined)
      throw new Error(`${caller.request.path} writes ${undeclared.action} to the audit log and does not declare it.`);
    await appendAudit(tx, originOf(caller), changes);
  };
}

function originOf({ context, request, reader, roles, now }: AuditCaller): AuditOrigin {
  return {
    actor: {
      kind: reader === null ? 'NOBODY' : roles.includes('contact') ? 'CONTACT' : 'ACCOUNT',
      id: reader?.person.id ?? null,
      name: reader?.name ?? null,
      roles,
    },
    address: request.ip ?? null,
    requestId: typeof request.id === 'string' ? request.id : null,
    at: now,
    chainHash: context.settings.chainHash,
  };
}
