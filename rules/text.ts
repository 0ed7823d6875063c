/** A phrase in both languages of the platform; Chinese is the authentic one. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Locale = 'zh-CN' | 'en';

/** A {@link Text} from its two halves. */
export function text(zh: string, en: string): Text {
  return { zh, en };
}

/** A phrase in both languages; a name or what a person typed stands in either as it is. */
export function inBoth(phrase: Text | string): Text {
  return typeof phrase === 'string' ? { zh: phrase, en: phrase } : phrase;
}

/** The half of a {@link Text} that a reader of this locale is shown. */
export function inLocale(phrase: Text, locale: Locale): string {
  return locale === 'en' ? phrase.en : phrase.zh;
}

/** A number with its English noun: `1 order`, `2 orders`. */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Whether a free text has been filled in with more than blanks. */
export function isFilled(field: string | null): field is string {
  return field !== null && field.trim() !== '';
}
