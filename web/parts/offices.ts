import { useTitles, useVocabulary } from '../api/vocabulary.ts';

/** What an account may be; null stands for what is not given, too. */
interface Office {
  readonly role: string;
  readonly bodyId?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly party?: string | null | undefined;
}

/** How an office is told in words: its role, its body and region, or its party. */
export function useOffices(): (office: Office) => string {
  const { roles, bodies } = useVocabulary();
  const called = useTitles();
  return ({ role, bodyId, region, party }) =>
    [called(roles, role), bodyId && called(bodies, bodyId), region, party].filter(Boolean).join(' · ');
}
