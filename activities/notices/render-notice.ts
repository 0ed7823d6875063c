/** From the data of a notice to the mail that goes out (XC-04.1, XC-04.4). */
import { render, toPlainText } from '@react-email/render';
import { clauseOf, NOTICES, type InterviewView, type NoticeData, type NoticeTemplate } from '../../rules/notices.ts';
import { inLocale, type Locale } from '../../rules/text.ts';
import { interviewCalendar, type CalendarMethod, type NoticeAttachment } from './interview-calendar.ts';
import { noticeLayout } from './layout.ts';
import { headerSafe, type Mailbox } from './mailbox.ts';
import { basisInWords } from './regulations.ts';
import { WORDINGS } from './templates/index.ts';
import type { Wording } from './templates/content.ts';
import { wordsIn } from './words.ts';

export interface RenderInput<T extends NoticeTemplate = NoticeTemplate> {
  readonly template: T;
  readonly locale: Locale;
  readonly data: NoticeData<T>;
  readonly recipientName: string;
  readonly recipientEmail: string;
  /** Where the platform is reached, e.g. `https://anjuan.example.org`. */
  readonly baseUrl: string;
  /** Who sends; the organiser of an interview in its calendar file. */
  readonly sender: Mailbox;
}

/** A notice as it is stored and sent. */
export interface RenderedNotice {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly NoticeAttachment[];
}

/** Notices that carry a calendar file, and what it asks of the calendar. */
const CALENDARS: Partial<Record<NoticeTemplate, CalendarMethod>> = {
  interviewNotice: 'REQUEST',
  interviewRescheduled: 'REQUEST',
  interviewCancelled: 'CANCEL',
};

/** Renders a notice in one language; the same input gives the same mail. */
export async function renderNotice<T extends NoticeTemplate>(input: RenderInput<T>): Promise<RenderedNotice> {
  const { template, locale, data, recipientName, baseUrl } = input;
  const spec = NOTICES[template];
  const say = wordsIn(locale);
  const zh = locale === 'zh-CN';
  const content = (WORDINGS[template] as Wording<T>)[locale](data, say);
  const title = inLocale(spec.title, locale);
  const subject = headerSafe(
    `${zh ? '【案卷】' : '[Anjuan] '}${content.subject ?? title}${zh ? '｜' : ' | '}${data.institution}`,
  );
  const caseUrl = caseLink(baseUrl, data.caseUrlPath);
  const clause = clauseOf(template, data);
  const elements = noticeLayout({
    say,
    title,
    subject,
    recipientName,
    notice: data,
    blocks: content.blocks,
    facts: [
      [zh ? '机构' : 'Institution', data.institution],
      [zh ? '案号' : 'Case number', data.caseId],
      ...(content.facts ?? []),
    ],
    action: content.action ?? (zh ? '查看案件' : 'See the case'),
    caseUrl,
    basis: clause === undefined ? undefined : basisInWords(clause, locale),
  });
  const html = await render(elements);
  return {
    subject,
    html,
    text: toPlainText(html, htmlToTextOptions),
    attachments: attachmentsOf(input, caseUrl),
  };
}

const htmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'ul', options: { itemPrefix: ' - ' } },
    { selector: 'table.facts', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: 'table.figures', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    // The plain text shows the address beside the button's label already.
    { selector: 'p.fallback', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ],
};

function caseLink(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${encodeURI(path.replace(/^\/+/, ''))}`;
}

function attachmentsOf(input: RenderInput, caseUrl: string): NoticeAttachment[] {
  const method = CALENDARS[input.template];
  if (method === undefined || !hasInterview(input.data)) return [];
  return [
    interviewCalendar({
      method,
      notice: input.data,
      organiser: input.sender,
      attendee: { name: headerSafe(input.recipientName), address: input.recipientEmail },
      caseUrl,
      say: wordsIn(input.locale),
    }),
  ];
}

function hasInterview(
  data: NoticeData<NoticeTemplate>,
): data is NoticeData<NoticeTemplate> & { interview: InterviewView } {
  return 'interview' in data;
}
