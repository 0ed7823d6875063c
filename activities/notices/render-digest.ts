/** Several reminders to one person as one mail, and what of it is kept with each of them (XC-03.2, XC-04.1). */
import type { Citations } from '../../rules/notices/citation.ts';
import { wordsIn } from '../../rules/notices/words.ts';
import type { Issuer, NoticeCommon } from '../../rules/notices.ts';
import type { Locale } from '../../rules/text.ts';
import { citations as written } from '../../workflows/regimes.ts';
import { digestLayout, type DigestEntry } from './digest-layout.ts';
import { drawn } from './drawn.ts';
import { headerSafe } from './mailbox.ts';
import type { RenderedNotice } from './render-notice.ts';
import { caseLink, linkingIn } from './notice-text.ts';

/** A reminder that goes in a digest. */
export interface Reminder {
  readonly data: NoticeCommon;
  /** What its clauses stand for, where a text was adopted since the rules were written. */
  readonly citations: Citations | undefined;
}

export interface DigestRenderInput {
  readonly locale: Locale;
  readonly recipientName: string;
  readonly baseUrl: string;
  /** The body in whose name it goes out. */
  readonly issuer: Issuer | undefined;
  readonly reminders: readonly Reminder[];
}

export interface RenderedDigest {
  readonly mail: RenderedNotice;
  /** What is kept with each reminder, in the order given: its own part. */
  readonly kept: readonly RenderedNotice[];
}

/** Renders a digest in one language, the first deadline to end at the top; the same input gives the same mail. */
export function renderDigest({ locale, recipientName, baseUrl, issuer, reminders }: DigestRenderInput): RenderedDigest {
  const say = wordsIn(locale, written);
  const entries: readonly DigestEntry[] = reminders.map(({ data, citations = written }) => ({
    about: data,
    url: caseLink(baseUrl, data.caseUrlPath),
    say: wordsIn(locale, citations),
    linking: linkingIn(baseUrl, data.caseKind, locale, citations),
  }));
  const inOrder = entries.toSorted((one, other) =>
    endOf(one) < endOf(other) ? -1 : endOf(one) > endOf(other) ? 1 : 0,
  );
  const count = entries.length;
  const name = issuer === undefined ? undefined : say.of(issuer.name);
  const subject = headerSafe(subjectOf(inOrder, locale === 'zh-CN', issuer === undefined));
  const render = (listed: readonly DigestEntry[]): RenderedNotice => ({
    subject,
    ...drawn(digestLayout({ say, subject, recipientName, issuer: name, count, entries: listed })),
    attachments: [],
  });
  return { mail: render(inOrder), kept: entries.map((entry) => render([entry])) };
}

function endOf({ about: { deadlines: [first] = [] } }: DigestEntry): string {
  return first?.dueAt ?? '';
}

/** How many, and when the first one ends. */
function subjectOf(entries: readonly DigestEntry[], zh: boolean, isOfProduct: boolean): string {
  const product = isOfProduct ? (zh ? '【案卷】' : '[Anjuan] ') : '';
  const [first] = entries;
  const [deadline] = first?.about.deadlines ?? [];
  const due = deadline === undefined ? undefined : first?.say.due(deadline);
  const count = entries.length;
  return zh
    ? `${product}期限提醒：${count} 项期限${due === undefined ? '' : `，最先到期的为 ${due}`}`
    : `${product}Reminder: ${count} deadlines${due === undefined ? '' : `, the first by ${due}`}`;
}
