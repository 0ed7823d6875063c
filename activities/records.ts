/** The records beside a case that a transition writes: store, bar, watcher, form. */
import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { bookCompanyYears } from '../prisma/store-figures.ts';
import type { RecordWrite, Effects } from '../workflows/engine/transition.ts';
import type { CaseHead } from './commit.ts';

type Write<W extends RecordWrite['write']> = Extract<RecordWrite, { write: W }>;

export async function writeRecord(
  tx: Transaction,
  head: CaseHead,
  transition: Effects,
  record: RecordWrite,
): Promise<void> {
  switch (record.write) {
    case 'openStore':
      return openStore(tx, head, transition, record);
    case 'setStoreStatus':
      return setStoreStatus(tx, transition, record);
    case 'bar':
      return imposeBar(tx, head, transition, record);
    case 'liftBar':
      return liftBar(tx, transition, record);
    case 'letter':
      return recordLetter(tx, head, transition, record);
    case 'watch':
      await tx.$executeRaw`
        UPDATE "Case" SET "watchers" = array_append("watchers", ${record.userId})
        WHERE "id" = ${head.id} AND NOT ${record.userId} = ANY("watchers")`;
      return;
    case 'form':
      return fileForm(tx, head, transition, record);
  }
}

/** Opens the store and books the points it has from its age alone (SH-EVAL-10.1). */
async function openStore(
  tx: Transaction,
  head: CaseHead,
  transition: Effects,
  write: Write<'openStore'>,
): Promise<void> {
  const { at } = transition;
  const { storeId, ownerId, route, status, establishedOn } = write;
  const { subject: creditCode, title: name, bodyId, region, id: applicationCaseId } = head;
  await tx.store.create({
    data: {
      id: storeId,
      creditCode,
      name,
      ownerId,
      bodyId,
      region,
      route,
      status,
      establishedOn,
      openedAt: new Date(at),
      applicationCaseId,
    },
    select: { id: true },
  });
  await bookCompanyYears(tx, storeId, at);
}

async function setStoreStatus(
  tx: Transaction,
  { at }: Effects,
  { storeId, status }: Write<'setStoreStatus'>,
): Promise<void> {
  const regularised = status === 'NORMAL' ? new Date(at) : null;
  const change = status === 'CLEARED' ? {} : { regularisedAt: regularised };
  await tx.store.update({ where: { id: storeId }, data: { status, ...change }, select: { id: true } });
}

async function imposeBar(tx: Transaction, head: CaseHead, { at }: Effects, write: Write<'bar'>): Promise<void> {
  const { id, ground, clause, firstDay, lastDay, firm } = write;
  const row = {
    creditCode: head.subject,
    ground,
    clause,
    firstDay,
    lastDay,
    firm,
    caseId: head.id,
    createdAt: new Date(at),
  };
  await tx.bar.upsert({ where: { id }, create: { id, ...row }, update: {}, select: { id: true } });
}

async function liftBar(tx: Transaction, { at }: Effects, { id, byId, reason }: Write<'liftBar'>): Promise<void> {
  await tx.bar.updateMany({
    where: { id, liftedAt: null },
    data: { liftedAt: new Date(at), liftedById: byId, liftReason: reason },
  });
}

/** What became of the letter that a notice is besides an e-mail; the e-mail's row stays as it is (XC-04.2). */
async function recordLetter(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  { key, status, number }: Write<'letter'>,
): Promise<void> {
  await tx.notice.updateMany({
    where: { caseId: head.id, channel: 'LETTER', key: { startsWith: `${key}:` } },
    data: {
      status,
      ...(number !== null && { response: number }),
      ...(status === 'DISPATCHED' && { sentAt: new Date(at) }),
    },
  });
}

/** A new version of the form: the latest one with the changes laid over it. Earlier versions stay as they were filed. */
async function fileForm(tx: Transaction, head: CaseHead, { at }: Effects, write: Write<'form'>): Promise<void> {
  const latest = await tx.form.findFirst({ where: { caseId: head.id }, orderBy: { version: 'desc' } });
  const version = (latest?.version ?? 0) + 1;
  await tx.form.create({
    data: {
      id: `${head.id}:form:${version}`,
      caseId: head.id,
      version,
      data: merged((latest?.data ?? {}) as Record<string, unknown>, write.changes) as Prisma.InputJsonValue,
      filedById: write.filedById,
      filedAt: new Date(at),
    },
    select: { id: true },
  });
}

function merged(base: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  const result = { ...base };
  for (const [key, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    const before = base[key];
    result[key] = isRecord(before) && isRecord(change) ? merged(before, change) : change;
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
