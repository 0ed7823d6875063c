/** Characters with which a program for tables begins to reckon; their full-width and small forms are read as them. */
const BEGINS = ['=', '+', '-', '@'];

/**
 * A text as a cell that no program for tables takes for a formula: one that begins like a formula, behind blanks or not, or with a tab or a
 * line break, gets an apostrophe before it, the mark of a text.
 */
export function inert(words: string): string {
  const first = words.trimStart().slice(0, 1).normalize('NFKC');
  return BEGINS.includes(first) || /^[\t\r\n]/.test(words) ? `'${words}` : words;
}
