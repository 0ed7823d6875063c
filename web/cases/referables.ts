/** What of a case an input can refer to. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../api/client.ts';
import type { FormContextValue } from '../forms/form-context.ts';
import { may, useSession } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import type { CaseSeen } from './queries.ts';

/** Names of what the input can refer to, by what it is. */
export function useReferables(seen: CaseSeen): FormContextValue['refers'] {
  const { say } = useLocale();
  const people = usePeople(seen);
  return useMemo(
    () => ({
      task: seen.tasks.map(({ name, title }) => ({ value: name, label: say(title) })),
      letter: seen.letters.map(({ key, number, title }) => ({ value: key, label: `${say(title)} ${number}` })),
      ...(people !== undefined && { account: people.map(({ id, name }) => ({ value: id, label: name })) }),
    }),
    [seen, people, say],
  );
}

/** To whom a task of the case can be given: by managers to all who could take it, by its holder to colleagues. */
function usePeople(seen: CaseSeen) {
  const { me } = useSession();
  const task = seen.tasks[0];
  const assigns = may(me, 'task.assign');
  const { data } = useQuery({
    queryKey: ['case', seen.id, 'people', task?.id, assigns],
    // Colleagues are for a task that the reader holds.
    enabled: task !== undefined && (assigns || (may(me, 'task.work') && task.yourPart !== null)),
    queryFn: () =>
      answered(
        assigns
          ? api.GET('/api/people', { params: { query: { taskId: task?.id ?? '', limit: 200 } } })
          : api.GET('/api/tasks/{id}/colleagues', { params: { path: { id: task?.id ?? '' }, query: { limit: 200 } } }),
      ),
  });
  return data?.items;
}
