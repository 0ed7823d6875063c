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

/** The attachments with their contents. */
export async function outgoing(database: Database, attachments: readonly NoticeAttachment[]): Promise<OutgoingFile[]> {
  const files: OutgoingFile[] = [];
  for (const attachment of attachments) {
    if ('content' in attachment) files.push(attachment);
    else {
      const { letterId, locale, filename, contentType } = attachment;
      const { content } = await database.letterFile.findUniqueOrThrow({
        where: { letterId_locale: { letterId, locale } },
        select: { content: true },
      });
      files.push({ filename, contentType, content: Buffer.from(content) });
    }
  }
  return files;
}
