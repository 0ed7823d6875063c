/** Who a planned notice goes to when it is sent, which may be another than when it was planned (XC-04, XC-05.5). */
import type { Database } from '../../prisma/client.ts';
import type { Channel } from '../../rules/notices.ts';
import { isSuppressed } from '../../rules/notices.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { Audience } from '../../workflows/engine/transition.ts';
import { rowTo, type NoticeRow } from '../notice-rows.ts';
import { isSameAddress, recipientsOf, type Recipient } from '../recipients.ts';
import type { Notice } from './notice-queue.ts';
import type { PageRecords } from './page-records.ts';
import { specOf, type NoticeData } from './wordings.ts';

export type Addressee =
  /** As the row has it. */
  | { readonly kind: 'same' }
  /** The same recipient, who has another address, name or language by now. */
  | { readonly kind: 'readdressed'; readonly recipient: Recipient }
  /** Somebody else has had this notice at the address that the recipient has by now. */
  | { readonly kind: 'told' }
  /** The recipient is gone; these take their place and have no row yet. */
  | { readonly kind: 'gone'; readonly successors: readonly NoticeRow[] }
  /** The recipient is gone, and there is nobody else. */
  | { readonly kind: 'nobody' };

/** Asks the records for a page of notices, in the order given. A row without an audience goes to whom it names. */
export async function addresseesOf(
  database: Database,
  records: PageRecords,
  notices: readonly Notice[],
): Promise<readonly Addressee[]> {
  const asked = notices.flatMap((notice) => {
    const about = records.caseOf(notice);
    const isAsked = about !== undefined && notice.audience !== null && notice.request !== null;
    return isAsked ? [{ notice, about, to: notice.audience as unknown as Audience }] : [];
  });
  const found = await recipientsOf(database, asked);
  const answers = await Promise.all(
    asked.map(
      async ({ notice }, nth) => [notice.id, await addresseeAmong(database, notice, found[nth] ?? [])] as const,
    ),
  );
  const byNotice = new Map(answers);
  return notices.map(({ id }) => byNotice.get(id) ?? { kind: 'same' });
}

async function addresseeAmong(database: Database, notice: Notice, found: readonly Recipient[]): Promise<Addressee> {
  const spec = specOf((notice.data as unknown as NoticeData).caseKind, notice.template);
  const now = found.filter((recipient) => spec === undefined || !isSuppressed(spec, recipient));
  const own = now.find((recipient) => isRecipient(notice, recipient));
  if (own === undefined) return successorsOf(database, notice, now);
  const isRendered = notice.html !== null;
  if (isSameAddress(own.email, notice.recipientEmail) && (isRendered || isAsWritten(notice, own)))
    return { kind: 'same' };
  return (await wasTold(database, notice, own.email)) ? { kind: 'told' } : { kind: 'readdressed', recipient: own };
}

function isRecipient({ recipientId, recipientEmail }: Notice, { id, email }: Recipient): boolean {
  if (recipientId !== null) return recipientId === id;
  return id.startsWith('contact:') && recipientEmail !== '' && isSameAddress(recipientEmail, email);
}

function isAsWritten({ recipientName, locale }: Notice, { name, locale: spoken }: Recipient): boolean {
  return recipientName === name && locale === spoken;
}

/** True if the same was sent to this address already, to another recipient. */
async function wasTold(database: Database, { caseId, request, id }: Notice, email: string): Promise<boolean> {
  const sent = await database.notice.findMany({
    where: { caseId, request, channel: 'EMAIL', status: 'SENT', id: { not: id } },
    select: { recipientEmail: true },
  });
  return sent.some(({ recipientEmail }) => isSameAddress(recipientEmail, email));
}

async function successorsOf(database: Database, notice: Notice, now: readonly Recipient[]): Promise<Addressee> {
  const { caseId, request, audience, template, templateVersion, requirement, data, plannedAt, channel } = notice;
  if (now.length === 0) return { kind: 'nobody' };
  const shared = {
    caseId: caseId ?? '',
    request: request ?? '',
    audience: audience as unknown as Audience,
    template,
    templateVersion,
    requirement,
    data: data as object,
    plannedAt: instantOf(plannedAt.getTime()),
  };
  const rows = now.map((recipient) => rowTo(shared, recipient, channel as Channel));
  const known = await database.notice.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, status: { not: 'CANCELLED' } },
    select: { id: true },
  });
  return { kind: 'gone', successors: rows.filter(({ id }) => known.every((row) => row.id !== id)) };
}
