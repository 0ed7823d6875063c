const SEPARATOR = '\u241f';

/** A message in both languages for a check of a schema: zod has room for one string, {@link inBothLanguages} splits it again. */
export function bilingual(zh: string, en: string): string {
  return `${zh}${SEPARATOR}${en}`;
}

/** The two languages of a message made by {@link bilingual}; null for any other message. */
export function inBothLanguages(message: string): readonly [zh: string, en: string] | null {
  const [zh, en] = message.split(SEPARATOR);
  return zh !== undefined && en !== undefined ? [zh, en] : null;
}
