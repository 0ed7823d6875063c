/** Choices of a form: codes for programs, each with what it is called. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { text, type Text } from '../../rules/text.ts';
import { withWords } from './titled.ts';

/** What a code is called: its title, or something that has one. */
export type Titled = Text | { readonly title: Text };

/**
 * One of these codes. Who gives another one is told the choices by their titles; the schema has them as `x-choices`.
 * @param why said before the choices, for who needs to know why there are no others; made by `bilingual`
 */
export function choice<K extends string>(titles: Readonly<Record<K, Titled>>, why?: string) {
  const codes = Object.keys(titles) as [K, ...K[]];
  const called = codes.map((code) => titleOf(titles[code]));
  const list = text(called.map(({ zh }) => zh).join('、'), called.map(({ en }) => en).join(', '));
  const error = why ?? bilingual(`请从下列各项中选择：${list.zh}。`, `choose one of these: ${list.en}`);
  return withWords(z.enum(codes, { error }), { 'x-choices': some(titles, ...codes) });
}

/** Some of the titles of a table, in the order named. */
export function some<K extends string, C extends K>(titles: Readonly<Record<K, Titled>>, ...codes: readonly C[]) {
  return Object.fromEntries(codes.map((code) => [code, titleOf(titles[code])])) as Readonly<Record<C, Text>>;
}

/** Yes or no in an address. */
export const yesOrNo = choice({ true: text('是（true）', 'yes (true)'), false: text('否（false）', 'no (false)') });

function titleOf(titled: Titled): Text {
  return 'title' in titled ? titled.title : titled;
}
