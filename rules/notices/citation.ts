/** How notices name the regulation behind a clause, which the platform stores under a code, e.g. `SH-STORE 四.3` (requirements, 0.1). */
import { inLocale, type Locale, type Text } from '../text.ts';

/** A regulation that clauses begin with the code of. */
export interface Regulation {
  readonly name: Text;
  /** What it is called where it is cited often, e.g. 《办法》; the line under a notice says what that stands for. */
  readonly short: Text;
  /** Which version or document it is. */
  readonly edition?: Text;
  /** What it gives to somebody who objects to a decision under it, as a clause of a sentence; for adverse notices. */
  readonly objections: Text;
}

/** Regulations by the code that clauses begin with. */
export type Citations = Readonly<Record<string, Regulation>>;

/** The regulation that a clause belongs to; undefined where it is not known. */
export function regulationOf(citations: Citations, clause: string): Regulation | undefined {
  return citations[clause.split(' ')[0] ?? ''];
}

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

/** A citation within a sentence, e.g. `《办法》二.2`; the clause as it is where its regulation is not known. */
export function citation(citations: Citations, clause: string, locale: Locale): string {
  const regulation = regulationOf(citations, clause);
  if (regulation === undefined) return clause;
  const name = inLocale(regulation.short, locale);
  const article = clause.split(' ').slice(1).join(' ');
  if (article === '') return name;
  return locale === 'zh-CN' ? `${name}${article}` : `${article.replaceAll('、', ', ')} of ${name}`;
}

/** The line under a notice that says what its citations stand for, with the regulation's whole name and edition. */
export function basisInWords(citations: Citations, clause: string, locale: Locale): string {
  const regulation = regulationOf(citations, clause);
  const zh = locale === 'zh-CN';
  const cited = citation(citations, clause, locale);
  if (regulation === undefined) return zh ? `依据：${cited}` : `Legal basis: ${cited}`;
  const name = inLocale(regulation.name, locale);
  const edition = regulation.edition && inLocale(regulation.edition, locale);
  return zh
    ? `依据：${cited}；${inLocale(regulation.short, locale)}即${name}${edition === undefined ? '' : `（${edition}）`}`
    : `Legal basis: ${cited}, that is, ${name}${edition === undefined ? '' : `, ${edition}`}`;
}
