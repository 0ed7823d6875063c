/** The layout of a digest: each case with the deadline it reminds of, what follows if it is missed, and the way to the case (XC-03.2). */
import { Heading, Link, Section, Text as Paragraph } from '@react-email/components';
import { createElement as h, type ReactNode } from 'react';
import type { NoticeCommon } from '../../rules/notices.ts';
import type { Words } from '../../rules/notices/words.ts';
import { deadlineWords } from './deadline-words.ts';
import { footerLines, framed } from './layout-frame.ts';
import { deadlineBox } from './layout-parts.ts';
import type { Linking } from './notice-text.ts';
import { styles } from './styles.ts';

/** One reminder in a digest. */
export interface DigestEntry {
  readonly about: NoticeCommon;
  /** Address of the case. */
  readonly url: string;
  /** The words of its language, with the regulations that its clauses stand for. */
  readonly say: Words;
  readonly linking: Linking;
}

export interface DigestInput {
  readonly say: Words;
  readonly subject: string;
  readonly recipientName: string;
  /** The body in whose name it goes out. */
  readonly issuer: string | undefined;
  /** How many reminders went together; more than there are entries in what is kept with one of them. */
  readonly count: number;
  readonly entries: readonly DigestEntry[];
}

export function digestLayout({ say, subject, recipientName, issuer, count, entries }: DigestInput): ReactNode {
  const zh = say.locale === 'zh-CN';
  const intro = zh
    ? `提醒您注意下列 ${count} 项期限，最先到期的在前。如已办理完毕，请忽略；办理完毕后不再发送提醒。`
    : `This is to remind you of ${count} deadlines, the first to end at the top. If one is done already you need not do anything; no reminder is sent once it is done.`;
  return framed({
    locale: say.locale,
    subject,
    preview: intro,
    issuer,
    main: [
      h(Heading, { key: 'title', as: 'h1', style: styles.heading }, zh ? '期限提醒' : 'Deadline reminders'),
      h(
        Paragraph,
        { key: 'salutation', style: styles.paragraph },
        zh ? `${recipientName}，您好！` : `Dear ${recipientName},`,
      ),
      h(Paragraph, { key: 'intro', style: styles.paragraph }, intro),
      ...entries.map((entry, index) => drawEntry(entry, index)),
      entries.length === count ? null : h(Paragraph, { key: 'kept', style: styles.paragraph }, keptAlone(count, zh)),
    ],
    footer: footerLines(say.locale, issuer),
  });
}

function drawEntry({ about, url, say, linking }: DigestEntry, index: number): ReactNode {
  const zh = say.locale === 'zh-CN';
  const { institution, caseNumber, deadlines = [], plannedAt } = about;
  return h(
    Section,
    { key: index, style: styles.entry },
    h(Heading, { as: 'h2', style: styles.subheading }, institution),
    h(Paragraph, { style: styles.entryNumber }, `${zh ? '案号：' : 'Case number: '}${caseNumber}`),
    ...deadlines.map((deadline, nth) =>
      deadlineBox(deadlineWords(deadline, say, plannedAt), `${index}.${nth}`, linking),
    ),
    h(
      Paragraph,
      { style: styles.address },
      zh ? '查看案件：' : 'See the case: ',
      h(Link, { href: url, style: styles.link, target: '_self' }, url),
    ),
  );
}

/** What is kept with a notice shows nothing of other cases: who reads this case may not read those. */
function keptAlone(count: number, zh: boolean): string {
  return zh
    ? `本提醒与其他 ${count - 1} 项提醒合并为一封邮件发出；此处只留存本案的一项。`
    : `This reminder went in one mail together with ${count - 1} more; only the one of this case is kept here.`;
}
