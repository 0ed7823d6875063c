/** Rows of the outbox for mails that are of no case. Whoever plans one tells the sender by NOTIFY, as a transition does. */
import { NO_CASE, type NoticeSpec } from '../notices.ts';
import type { Locale } from '../text.ts';
import type { Instant } from '../time/index.ts';

export interface MailWithoutCase {
  /** Of the row; its Message-ID derives from it, so that each mail needs one of its own. */
  readonly id: string;
  readonly template: string;
  readonly spec: NoticeSpec;
  /** The account that reads it in the platform, too; null if it is for the address alone. */
  readonly recipientId: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** What the wording is told with. */
  readonly data: Readonly<Record<string, string | number | boolean | Readonly<Record<string, string>>>>;
  readonly plannedAt: Instant;
}

/** The row that sends it. */
export function rowWithoutCase({
  id,
  template,
  spec,
  recipientId,
  name,
  email,
  locale,
  data,
  plannedAt,
}: MailWithoutCase) {
  return {
    id,
    caseId: null,
    key: `${template}:${id}`,
    template,
    templateVersion: spec.version,
    requirement: spec.requirement,
    channel: 'EMAIL',
    locale,
    recipientId,
    recipientName: name,
    recipientEmail: email,
    data: { ...data, caseKind: NO_CASE, plannedAt },
    plannedAt: new Date(plannedAt),
  } as const;
}
