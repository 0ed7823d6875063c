/** A case as the records have it, with a form; no workflow knows of it. For tests of what is kept and what may be deleted. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../prisma/client.ts';

export interface RecordedCaseOptions {
  readonly kind?: string;
  readonly regime?: string;
  readonly party?: string;
  /** Null: it is open. */
  readonly closedAt?: string | null;
  readonly form?: object;
  readonly stage?: string;
  readonly facts?: object;
  readonly title?: string;
  /** False: its subject is told of it later, and is no party of it yet. */
  readonly told?: boolean;
  /** Who handles it. */
  readonly body?: { readonly bodyId: string; readonly region: string };
  readonly about?: string | null;
  readonly outcome?: string | null;
}

/** @returns its id */
export async function recordedCase(database: Database, options: RecordedCaseOptions = {}): Promise<string> {
  const {
    kind = 'serviceRequest',
    regime = 'HN_NET',
    party = '91430102MA4L8XK93A',
    closedAt = '2025-07-01T10:00:00+08:00',
    form = { name: '张某', telephone: '0731-0000000' },
    stage = 'CLOSED',
    facts = {},
    title = '长沙星辰检测技术有限公司',
    told = true,
    body = { bodyId: 'hn-hub', region: 'HN' },
    about = null,
    outcome = null,
  } = options;
  const id = `tst-${randomUUID()}`;
  const at = new Date('2024-01-02T10:00:00+08:00');
  await database.case.create({
    data: {
      ...{ id, number: id, kind, regime, stage, subject: party, title, ...body },
      ...{ about, outcome },
      ...{ ruleVersion: 1, calendarVersion: 1, revision: 1, workflowStarted: true, openedAt: at, opening: {} },
      ...{ state: { facts }, closedAt: closedAt === null ? null : new Date(closedAt) },
      parties: { create: told ? [{ name: 'provider', party }] : [] },
      bodies: { create: body },
      forms: { create: { id: `${id}:form:1`, version: 1, data: form, filedById: 'demo-supplier', filedAt: at } },
    },
  });
  return id;
}
