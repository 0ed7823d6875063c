/** The records beside a case that every regime can write: bars, letters, forms, entries of registers. */
import type { ChainHash } from '../config/chain-hash.ts';
import { appendAudit } from '../prisma/audit.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { fileForm } from '../prisma/file-form.ts';
import { askResend } from '../prisma/ask-resend.ts';
import type { Instant } from '../rules/time/index.ts';
import type { RecordWrite, Effects } from '../workflows/engine/transition.ts';
import type { CommonWrites } from '../workflows/engine/types.ts';
import type { CaseHead } from './case-head.ts';
import { reportServed } from './report-served.ts';
import { regimeRecords } from './regimes.ts';

/** Writes one kind of record within the transaction of a transition. */
export type RecordWriter<Data = never> = (
  tx: Transaction,
  head: CaseHead,
  transition: Effects,
  data: Data,
  chainHash?: ChainHash,
) => Promise<void | Pick<CaseHead, 'title'>>;

const commonWriters: { readonly [W in keyof CommonWrites]: RecordWriter<CommonWrites[W]> } = {
  bar: imposeBar,
  liftBar,
  shortenBar,
  letter: recordLetter,
  reached: noteReached,
  form: changeForm,
  name: takeName,
  renamed: rename,
  register: saveEntry,
};

/**
 * Writes a record by the writer of its name: a common one, or one of the case's regime.
 * @returns the case as later writes find it
 */
export async function writeRecord(
  tx: Transaction,
  head: CaseHead,
  transition: Effects,
  { write, data }: RecordWrite,
  chainHash?: ChainHash,
): Promise<CaseHead> {
  const writers: Readonly<Record<string, RecordWriter>> = { ...regimeRecords[head.regime]?.writers, ...commonWriters };
  const writer = writers[write];
  if (writer === undefined) throw new Error(`Nobody writes the record '${write}' of ${head.kind}.`);
  const changed = await writer(tx, head, transition, data as never, chainHash);
  return { ...head, ...changed };
}

async function imposeBar(tx: Transaction, head: CaseHead, { at }: Effects, write: CommonWrites['bar']): Promise<void> {
  const { id, ground, clause, firstDay, lastDay, firm } = write;
  const row = {
    regime: head.regime,
    party: head.subject,
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

/** A bar that a manager lifts stands on the timeline of its case, and in the audit log with what else is done to bars (XC-05.4). */
async function liftBar(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  { id, byId, byRole, reason }: CommonWrites['liftBar'],
  chainHash?: ChainHash,
): Promise<void> {
  const { count } = await tx.bar.updateMany({
    where: { id, liftedAt: null },
    data: { liftedAt: new Date(at), liftedById: byId, liftReason: reason },
  });
  if (count === 0) return;
  const { party, ground, lastDay } = await tx.bar.findUniqueOrThrow({ where: { id } });
  const origin = await originOf(tx, { byId, byRole }, at, chainHash);
  const before = { lifted: false, party, ground, lastDay, caseId: head.id };
  await appendAudit(tx, origin, [
    { action: 'BAR_LIFTED', object: { kind: 'bar', id }, before, after: { lifted: true }, reason },
  ]);
}

/** A bar that a manager shortens: its new last day, with what it was, by whom and why. */
async function shortenBar(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  { id, lastDay, byId, byRole, reason }: CommonWrites['shortenBar'],
  chainHash?: ChainHash,
): Promise<void> {
  const { party, ground, lastDay: lastDayBefore } = await tx.bar.findUniqueOrThrow({ where: { id } });
  await tx.bar.update({ where: { id }, data: { lastDay }, select: { id: true } });
  const seq = (await tx.barShortening.count({ where: { barId: id } })) + 1;
  const shortening = { at: new Date(at), byId, reason, lastDayBefore, lastDay };
  await tx.barShortening.create({ data: { barId: id, seq, ...shortening }, select: { seq: true } });
  const before = { lastDay: lastDayBefore, party, ground, caseId: head.id };
  await appendAudit(tx, await originOf(tx, { byId, byRole }, at, chainHash), [
    { action: 'BAR_SHORTENED', object: { kind: 'bar', id }, before, after: { lastDay }, reason },
  ]);
}

/** Who changed a bar, for the audit log. */
async function originOf(
  tx: Transaction,
  { byId, byRole }: { readonly byId: string; readonly byRole: string },
  at: Instant,
  chainHash?: ChainHash,
) {
  const person = await tx.user.findUnique({ where: { id: byId }, select: { name: true } });
  return {
    actor: { kind: 'ACCOUNT', id: byId, name: person?.name ?? null, roles: [byRole] },
    ...{ address: null, requestId: null, at },
    ...(chainHash !== undefined && { chainHash }),
  } as const;
}

/** What became of the letter that a notice is besides an e-mail; the e-mail's row stays as it is (XC-04.2). */
async function recordLetter(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  { key, status, number }: CommonWrites['letter'],
): Promise<void> {
  await tx.notice.updateMany({
    where: { caseId: head.id, channel: 'LETTER', key: { startsWith: `${key}:` } },
    data: {
      status,
      ...(number !== null && { response: number }),
      ...(status === 'DISPATCHED' && { sentAt: new Date(at) }),
    },
  });
  await reportServed(tx, head.id);
}

/** Recipients who were reached otherwise are not written to any more (XC-04.3). */
async function noteReached(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  { noticeIds }: CommonWrites['reached'],
): Promise<void> {
  await tx.notice.updateMany({
    where: { caseId: head.id, id: { in: [...noticeIds] } },
    data: { reachedAt: new Date(at) },
  });
  await reportServed(tx, head.id);
}

/** A new version of the form: the latest one with the changes laid over it. Earlier versions stay as they were filed. */
async function changeForm(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  write: CommonWrites['form'],
): Promise<void> {
  const latest = await tx.form.findFirst({ where: { caseId: head.id }, orderBy: { version: 'desc' } });
  const data = merged((latest?.data ?? {}) as Record<string, unknown>, write.changes);
  const version = (latest?.version ?? 0) + 1;
  await fileForm(tx, { caseId: head.id, version, data, filedById: write.filedById, filedAt: at });
  // It may name another address.
  await askResend(tx, { parties: [head.subject] });
}

/** The name that was corrected in a form becomes that of the case, and of whatever it writes from then on. */
async function takeName(
  tx: Transaction,
  head: CaseHead,
  _transition: Effects,
  { at }: CommonWrites['name'],
): Promise<Pick<CaseHead, 'title'>> {
  const newest = await tx.form.findFirst({ where: { caseId: head.id }, orderBy: { version: 'desc' } });
  const title = at.split('.').reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), newest?.data);
  if (typeof title !== 'string') throw new Error(`The form of case ${head.id} has no name at '${at}'.`);
  if (title !== head.title) await tx.case.update({ where: { id: head.id }, data: { title }, select: { id: true } });
  return { title };
}

