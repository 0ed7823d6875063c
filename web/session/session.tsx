/** Who is signed in. A session that ends while somebody works is begun anew over the page, which stays as it is. */
import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { answered, api, isRefused } from '../api/client.ts';
import { createQueryClient } from '../api/query-client.ts';
import type { components } from '../generated/api.ts';
import { chooseLocale, hasChosenLocale } from '../words/words.ts';

export type Me = components['schemas']['Me'];

interface Session {
  /** The account; null where nobody is signed in, undefined until that is known. */
  readonly me: Me | null | undefined;
  /** True once a session that was there has ended. */
  readonly hasEnded: boolean;
}

const SessionContext = createContext<Session>({ me: undefined, hasEnded: false });

export const ME = ['me'] as const;

/** Gives what is below it the session and the store of what was read. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [hasEnded, setEnded] = useState(false);
  const client = useMemo(() => createQueryClient(() => setEnded(true)), []);
  return (
    <QueryClientProvider client={client}>
      <KnownSession hasEnded={hasEnded} onSignedIn={() => setEnded(false)}>
        {children}
      </KnownSession>
    </QueryClientProvider>
  );
}

function KnownSession(props: {
  readonly hasEnded: boolean;
  readonly onSignedIn: () => void;
  readonly children: ReactNode;
}) {
  const { hasEnded, onSignedIn, children } = props;
  const { data: me } = useQuery({
    queryKey: ME,
    queryFn: () =>
      answered(api.GET('/api/me')).catch((error: unknown) => {
        if (isRefused(error, 'NOT_SIGNED_IN')) return null;
        throw error;
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const locale = me?.locale;
  useEffect(() => {
    if (locale !== undefined && !hasChosenLocale()) chooseLocale(locale);
  }, [locale]);
  const session = useMemo(() => ({ me, hasEnded: hasEnded && me != null, onSignedIn }), [me, hasEnded, onSignedIn]);
  return (
    <SessionContext value={session}>
      <SignedInContext value={onSignedIn}>{children}</SignedInContext>
    </SessionContext>
  );
}

const SignedInContext = createContext<() => void>(() => undefined);

/** The session as it is known. */
export function useSession(): Session {
  return useContext(SessionContext);
}

/** The account that is signed in. @throws Error where nobody is: ask {@link useSession} there */
export function useMe(): Me {
  const { me } = useSession();
  if (me == null) throw new Error('This part of the console is for who is signed in.');
  return me;
}

/** Signs in. Another account than before sees nothing of what was read for that one. */
export function useSignIn() {
  const client = useQueryClient();
  const { me } = useSession();
  const onSignedIn = useContext(SignedInContext);
  return async (credentials: { email: string; password: string; code?: string }) => {
    const { user } = await answered(api.POST('/api/auth/sign-in/email', { body: credentials }));
    if (me != null && me.id !== user.id) client.clear();
    client.setQueryData(ME, user);
    onSignedIn();
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
  };
}

/** Signs out and forgets what was read and typed. */
export function useSignOut() {
  const client = useQueryClient();
  return async () => {
    await answered(api.POST('/api/auth/sign-out')).catch((error: unknown) => {
      if (!isRefused(error, 'NOT_SIGNED_IN')) throw error;
    });
    sessionStorage.clear();
    client.clear();
    client.setQueryData(ME, null);
  };
}

/** Whether the offices of the account have an ability, as the API says; how far it reaches the API decides each time. Nobody has one. */
export function may(me: Me | null | undefined, ability: Me['abilities'][number]): boolean {
  return me?.abilities.includes(ability) === true;
}
