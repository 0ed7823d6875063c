/** A letter before it is set: what stands on it, in one language and in the order of the page. */
import type { Block, Cell, Fact } from '../../rules/notices/content.ts';
import type { LetterHead } from '../../config/settings.ts';
import type { Locale } from '../../rules/text.ts';
import { partsOfDay } from '../../rules/time/index.ts';
import { deadlineWords } from '../notices/deadline-words.ts';
import type { LinkedPart, NoticeText, Signature } from '../notices/notice-text.ts';

/** A part of the body of a letter. */
export type PageBlock =
  | {
      readonly kind: 'paragraph' | 'strong' | 'heading';
      readonly words: string;
      /** The same words in parts, where some of them lead somewhere; letters that were numbered before this was kept have none. */
      readonly parts?: readonly LinkedPart[];
    }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What `letter.typ` sets. The Chinese names are those of GB/T 9704-2012. */
export interface LetterPage {
  readonly locale: Locale;
  /** Whether the name of the body and the red line are printed, or the paper has them. */
  readonly head: LetterHead;
  /** 发文机关: the body whose letter it is. */
  readonly issuer: string;
  /** 发文字号. */
  readonly number: string;
  readonly title: string;
  /** A line under the title; null for none. */
  readonly remark: string | null;
  /** 主送: whom it goes to, with the mark after it. */
  readonly to: string;
  readonly blocks: readonly PageBlock[];
  /** 成文日期 as year, month and day. */
  readonly date: readonly [year: number, month: number, day: number];
  /** The same in words. */
  readonly dated: string;
  /** 附注: how the body and the case are reached. */
  readonly notes: readonly string[];
}

export interface PageInput {
  readonly content: NoticeText;
  readonly signed: Signature;
  readonly number: string;
  /** Names of the parties it goes to. */
  readonly to: readonly string[];
  readonly head: LetterHead;
}

/** The page of a notice as a letter: in the same words as its mail. */
export function letterPage({ content, signed, number, to, head }: PageInput): LetterPage {
  const { say, title, blocks, basis, objection, toCase } = content;
  const zh = say.locale === 'zh-CN';
  return {
    locale: say.locale,
    head,
    issuer: signed.name,
    number,
    title,
    remark: zh ? null : 'Translation for information; the letter in Chinese is authoritative.',
    to: zh ? `${to.join('、')}：` : `To ${to.join(', ')}:`,
    blocks: [
      ...blocks.flatMap((block) => pageBlocks(block, content)),
      ...[basis, objection].flatMap((words) => (words === undefined ? [] : [cited(words, content)])),
    ],
    date: partsOfDay(signed.day),
    dated: signed.on,
    notes: notesOf(signed, toCase?.url, zh),
  };
}

function notesOf({ telephone }: Signature, url: string | undefined, zh: boolean): readonly string[] {
  const parts = [
    ...(telephone === undefined ? [] : [zh ? `联系电话：${telephone}` : `Telephone: ${telephone}`]),
    ...(url === undefined ? [] : [zh ? `案件网址：${url}` : `The case is at ${url}`]),
  ];
  return parts.map((words) => (zh ? `（${words}）` : `(${words})`));
}

function pageBlocks(block: Block, content: NoticeText): readonly PageBlock[] {
  const { say, facts, notice } = content;
  const zh = say.locale === 'zh-CN';
  switch (block.kind) {
    case 'paragraph':
      return [cited(block.words, content)];
    case 'warning':
      return [{ kind: 'strong', words: block.words }];
    case 'code':
      return [{ kind: 'strong', words: block.code }];
    case 'list':
      return [
        { kind: 'heading', words: block.title },
        ...block.items.map((item, index) => cited(zh ? `${index + 1}．${item}` : `${index + 1}. ${item}`, content)),
      ];
    case 'table':
      return [{ kind: 'table', head: block.head, rows: block.rows.map((row) => row.map(cellWords)) }];
    case 'deadlines':
      return (notice.deadlines ?? []).flatMap((deadline): PageBlock[] => {
        const { title, due, lines } = deadlineWords(deadline, say, notice.plannedAt);
        return [
          { kind: 'heading', words: title },
          { kind: 'strong', words: due },
          ...lines.map((line) => cited(line, content)),
        ];
      });
    case 'facts':
      return facts.map((fact) => cited(factWords(fact, zh), content));
  }
}

/** A paragraph whose citations lead to their clauses where the file is read on a screen. */
function cited(words: string, { linking }: NoticeText): PageBlock {
  const parts = linking(words);
  const leads = parts.some(({ url }) => url !== undefined);
  return { kind: 'paragraph', words, ...(leads && { parts }) };
}

function factWords([label, value]: Fact, zh: boolean): string {
  return zh ? `${label}：${value}` : `${label}: ${value}`;
}

function cellWords(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.words;
}
