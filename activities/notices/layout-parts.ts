/** What mails are made up of, a single notice and a digest alike. */
import { Button, Link, Section, Text as Paragraph } from '@react-email/components';
import { createElement as h, type ReactNode } from 'react';
import type { DeadlineWords } from './deadline-words.ts';
import type { Linking, NoticeText } from './notice-text.ts';
import { styles } from './styles.ts';

/** A text whose citations lead to the clauses; a letter is paper, and has nothing to click. */
export function linked(words: string, linking: Linking | undefined): ReactNode {
  if (linking === undefined) return words;
  return linking(words).map(({ words: part, url }, index) =>
    url === undefined
      ? part
      : h(Link, { key: index, className: 'clause', href: url, style: styles.clause, target: '_self' }, part),
  );
}

/** A deadline: what it is for, when it ends, what is left of it and what follows. */
export function deadlineBox(
  { title, due, lines }: DeadlineWords,
  key: string,
  linking: Linking | undefined,
): ReactNode {
  return h(
    Section,
    { key, style: styles.deadline },
    h(Paragraph, { style: styles.deadlineTitle }, title),
    h(Paragraph, { style: styles.deadlineWords }, due),
    ...lines.map((words, index) => h(Paragraph, { key: index, style: styles.deadlineLine }, linked(words, linking))),
  );
}

/** The button, and its address for mail programs that do not draw it. */
export function wayToCase({ url, label }: NonNullable<NoticeText['toCase']>, zh: boolean): readonly ReactNode[] {
  return [
    h(
      Section,
      { key: 'button', style: styles.action },
      h(Button, { href: url, style: styles.button, target: '_self' }, label),
    ),
    h(
      Paragraph,
      { key: 'address', className: 'fallback', style: styles.address },
      zh ? '按钮打不开时，请复制此链接：' : 'If the button does not work, copy this link:',
      h('br'),
      h(Link, { href: url, style: styles.link, target: '_self' }, url),
    ),
  ];
}
