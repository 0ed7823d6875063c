/** Rows of the outbox: one a recipient and way. */
import { createHash } from 'node:crypto';
import type { Transaction } from '../prisma/client.ts';
import { Prisma } from '../prisma/generated/client.ts';
import { noticeKey } from '../prisma/notice-key.ts';
import type { Channel, NoticeCommon, NoticeSpec, Signer } from '../rules/notices.ts';
import { partyKind } from '../rules/parties/party.ts';
import type { Instant } from '../rules/time/index.ts';
import type { Audience, NoticeRequest } from '../workflows/engine/transition.ts';
import { anyRows } from './as-rows.ts';
import type { CaseHead } from './case-head.ts';
import { pathOfNotice, type CaseTold } from './notice-path.ts';
import type { Recipient } from './recipients.ts';

/** A row of the outbox as it is planned. */
export interface NoticeRow {
  readonly id: string;
  readonly caseId: string;
  /** Unique within the case. */
  readonly key: string;
  /** The same for all whom it is said to. */
  readonly request: string;
  readonly audience: Audience;
  readonly template: string;
  readonly templateVersion: number;
  readonly requirement: string | null;
  readonly channel: Channel;
  readonly locale: string;
  readonly recipientId: string | null;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly data: object;
  readonly plannedAt: Instant;
}

/** What a transition asks to be said. */
export interface Requested {
  /** The case, with the body that handles it after the transition. */
  readonly head: Pick<CaseHead, 'id' | 'number' | 'kind' | 'title' | 'subject' | 'bodyId'>;
  /** In whose name it goes out, where that is not the body. */
  readonly signedBy?: Signer | undefined;
  /** How the transition leaves the case; none of a notice that leads to a page for everybody. */
  readonly state?: CaseTold;
  readonly request: NoticeRequest;
  readonly spec: NoticeSpec;
  readonly plannedAt: Instant;
}

/** Stands for whoever may be found by the time of sending; of several parties that have nobody, for each apart. */
export function nobodyOf({ title }: Pick<CaseHead, 'title'>, to: Audience): Recipient {
  return {
    id: `contact:${'party' in to ? to.party : ''}`,
    name: title,
    email: '',
    locale: 'zh-CN',
    refusesCommercialMail: false,
  };
}

/**
 * The rows of one notice. A letter goes to those who have an account, or else to the first one: a contact is reached by e-mail.
 * @param channels webhooks at which it is told besides
 */
export function rowsFor(
  requested: Requested,
  recipients: readonly Recipient[],
  channels: readonly Recipient[] = [],
): NoticeRow[] {
  const shared = sharedBy(requested);
  const withAccount = recipients.filter(({ id }) => !isContact(id));
  const byLetter = withAccount.length > 0 ? withAccount : recipients.slice(0, 1);
  const rows = recipients.flatMap((recipient) =>
    requested.spec.channels
      .filter((channel) => channel !== 'LETTER' || byLetter.includes(recipient))
      .map((channel) => rowTo(shared, recipient, channel)),
  );
  return [...rows, ...channels.map((channel) => rowTo(shared, channel, 'WEBHOOK'))];
}

function sharedBy({ head, signedBy, state, request, spec, plannedAt }: Requested) {
  const common: NoticeCommon = {
    caseId: head.id,
    caseNumber: head.number,
    caseKind: head.kind,
    institution: head.title,
    partyKind: partyKind(head.subject),
    bodyId: head.bodyId,
    ...(signedBy && { signedBy }),
    number: request.number,
    caseUrlPath: pathOfNotice(spec, head, request, state),
    plannedAt,
    deadlines: request.deadlines,
  };
  return {
    caseId: head.id,
    request: request.key,
    audience: request.to,
    template: request.template,
    templateVersion: spec.version,
    requirement: spec.requirement,
    data: { ...request.data, ...common },
    plannedAt,
  };
}

/** The same said to this recipient, by this way. */
export function rowTo(
  shared: Omit<NoticeRow, 'id' | 'key' | 'channel' | 'locale' | 'recipientId' | 'recipientName' | 'recipientEmail'>,
  { id, name, email, locale }: Recipient,
  channel: Channel,
): NoticeRow {
  const key = noticeKey(shared.request, id, channel);
  return {
    ...shared,
    id: `ntc-${createHash('sha256').update(`${shared.caseId}\n${key}`).digest('hex').slice(0, 24)}`,
    key,
    channel,
    locale,
    recipientId: isContact(id) ? null : id,
    recipientName: name,
    recipientEmail: email,
  };
}

function isContact(recipientId: string): boolean {
  return recipientId.startsWith('contact:');
}

/**
 * One statement for all rows, to be part of a larger one. A row that is there already stays as it is, unless its recipient had been gone
 * and is back: then it is sent after all.
 */
export function insertNotices(rows: readonly NoticeRow[], asRows = anyRows): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Notice" ("id", "caseId", "key", "request", "audience", "template", "templateVersion", "requirement", "channel",
      "locale", "recipientId", "recipientName", "recipientEmail", "data", "plannedAt")
    SELECT "id", "caseId", "key", "request", "audience", "template", "templateVersion", "requirement", "channel", "locale",
      "recipientId", "recipientName", "recipientEmail", "data", "plannedAt"
    FROM jsonb_to_recordset(${asRows(rows)}) AS row ("id" text, "caseId" text, "key" text, "request" text,
      "audience" jsonb, "template" text, "templateVersion" int, "requirement" text, "channel" text, "locale" text,
      "recipientId" text, "recipientName" text, "recipientEmail" text, "data" jsonb, "plannedAt" timestamptz)
    ON CONFLICT ("id") DO UPDATE SET "status" = 'PLANNED', "nextAttemptAt" = now(), "attempts" = 0, "copies" = 0, "html" = NULL,
      "recipientName" = EXCLUDED."recipientName", "recipientEmail" = EXCLUDED."recipientEmail"
    WHERE "Notice"."status" = 'CANCELLED'`;
}

/** Adds rows outside a transition: successors of recipients who are gone. */
export async function addNotices(tx: Transaction, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length > 0) await tx.$executeRaw(insertNotices(rows));
}
