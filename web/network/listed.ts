import { useLocale } from '../words/words.ts';

/** Puts names one behind another, in the way of the language of the page. */
export function useListed(): (names: readonly string[]) => string {
  const { locale } = useLocale();
  return (names) => names.join(locale === 'en' ? ', ' : '、');
}
