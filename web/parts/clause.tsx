/** A clause as people cite it, e.g. 《办法》二.2 (requirements, 0.1), and the way to what it says. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { clausePath, clausesCited } from '../../rules/book/clauses.ts';
import { citation, type Citations } from '../../rules/notices/citation.ts';
import { useVocabulary } from '../api/vocabulary.ts';
import { useLocale } from '../words/words.ts';

export function Clause({ clause }: { readonly clause: string }) {
  const { regulations } = useVocabulary();
  const { locale } = useLocale();
  if (clause === '—') return null;
  const cited = citation(regulations as Citations, clause, locale);
  const [first] = clausesCited(clause, Object.keys(regulations));
  return (
    <cite style={{ fontStyle: 'normal' }}>
      {first === undefined ? (
        cited
      ) : (
        <Anchor component={Link} href={clausePath(first)} inherit style={{ textDecoration: 'underline' }}>
          {cited}
        </Anchor>
      )}
    </cite>
  );
}
