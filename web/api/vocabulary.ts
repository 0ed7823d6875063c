import { useQuery } from '@tanstack/react-query';
import type { Text } from '../../rules/text.ts';
import { useLocale } from '../words/words.ts';
import { answered, api } from './client.ts';
import type { components } from '../generated/api.ts';

export type Vocabulary = components['schemas']['Vocabulary'];

const NOTHING: Vocabulary = {
  regulations: {},
  regimes: {},
  kinds: {},
  roles: {},
  bodies: {},
  regions: {},
  training: false,
};

/** What codes are called. It does not change while a page is open; empty until it has come. */
export function useVocabulary(): Vocabulary {
  const { data } = useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => answered(api.GET('/api/vocabulary')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? NOTHING;
}

/** What a code is called in the language of the page; the code itself where no title is known. */
export function useTitles(): (titles: Readonly<Record<string, Text>>, code: string) => string {
  const { say } = useLocale();
  return (titles, code) => (titles[code] === undefined ? code : say(titles[code]));
}
