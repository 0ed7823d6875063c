/** From the data of a notice to the mail that goes out (XC-04.1, XC-04.4). */
import type { AppointmentView, Channel, NoticeCommon, NoticeSpec } from '../../rules/notices.ts';
import type { Words } from '../../rules/notices/words.ts';
import { appointmentCalendar } from './appointment-calendar.ts';
import type { CalendarFile } from './attachments.ts';
import { drawn } from './drawn.ts';
import { noticeLayout } from './layout.ts';
import { headerSafe, type Mailbox } from './mailbox.ts';
import { noticeTextIn, type NoticeTextInput } from './notice-text.ts';

export interface RenderInput extends NoticeTextInput {
  /** A letter has nothing to click and no words on mails. An e-mail unless it says so. */
  readonly channel?: Channel;
  readonly recipientName: string;
  readonly recipientEmail: string;
  /** Who sends; the organiser of an appointment in its calendar file. */
  readonly sender: Mailbox;
  /** Names of the files of the letter, which an e-mail brings along. */
  readonly enclosed?: readonly string[];
}

/** A notice as it is stored and sent. */
export interface RenderedNotice {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly CalendarFile[];
}

/**
 * Renders a notice in one language; the same input gives the same mail.
 * @throws RangeError if the kind of case has no such notice
 */
export function renderNotice(input: RenderInput): RenderedNotice {
  const { channel, recipientName, issuer, enclosed = [] } = input;
  const content = noticeTextIn(input);
  const { say, spec, title, about, toCase } = content;
  const zh = say.locale === 'zh-CN';
  const product = issuer === undefined ? (zh ? '【案卷】' : '[Anjuan] ') : '';
  const test = about?.test === true ? (zh ? '【测试】' : '[Test] ') : '';
  const subject = headerSafe(
    `${test}${product}${content.subject ?? title}${about ? `${zh ? '｜' : ' | '}${about.institution}` : ''}`,
  );
  const letter = channel === 'LETTER';
  return {
    subject,
    ...drawn(noticeLayout({ content, subject, recipientName, letter, enclosed })),
    attachments: about && toCase && !letter ? calendarOf(input, spec, about, toCase.url, say) : [],
  };
}

function calendarOf(
  input: RenderInput,
  { calendar }: NoticeSpec,
  notice: NoticeCommon,
  caseUrl: string,
  say: Words,
): CalendarFile[] {
  if (calendar === undefined) return [];
  const appointment = (notice as unknown as Readonly<Record<string, AppointmentView | undefined>>)[calendar.of];
  if (appointment === undefined) throw new TypeError(`The notice's data has no appointment '${calendar.of}'.`);
  return [
    appointmentCalendar({
      calendar,
      notice,
      // Whoever cannot come calls the body, where no person is named.
      appointment: { ...(input.issuer?.telephone && { contact: input.issuer.telephone }), ...appointment },
      organiser: input.sender,
      attendee: { name: headerSafe(input.recipientName), address: input.recipientEmail },
      caseUrl,
      say,
    }),
  ];
}
