/** Citations within a text of a notice, so that each can lead to what the clause says. */
import { inLocale, type Locale } from '../text.ts';
import type { Citations } from './citation.ts';

/** A part of a text; with the clause that it cites, if it is a citation. */
export interface CitedPart {
  readonly words: string;
  readonly clause?: string;
}

/** A clause as documents number it: `四.5(1)`, `一.1末段`, `第八条第三项(二)`, `五（一）`, `附件1(减分项)`, `7.2.1`, `三`. */
const ARTICLE =
  '(?:[一二三四五六七八九十]+\\.\\d+(?:\\(\\d+\\)|末段)?|第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+[项款])*(?:\\([一二三四五六七八九十]+\\))?' +
  '|附件\\d(?: [一二三四五六七八九十]+)?(?:\\([^()]+\\))?(?:\\.\\d+)?|[一二三四五六七八九十]+（[一二三四五六七八九十]+）|\\d(?:\\.\\d+)*|[一二三四五六七八九十]+(?![.条]))';

/**
 * A text parted at its citations: what {@link citation} has put into it is found again, each clause by itself.
 * @param citations of one regime: others may be called by the same short name
 */
export function citedParts(citations: Citations, words: string, locale: Locale): readonly CitedPart[] {
  const codes = Object.entries(citations).map(([code, { short }]) => [code, inLocale(short, locale)] as const);
  if (codes.length === 0) return [{ words }];
  const names = codes.map(([, name]) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const joint = locale === 'zh-CN' ? '、' : ', ';
  const list = `${ARTICLE}(?:${joint}${ARTICLE})*`;
  const cited = new RegExp(locale === 'zh-CN' ? `(?:${names})${list}` : `${list} of (?:${names})`, 'g');
  const parts: CitedPart[] = [];
  let done = 0;
  for (const { 0: found, index } of words.matchAll(cited)) {
    if (index > done) parts.push({ words: words.slice(done, index) });
    const [code = ''] = codes.find(([, name]) => found.includes(name)) ?? [];
    found.split(joint).forEach((part, nth) => {
      const [article = ''] = new RegExp(ARTICLE).exec(part) ?? [];
      if (nth > 0) parts.push({ words: joint });
      parts.push({ words: part, clause: `${code} ${article}` });
    });
    done = index + found.length;
  }
  if (done < words.length) parts.push({ words: words.slice(done) });
  return parts;
}
