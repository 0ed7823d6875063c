/** Listens while somebody is signed in: what has moved is read anew, so that nobody decides by what was. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from './session.tsx';

export function LiveUpdates() {
  const client = useQueryClient();
  const { me, hasEnded } = useSession();
  const account = hasEnded ? undefined : me?.id;
  useEffect(() => {
    if (account === undefined) return undefined;
    const events = new EventSource('/api/events');
    events.addEventListener('case', ({ data }: MessageEvent<string>) => {
      const { id } = JSON.parse(data) as { id: string };
      for (const queryKey of [['case', id], ['cases'], ['tasks']]) void client.invalidateQueries({ queryKey });
    });
    events.addEventListener('notice', () => void client.invalidateQueries({ queryKey: ['notices'] }));
    return () => events.close();
  }, [account, client]);
  return null;
}
