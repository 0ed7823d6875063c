import { useTitles, useVocabulary } from '../api/vocabulary.ts';

/** What an account may be; null stands for what is not given, too. */
interface Office {
  readonly role: string;
  readonly bodyId?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly party?: string | null | undefined;
}

/** The credit code of a party; the key of a person says nothing that the name of the account does not. */
function codeIn(party: string | null | undefined): string | undefined {
  return party?.includes(':') === true ? undefined : (party ?? undefined);
}

/** How an office is told in words: its role, its body and region, or its party. */
export function useOffices(): (office: Office) => string {
  const { roles, bodies, regions } = useVocabulary();
  const called = useTitles();
  return ({ role, bodyId, region, party }) =>
    [called(roles, role), bodyId && called(bodies, bodyId), region && called(regions, region), codeIn(party)]
      .filter(Boolean)
      .join(' · ');
}
