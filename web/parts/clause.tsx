/** A clause as people cite it, e.g. 《办法》二.2 (requirements, 0.1). */
import { citation, type Citations } from '../../rules/notices/citation.ts';
import { useVocabulary } from '../api/vocabulary.ts';
import { useLocale } from '../words/words.ts';

export function Clause({ clause }: { readonly clause: string }) {
  const { regulations } = useVocabulary();
  const { locale } = useLocale();
  if (clause === '—') return null;
  return <cite style={{ fontStyle: 'normal' }}>{citation(regulations as Citations, clause, locale)}</cite>;
}
