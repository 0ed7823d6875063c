/** The parts a notice is written in; {@link ../layout.ts} draws them. One language each: a template writes both. */
import type { NoticeData, NoticeTemplate, TrialFigures } from '../../../rules/notices.ts';
import type { Locale } from '../../../rules/text.ts';
import type { Words } from '../words.ts';

export type Block =
  | { readonly kind: 'paragraph'; readonly words: string }
  /** A paragraph that must not be overlooked, such as what follows from staying away. */
  | { readonly kind: 'warning'; readonly words: string }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'figures'; readonly figures: TrialFigures }
  /** The deadlines of the notice's data, drawn here; without this block they follow the others. */
  | { readonly kind: 'deadlines' }
  /** The table of facts, drawn here; without this block it follows the others. */
  | { readonly kind: 'facts' };

/** A line of the table of facts: label and value. */
export type Fact = readonly [label: string, value: string];

export interface NoticeContent {
  /** What the subject says in place of the template's title. */
  readonly subject?: string;
  readonly blocks: readonly Block[];
  /** Beside institution and case number, which every notice shows. */
  readonly facts?: readonly Fact[];
  /** Label of the button that leads to the case. */
  readonly action?: string;
}

/** The wording of one template in each language, as functions of its data. */
export type Wording<T extends NoticeTemplate> = Readonly<
  Record<Locale, (data: NoticeData<T>, say: Words) => NoticeContent>
>;

export function paragraph(words: string): Block {
  return { kind: 'paragraph', words };
}

export function warning(words: string): Block {
  return { kind: 'warning', words };
}

/** A list under a title; nothing at all when it has no items. */
export function list(title: string, items: readonly string[] | undefined): readonly Block[] {
  return items === undefined || items.length === 0 ? [] : [{ kind: 'list', title, items }];
}

export function figures(of: TrialFigures): Block {
  return { kind: 'figures', figures: of };
}

export const deadlines: Block = { kind: 'deadlines' };

export const facts: Block = { kind: 'facts' };

/** A fact that is shown only where it is known. */
export function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === '' ? [] : [[label, value]];
}
