/**
 * Filing without an account: what was filled in waits until the code that was sent to the address comes back, and only then becomes a case.
 * Codes, tries and times are of the machine's clock; a training clock moves none of them.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { IntakeRequest, Prisma } from '../../prisma/generated/client.ts';
import { addressCodeRow } from '../../rules/notices/address-code.ts';
import { consentToday, type Consent } from '../../rules/privacy.ts';
import { contactKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Locale } from '../../rules/text.ts';
import { text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { ApiContext } from '../context.ts';
import { sha256 } from '../http/canonical.ts';
import {
  CODE_MINUTES,
  isCodeOf,
  lastHour,
  MINUTE,
  MOST_TRIES,
  newCode,
  refuseFlood,
  refuseSpent,
  refuseWrong,
} from '../mailed-code.ts';
import { fileCase, filedKind } from './file-case.ts';

/** How to be sent another code. */
const AGAIN = text('重新提交', 'file again');

export interface OpenFiling {
  readonly kind: string;
  readonly form: object;
  readonly contact: {
    readonly name: string;
    readonly email: string;
    readonly phone?: string | undefined;
    readonly locale: Locale;
  };
}

/** What waits for the code. */
interface Kept {
  readonly contact: OpenFiling['contact'];
  readonly consent: Consent & { readonly at: Instant };
  readonly form: object;
}

/**
 * Keeps what was filled in and sends a code to the address.
 * @returns id of the request and when its code ceases to hold, ISO 8601 in UTC
 * @throws Refusal TOO_MANY_REQUESTS if the address was sent too many codes of late
 */
export async function requestCode(
  context: ApiContext,
  filing: OpenFiling,
  now: Instant,
): Promise<{ id: string; expiresAt: Date }> {
  const { database, secrets } = context;
  const { kind, form, contact } = filing;
  const email = contact.email.toLowerCase();
  const id = `int-${randomUUID()}`;
  const { code, codeHash, expiresAt } = newCode(secrets.authSecret, id);
  const { title } = filedKind(context, kind).contract;
  await database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`intake:${email}`}, 0))`;
    refuseFlood(await tx.intakeRequest.count({ where: { email, createdAt: lastHour() } }));
    const kept = {
      contact: { ...contact, email },
      consent: { ...consentToday(), at: now },
      form,
    } as unknown as Prisma.InputJsonObject;
    await tx.intakeRequest.create({
      data: { id, kind, form: kept, email, locale: contact.locale, codeHash, expiresAt },
    });
    const purpose = text(`提交${title.zh}`, `filing: ${title.en}`);
    const notice = { id: `ntc-${id}`, name: contact.name, email, locale: contact.locale, plannedAt: now };
    await tx.notice.create({
      data: addressCodeRow({ ...notice, code, validMinutes: CODE_MINUTES, purpose }),
      select: { id: true },
    });
    await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
  });
  return { id, expiresAt };
}

/**
 * Opens the case of a request whose code is right. The tracking code is told this once and not kept.
 * @throws Refusal NOT_FOUND, INVALID_INPUT (wrong code), ALREADY_DONE, LIMIT_REACHED; and what the intake refuses
 */
export async function confirmCode(
  context: ApiContext,
  { id, kind, code }: { readonly id: string; readonly kind: string; readonly code: string },
  now: Instant,
): Promise<{ caseId: string; trackingCode: string }> {
  const { database, secrets } = context;
  const answer = await database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "IntakeRequest" WHERE "id" = ${id} FOR UPDATE`;
    const request = await tx.intakeRequest.findUnique({ where: { id } });
    if (request === null || request.kind !== kind) return refuseUnknown();
    refuseUsed(request);
    refuseSpent(request, AGAIN);
    if (!isCodeOf(request, secrets.authSecret, code)) {
      // Counted in a transaction that stays, so that trying on is of no use.
      await tx.intakeRequest.update({ where: { id }, data: { attempts: { increment: 1 } }, select: { id: true } });
      return { left: MOST_TRIES - request.attempts - 1 };
    }
    return openFor(context, tx, request, now);
  });
  return 'left' in answer ? refuseWrong(answer.left, AGAIN) : answer;
}

async function openFor(
  context: ApiContext,
  tx: Transaction,
  { id, kind, form, email, locale }: IntakeRequest,
  now: Instant,
): Promise<{ caseId: string; trackingCode: string }> {
  const kept = form as unknown as Kept;
  const { name, phone = null } = kept.contact;
  const contactId = randomUUID();
  const party = contactKey(contactId);
  await tx.contact.create({
    data: { id: contactId, name, email, phone, locale, consent: { ...kept.consent }, createdAt: new Date(now) },
    select: { id: true },
  });
  // Checked anew by today's schema: the form waited.
  const { intake } = filedKind(context, kind);
  const filer = { kind: 'person', id: party, offices: [{ role: 'contact', party }] } as const;
  const caseId = await fileCase(
    context,
    tx,
    { kind, form: intake.form.parse(kept.form) as object, filer, party, filerName: name },
    now,
  );
  const trackingCode = randomBytes(16).toString('hex');
  await tx.trackingCode.create({
    data: { codeHash: sha256(trackingCode), contactId, caseId, createdAt: new Date(now) },
  });
  await tx.intakeRequest.update({
    where: { id },
    data: { confirmedAt: new Date(), caseId, form: {} },
    select: { id: true },
  });
  return { caseId, trackingCode };
}

function refuseUsed({ confirmedAt }: IntakeRequest): void {
  if (confirmedAt !== null)
    refuse('ALREADY_DONE', '该验证码已经使用，案件已立案。', 'This code was used already; the case is open.');
}

function refuseUnknown(): never {
  return refuse(
    'NOT_FOUND',
    '没有这项待验证的提交，请重新提交。',
    'There is no such filing that waits for its code; file again.',
  );
}

/** Forgets what was never confirmed; what was is a case by now. */
export async function purgeIntakeRequests(database: ApiContext['database']): Promise<void> {
  await database.intakeRequest.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - 24 * 60 * MINUTE) } } });
}
