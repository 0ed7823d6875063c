/** Listens while somebody is signed in: what has moved is read anew, so that nobody decides by what was. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { casesMoved } from '../api/moved.ts';
import { taskRows } from '../inbox/tasks.ts';
import { useSession } from './session.tsx';

/** Several events of one step are one reading, in milliseconds. */
const SOON = 200;
/** Between two readings, however much moves. */
const BETWEEN = 2_000;

export function LiveUpdates() {
  const client = useQueryClient();
  const { me, hasEnded } = useSession();
  const account = hasEnded ? undefined : me?.id;
  useEffect(() => {
    if (account === undefined) return undefined;
    const events = new EventSource('/api/events');
    const moved = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let readAt = 0;
    const read = () => {
      timer = undefined;
      readAt = Date.now();
      void casesMoved(client, [...moved], taskRows);
      moved.clear();
    };
    events.addEventListener('case', ({ data }: MessageEvent<string>) => {
      moved.add((JSON.parse(data) as { id: string }).id);
      timer ??= setTimeout(read, Math.max(SOON, readAt + BETWEEN - Date.now()));
    });
    events.addEventListener('notice', () => void client.invalidateQueries({ queryKey: ['notices'] }));
    return () => {
      clearTimeout(timer);
      events.close();
    };
  }, [account, client]);
  return null;
}
