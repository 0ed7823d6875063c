/** What a mail brings along. */
import type { Database } from '../../prisma/client.ts';
import type { CalendarMethod } from '../../rules/notices.ts';
import type { Locale } from '../../rules/text.ts';

/** An attachment as it is stored with its notice. */
export type NoticeAttachment = CalendarFile | LetterAttachment;

export interface CalendarFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
  /** What it asks of the recipient's calendar. */
  readonly method: CalendarMethod;
}

/** A file of the letter that the notice is, too; its content is kept with the letter. */
export interface LetterAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly letterId: string;
  readonly locale: Locale;
}

/** An attachment with its content. */
export interface OutgoingFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer;
  readonly method?: CalendarMethod;
}

/** The files of a letter in these languages, named by its number. */
export function letterAttachments(
  { id: letterId, number }: { readonly id: string; readonly number: string },
  locales: readonly Locale[],
): LetterAttachment[] {
  return locales.map((locale) => ({
    filename: letterFilename(number, locale),
    contentType: 'application/pdf',
    letterId,
    locale,
  }));
}

/** E.g. `沪企服函〔2025〕7号.pdf`; the translation says so. */
export function letterFilename(number: string, locale: Locale): string {
  return locale === 'zh-CN' ? `${number}.pdf` : `${number} (English translation).pdf`;
}

/** The attachments of several mails with their contents; the files of letters are read for all of them together. */
export async function outgoing(
  database: Database,
  mails: readonly (readonly NoticeAttachment[])[],
): Promise<readonly (readonly OutgoingFile[])[]> {
  const ofLetters = mails.flat().filter((attachment) => 'letterId' in attachment);
  const files =
    ofLetters.length === 0
      ? []
      : await database.letterFile.findMany({
          where: { OR: ofLetters.map(({ letterId, locale }) => ({ letterId, locale })) },
          select: { letterId: true, locale: true, content: true },
        });
  return mails.map((attachments) =>
    attachments.map((attachment) => {
      if ('content' in attachment) return attachment;
      const { letterId, locale, filename, contentType } = attachment;
      const file = files.find((one) => one.letterId === letterId && one.locale === locale);
      if (file === undefined) throw new Error(`The letter ${letterId} has no file in ${locale}.`);
      return { filename, contentType, content: Buffer.from(file.content) };
    }),
  );
}
