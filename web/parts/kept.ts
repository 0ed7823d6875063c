/** What a person types is kept in this tab: it survives a reload, an ended session and a lost network, and is gone after signing out. */
import { useCallback, useState } from 'react';
import { useSession } from '../session/session.tsx';

/** Like useState, kept under a name for the account that is signed in; `forget` ends that. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void, () => void] {
  const { me } = useSession();
  const key = `anjuan.typed.${me?.id ?? 'nobody'}.${name}`;
  const [value, setValue] = useState<T>(() => read(key) ?? initial);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return [value, set, forget];
}

function read<T>(key: string): T | undefined {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as T);
}
