/**
 * What the timeline says of an action (XC-05.3): each line tells by itself what was done, with what, and why. A process says for each of its
 * actions what was done with it; the engine puts the title before it and the words that people gave after it.
 */
import type { Phrase } from '../../rules/notices.ts';
import { entry, sentences } from '../../rules/phrases.ts';
import { inBoth, text, type Text } from '../../rules/text.ts';
import { doneTitle, type ActionContract, type ProcessContract } from './contract.ts';
import type { CaseState } from './state.ts';
import type { FactsOf, InputOf, OwnActionOf, ReadingOf } from './types.ts';

/** What a sentence may look at beside the input: the case before and after the action, and what was read for it. */
export interface Told<Facts = unknown, Reading = unknown> {
  readonly contract: ProcessContract;
  readonly before: CaseState<Facts>;
  readonly after: CaseState<Facts>;
  readonly reading: Reading;
}

type WithheldOf<C extends ProcessContract, A> = A extends keyof C['actions']
  ? C['actions'][A] extends { readonly withholds: readonly (infer F)[] }
    ? F
    : never
  : never;

/** What of an action's input stands on the timeline: all but what the contract withholds. */
export type ShownOf<C extends ProcessContract, A> = Omit<InputOf<C, A>, WithheldOf<C, A> & string>;

/** Words that people give with an action; the engine says them after the sentence, under this name. */
const WORDS = {
  reason: text('理由', 'Why'),
  explanation: text('说明', 'Explanation'),
  note: text('备注', 'Note'),
} as const;

/** Fields that no process has to say: those words, the number of files, and ids, which tell people nothing. */
type SaidByEngine = keyof typeof WORDS | 'fileIds' | `${string}Id`;

/** Actions that take more than the engine says: each needs a sentence. */
type ToldAction<C extends ProcessContract> = {
  [A in OwnActionOf<C>]: string extends keyof ShownOf<C, A>
    ? never
    : Exclude<keyof ShownOf<C, A>, SaidByEngine> extends never
      ? never
      : A;
}[OwnActionOf<C>];

type Sentence<C extends ProcessContract, A extends OwnActionOf<C>> = (
  input: ShownOf<C, A>,
  told: Told<FactsOf<C>, ReadingOf<C, C['actions'][A]>>,
) => Phrase | undefined | null;

/** The sentences of a process, kept in `sentences.ts` beside it: one for each action that takes more than a reason, and for any other one. */
export type SentencesOf<C extends ProcessContract> = {
  readonly [A in ToldAction<C>]: Sentence<C, A>;
} & { readonly [A in Exclude<OwnActionOf<C>, ToldAction<C>>]?: Sentence<C, A> };

/** The sentences of a process as the engine sees them. */
export type AnySentences = Readonly<
  Record<string, ((input: never, told: Told) => Phrase | undefined | null) | undefined>
>;

/** What of an input stands on the timeline. */
export function shown(input: unknown, { withholds = [] }: ActionContract): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input ?? {}).filter(([field]) => !withholds.includes(field)));
}

/** The line of an action: its title, what was done with it, the words given with it. */
export function actionLine(
  action: ActionContract,
  input: Readonly<Record<string, unknown>>,
  words?: Phrase | null,
): Text {
  const title = doneTitle(action);
  const hasWords = words != null && inBoth(words).zh !== '';
  return sentences([hasWords ? entry(title, words) : title, ...wordsOf(input)]);
}

function wordsOf(input: Readonly<Record<string, unknown>>): Text[] {
  const words = Object.entries(WORDS).flatMap(([field, name]) => {
    const given = input[field];
    return typeof given === 'string' && given !== '' ? [entry(name, given)] : [];
  });
  const files = Array.isArray(input['fileIds']) ? input['fileIds'].length : 0;
  return files === 0
    ? words
    : [...words, text(`附件 ${files} 份`, `${files} ${files === 1 ? 'file' : 'files'} attached`)];
}
