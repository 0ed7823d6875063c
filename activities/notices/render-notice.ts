/** From the data of a notice to the mail that goes out (XC-04.1, XC-04.4). */
import { render, toPlainText } from '@react-email/render';
import type { Fact } from '../../rules/notices/content.ts';
import { basisInWords } from '../../rules/notices/citation.ts';
import { wordsIn, type Words } from '../../rules/notices/words.ts';
import { clauseOf, NO_CASE, type AppointmentView, type NoticeCommon, type NoticeSpec } from '../../rules/notices.ts';
import { inLocale, type Locale } from '../../rules/text.ts';
import { citations } from '../../workflows/regimes.ts';
import { appointmentCalendar, type NoticeAttachment } from './appointment-calendar.ts';
import { noticeLayout } from './layout.ts';
import { headerSafe, type Mailbox } from './mailbox.ts';
import { noticeOf, type NoticeData } from './wordings.ts';

export interface RenderInput {
  readonly template: string;
  readonly locale: Locale;
  readonly data: NoticeData;
  readonly recipientName: string;
  readonly recipientEmail: string;
  /** Where the platform is reached, e.g. `https://anjuan.example.org`. */
  readonly baseUrl: string;
  /** Who sends; the organiser of an appointment in its calendar file. */
  readonly sender: Mailbox;
}

/** A notice as it is stored and sent. */
export interface RenderedNotice {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly NoticeAttachment[];
}

/**
 * Renders a notice in one language; the same input gives the same mail.
 * @throws RangeError if the kind of case has no such notice
 */
export async function renderNotice(input: RenderInput): Promise<RenderedNotice> {
  const { template, locale, data, recipientName, baseUrl } = input;
  const { spec, wording } = noticeOf(data.caseKind, template);
  const say = wordsIn(locale, citations);
  const zh = locale === 'zh-CN';
  const content = wording[locale](data, say);
  const title = inLocale(spec.title, locale);
  const about = data.caseKind === NO_CASE ? undefined : (data as NoticeCommon);
  const subject = headerSafe(
    `${zh ? '【案卷】' : '[Anjuan] '}${content.subject ?? title}${about ? `${zh ? '｜' : ' | '}${about.institution}` : ''}`,
  );
  const caseUrl = about && caseLink(baseUrl, about.caseUrlPath);
  const clause = clauseOf(spec, data);
  const elements = noticeLayout({
    say,
    title,
    subject,
    recipientName,
    notice: data,
    blocks: content.blocks,
    facts: [...(about ? factsOfCase(about, zh) : []), ...(content.facts ?? [])],
    toCase:
      caseUrl === undefined ? undefined : { url: caseUrl, label: content.action ?? (zh ? '查看案件' : 'See the case') },
    basis: clause === undefined ? undefined : basisInWords(citations, clause, locale),
  });
  const html = await render(elements);
  return {
    subject,
    html,
    text: toPlainText(html, htmlToTextOptions),
    attachments: about && caseUrl ? attachmentsOf(input, spec, about, caseUrl, say) : [],
  };
}

const htmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'ul', options: { itemPrefix: ' - ' } },
    { selector: 'table.facts', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: 'table.table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    // The plain text shows the address beside the button's label already.
    { selector: 'p.fallback', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ],
};

function factsOfCase({ institution, caseNumber }: NoticeCommon, zh: boolean): readonly Fact[] {
  return [
    [zh ? '机构' : 'Institution', institution],
    [zh ? '案号' : 'Case number', caseNumber],
  ];
}

function caseLink(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${encodeURI(path.replace(/^\/+/, ''))}`;
}

function attachmentsOf(
  input: RenderInput,
  { calendar }: NoticeSpec,
  notice: NoticeCommon,
  caseUrl: string,
  say: Words,
): NoticeAttachment[] {
  if (calendar === undefined) return [];
  const appointment = (notice as unknown as Readonly<Record<string, AppointmentView | undefined>>)[calendar.of];
  if (appointment === undefined) throw new TypeError(`The notice's data has no appointment '${calendar.of}'.`);
  return [
    appointmentCalendar({
      calendar,
      notice,
      appointment,
      organiser: input.sender,
      attendee: { name: headerSafe(input.recipientName), address: input.recipientEmail },
      caseUrl,
      say,
    }),
  ];
}
