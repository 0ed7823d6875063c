/** How this platform's notices name the regulations of its regimes. */
import * as rules from '../../rules/notices/citation.ts';
import type { Locale } from '../../rules/text.ts';
import { citations } from '../../workflows/regimes.ts';

/** A citation within a sentence; just the short one where its regulation is not known. */
export function citation(clause: string, locale: Locale): string {
  return rules.citation(citations, clause, locale);
}

/** The line under a notice that says where a citation comes from; just the citation where its regulation is not known. */
export function basisInWords(clause: string, locale: Locale): string {
  return rules.basisInWords(citations, clause, locale);
}