/** A party that has changed its name: what its other open cases write from now on has the new one as well. */
async function rename(
  tx: Transaction,
  { regime, subject: party }: CaseHead,
  _transition: Effects,
  { name }: CommonWrites['renamed'],
): Promise<Pick<CaseHead, 'title'>> {
  await tx.case.updateMany({ where: { regime, subject: party, closedAt: null }, data: { title: name } });
  await tx.registerEntry.updateMany({ where: { regime, party }, data: { name } });
  return { title: name };
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

/**
 * The entry of a party, whom the case is about unless the write names another, as it stands from now on; every state it had is kept.
 */
async function saveEntry(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  write: CommonWrites['register'],
): Promise<void> {
  const { register, status, validFrom, validTo, reason, party = head.subject, name, adds = false } = write;
  const id = `${register}:${party}`;
  const data = (adds ? await added(tx, id, write.data) : write.data) as Prisma.InputJsonObject;
  const standing = { status, validFrom, validTo, data };
  const entry = {
    name: name ?? (party === head.subject ? head.title : ((await registeredName(tx, party)) ?? party)),
    bodyId: head.bodyId,
    region: head.region,
    caseId: head.id,
    changedAt: new Date(at),
    ...standing,
  };
  await tx.registerEntry.upsert({
    where: { register_party: { register, party } },
    create: { id, regime: head.regime, register, party, ...entry },
    update: entry,
    select: { id: true },
  });
  const earlier = await tx.registerChange.count({ where: { entryId: id } });
  await tx.registerChange.create({
    data: {
      entryId: id,
      seq: earlier + 1,
      at: new Date(at),
      ...standing,
      ...(reason !== undefined && { reason: reason as Prisma.InputJsonValue }),
    },
    select: { seq: true },
  });
}

/** What an entry holds with data laid over it; until the transaction ends nobody else adds to it. */
async function added(tx: Transaction, id: string, data: Record<string, unknown>): Promise<Record<string, unknown>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
  const before = await tx.registerEntry.findUnique({ where: { id }, select: { data: true } });
  return merged((before?.data ?? {}) as Record<string, unknown>, data);
}

/** The name under which a register knows a party: that of the entry changed last. */
export async function registeredName(tx: Transaction, party: string): Promise<string | undefined> {
  const entry = await tx.registerEntry.findFirst({
    where: { party },
    orderBy: { changedAt: 'desc' },
    select: { name: true },
  });
  return entry?.name;
}
