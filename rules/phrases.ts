/** Phrases put together to sentences, in both languages at once. Words that a person typed stand in either language as they are. */
import type { Phrase } from './notices.ts';
import { inBoth, text, type Text } from './text.ts';

/** Words or phrases in a row, with the marks of each language: 甲、乙 / a, b. */
export function listed(phrases: readonly Phrase[]): Text {
  return joined(phrases, '、', ', ');
}

/** Parts of one sentence, each of which may be a list itself: 甲；乙 / a; b. What is undefined is left out. */
export function parts(...phrases: readonly (Phrase | undefined)[]): Text {
  return joined(
    phrases.filter((phrase) => phrase !== undefined),
    '；',
    '; ',
  );
}

/** Sentences one after the other, without a mark after the last one: 甲。乙 / A. B */
export function sentences(phrases: readonly Phrase[]): Text {
  const bare = phrases.map(inBoth).map(({ zh, en }) => text(withoutStop(zh), withoutStop(en)));
  return joined(bare, '。', '. ');
}

/** A name and what stands under it: 地点：某处 / Place: somewhere. */
export function entry(name: Phrase, value: Phrase): Text {
  const [of, is] = [inBoth(name), inBoth(value)];
  return text(`${of.zh}：${is.zh}`, `${of.en}: ${is.en}`);
}

/** Something with a remark on it: 甲（乙） / a (b). */
export function remarked(phrase: Phrase, remark: Phrase | undefined): Text {
  const of = inBoth(phrase);
  if (remark === undefined) return of;
  const on = inBoth(remark);
  return text(`${of.zh}（${on.zh}）`, `${of.en} (${on.en})`);
}

/** A change: 由甲改为乙 / from a to b. */
export function changed(from: Phrase, to: Phrase): Text {
  const [before, after] = [inBoth(from), inBoth(to)];
  return text(`由 ${before.zh} 改为 ${after.zh}`, `from ${before.en} to ${after.en}`);
}

function joined(phrases: readonly Phrase[], zh: string, en: string): Text {
  const both = phrases.map(inBoth);
  return text(
    inOne(
      both.map((phrase) => phrase.zh),
      zh,
    ),
    inOne(
      both.map((phrase) => phrase.en),
      en,
    ),
  );
}

/** The mark between two stands for the stop that somebody typed after the first. */
function inOne(words: readonly string[], mark: string): string {
  const last = words.length - 1;
  return words.map((one, nth) => (nth < last ? withoutStop(one) : one)).join(mark);
}

function withoutStop(sentence: string): string {
  return sentence.trim().replace(/[。.]$/, '');
}
