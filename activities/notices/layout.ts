/**
 * The one layout of every notice: whose it is, heading, what is said, deadlines, facts, what may be done against it, who signs and when, the
 * way to the case, and the footer.
 */
import { Heading, Section, Text as Paragraph } from '@react-email/components';
import { createElement as h, type ReactNode } from 'react';
import type { Block, Cell, Fact } from '../../rules/notices/content.ts';
import { deadlineWords } from './deadline-words.ts';
import { footerLines, framed } from './layout-frame.ts';
import { deadlineBox, linked, wayToCase } from './layout-parts.ts';
import type { Linking, NoticeText, Signature } from './notice-text.ts';
import { styles } from './styles.ts';

export interface LayoutInput {
  readonly content: NoticeText;
  readonly subject: string;
  readonly recipientName: string;
  /** True if it is the text of a letter. */
  readonly letter: boolean;
  /** Names of the files of the letter that a mail brings along. */
  readonly enclosed: readonly string[];
}

/** The notice as elements. */
export function noticeLayout(input: LayoutInput): ReactNode {
  const { content, subject, letter, enclosed } = input;
  const { say, title, blocks, objection, signed, toCase, basis } = content;
  const zh = say.locale === 'zh-CN';
  const linking = letter ? undefined : content.linking;
  return framed({
    locale: say.locale,
    subject,
    preview: firstWords(blocks) ?? title,
    issuer: signed?.name,
    main: [
      h(Heading, { key: 'title', as: 'h1', style: styles.heading }, title),
      numberLine(content),
      h(Paragraph, { key: 'salutation', style: styles.paragraph }, salutation(input)),
      ...blocks.map((block, index) => drawBlock(block, index, content, linking)),
      objection === undefined
        ? null
        : h(Paragraph, { key: 'objection', style: styles.paragraph }, linked(objection, linking)),
      enclosed.length === 0
        ? null
        : h(Paragraph, { key: 'enclosed', style: styles.paragraph }, enclosures(enclosed, zh)),
      signed === undefined ? null : signature(signed, zh),
      ...(toCase === undefined ? [] : letter ? [caseAddress(toCase.url, zh)] : wayToCase(toCase, zh)),
    ],
    footer: [...(basis === undefined ? [] : [linked(basis, linking)]), ...(letter ? [] : footer(content))],
  });
}

/** A notice that is a letter, too, has the number of the letter, by which people cite it. */
function numberLine({ number, say }: NoticeText): ReactNode {
  if (number === undefined) return null;
  const zh = say.locale === 'zh-CN';
  const name = number.of === 'letter' ? (zh ? '文号：' : 'Letter No. ') : zh ? '编号：' : 'Number: ';
  return h(Paragraph, { key: 'number', style: styles.number }, `${name}${number.words}`);
}

function enclosures(names: readonly string[], zh: boolean): string {
  return zh ? `附件：${names.join('、')}` : `Enclosed: ${names.join(', ')}`;
}

function salutation({ content: { say, formal }, recipientName }: LayoutInput): string {
  if (say.locale === 'en') return formal ? `To ${recipientName}:` : `Dear ${recipientName},`;
  return formal ? `${recipientName}：` : `${recipientName}，您好！`;
}

/** Who has issued it and when, at the end, where a Chinese document has them (落款). */
function signature({ name, telephone, on }: Signature, zh: boolean): ReactNode {
  const lines = [
    ...(telephone === undefined ? [] : [zh ? `联系电话：${telephone}` : `Telephone: ${telephone}`]),
    name,
    on,
  ];
  return h(
    Section,
    { key: 'signature', style: styles.signature },
    ...lines.map((words, index) => h(Paragraph, { key: index, style: styles.signatureLine }, words)),
  );
}

function caseAddress(url: string, zh: boolean): ReactNode {
  return h(Paragraph, { key: 'address', style: styles.address }, `${zh ? '案件网址：' : 'The case is at '}${url}`);
}

function firstWords(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return first?.kind === 'paragraph' ? first.words : undefined;
}

function drawBlock(block: Block, key: number, content: NoticeText, linking: Linking | undefined): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return h(Paragraph, { key, style: styles.paragraph }, linked(block.words, linking));
    case 'warning':
      return h(Paragraph, { key, style: styles.warning }, linked(block.words, linking));
    case 'list':
      return h(
        Section,
        { key },
        h(Heading, { as: 'h2', style: styles.subheading }, block.title),
        h(
          'ul',
          { style: styles.list },
          ...block.items.map((item, index) => h('li', { key: index, style: styles.item }, linked(item, linking))),
        ),
      );
    case 'table':
      return drawTable(block, key, linking);
    case 'code':
      return h(Paragraph, { key, style: styles.code }, block.code);
    case 'deadlines':
      return (content.notice.deadlines ?? []).map((deadline, index) =>
        deadlineBox(deadlineWords(deadline, content.say, content.notice.plannedAt), `${key}.${index}`, linking),
      );
    case 'facts':
      return factTable(content.facts, key, linking);
  }
}

function factTable(facts: readonly Fact[], key: number, linking: Linking | undefined): ReactNode {
  if (facts.length === 0) return null;
  return h(
    'table',
    { key, className: 'facts', style: styles.table },
    h(
      'tbody',
      null,
      ...facts.map(([label, value], index) =>
        h(
          'tr',
          { key: index },
          h('th', { scope: 'row', style: styles.label }, label),
          h('td', { style: styles.value }, linked(value, linking)),
        ),
      ),
    ),
  );
}

function drawTable({ head, rows }: Block & { kind: 'table' }, key: number, linking: Linking | undefined): ReactNode {
  return h(
    'table',
    { key, className: 'table', style: styles.table },
    h(
      'thead',
      null,
      h('tr', null, ...head.map((words, index) => h('th', { key: index, scope: 'col', style: styles.head }, words))),
    ),
    h(
      'tbody',
      null,
      ...rows.map((row, index) => h('tr', { key: index }, ...row.map((cell, nth) => drawCell(cell, nth, linking)))),
    ),
  );
}

function drawCell(cell: Cell, index: number, linking: Linking | undefined): ReactNode {
  const { words, style } =
    typeof cell === 'string'
      ? { words: cell, style: styles.cell }
      : { words: cell.words, style: { ...styles.cell, ...styles[cell.tone] } };
  const content = linked(words, linking);
  return index === 0 ? h('th', { key: index, scope: 'row', style }, content) : h('td', { key: index, style }, content);
}

function footer({ say, spec, toCase, signed }: NoticeText): readonly string[] {
  if (toCase !== undefined) return footerLines(say.locale, signed?.name, spec.class === 'commercial');
  return say.locale === 'zh-CN'
    ? ['本邮件由案卷（Anjuan）平台自动发出，请勿直接回复。', '这是应邮箱填写人请求发出的服务通知，不是商业信息。']
    : [
        'This mail was sent by the 案卷 Anjuan platform. Please do not reply to it.',
        'It is a service message that somebody who gave this address asked for, not advertising.',
      ];
}
