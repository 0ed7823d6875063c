/** How notices name the regulation behind a clause, which they cite by its short name, e.g. `SH-STORE 四.3` (requirements, 0.1). */
import { inLocale, type Locale, type Text } from '../text.ts';

/** A regulation that is cited by a short name. */
export interface Regulation {
  readonly name: Text;
  /** Which version or document it is. */
  readonly edition?: Text;
}

/** Regulations by the short name that clauses begin with. */
export type Citations = Readonly<Record<string, Regulation>>;

/** Several passages as one citation, each once: those of one regulation name it once, e.g. `SH-STORE 一.1(1)、一.1(3)`. */
export function citedTogether(clauses: readonly string[]): string {
  return [...new Set(clauses)]
    .map((clause, index, all) => {
      const [short = '', ...article] = clause.split(' ');
      const named = index > 0 && all[index - 1]?.startsWith(`${short} `) === true;
      return named ? article.join(' ') : clause;
    })
    .join('、');
}

/** A citation within a sentence; just the short one where its regulation is not known. */
export function citation(citations: Citations, clause: string, locale: Locale): string {
  const [short = '', ...rest] = clause.split(' ');
  const regulation = citations[short];
  if (regulation === undefined) return clause;
  const name = inLocale(regulation.name, locale);
  const article = rest.join(' ');
  if (article === '') return name;
  return locale === 'zh-CN' ? `${name}${article}` : `${article} of ${name}`;
}

/** The line under a notice that says where a citation comes from; just the citation where its regulation is not known. */
export function basisInWords(citations: Citations, clause: string, locale: Locale): string {
  const regulation = citations[clause.split(' ')[0] ?? ''];
  const zh = locale === 'zh-CN';
  if (regulation === undefined) return zh ? `依据：${clause}` : `Legal basis: ${clause}`;
  const name = inLocale(regulation.name, locale);
  const edition = regulation.edition && inLocale(regulation.edition, locale);
  return zh
    ? `依据：${clause}，即${name}${edition === undefined ? '' : `（${edition}）`}`
    : `Legal basis: ${clause}, that is, ${name}${edition === undefined ? '' : `, ${edition}`}`;
}
