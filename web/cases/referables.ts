/** What of a case an input can refer to. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import type { FormContextValue } from '../forms/form-context.ts';
import type { Refers } from '../forms/schema.ts';
import type { components } from '../generated/api.ts';
import { momentOf } from '../parts/moment.tsx';
import { may, useSession } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { caseKey, type CaseSeen } from './queries.ts';
import './late-words.ts';

/** Names of what the input can refer to, by what it is. @param input the schema of the action */
export function useReferables(seen: CaseSeen, input: unknown): FormContextValue['refers'] {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  const wanted = useMemo(() => JSON.stringify(input), [input]);
  const names = (kind: Refers) => wanted.includes(`"x-refers":"${kind}"`);
  const people = usePeople(seen);
  const bars = useQuery({
    queryKey: [...caseKey(seen.id), 'bars'],
    queryFn: () => answered(api.GET('/api/bars', { params: { query: { caseId: seen.id, running: 'true' } } })),
    enabled: names('bar'),
  }).data;
  const notices = useQuery({
    queryKey: [...caseKey(seen.id), 'notices'],
    queryFn: () => answered(api.GET('/api/notices', { params: { query: { caseId: seen.id, limit: 200 } } })),
    enabled: names('notice'),
  }).data;
  return useMemo(
    () => ({
      ...Object.fromEntries(
        Object.entries(seen.refers).map(([kind, items]) => [
          kind,
          items.map(({ value, label }) => ({ value, label: say(label) })),
        ]),
      ),
      ...(bars !== undefined && {
        bar: bars.items.map(({ id, clause, firstDay, lastDay }) => ({
          value: id,
          label: t('barOf', { clause, from: firstDay, to: lastDay }),
        })),
      }),
      ...(notices !== undefined && {
        notice: notices.items.map(({ id, subject, template, recipientName, plannedAt }) => ({
          value: id,
          label: t('noticeTo', { title: subject ?? template, to: recipientName, at: momentOf(plannedAt) }),
        })),
      }),
      task: seen.tasks.map(({ name, title }) => ({ value: name, label: say(title) })),
      letter: seen.letters.map(({ key, number, title }) => ({ value: key, label: `${say(title)} ${number}` })),
      ...(people !== undefined && {
        account: people.map(({ id, name, openTasks }) => ({
          value: id,
          label: t('personWithTasks', { name, count: openTasks }),
        })),
      }),
    }),
    [seen, people, bars, notices, say, t],
  );
}

/** To whom a task of the case can be given: by managers to all who could take it, by its holder to colleagues. */
function usePeople(seen: CaseSeen) {
  const { me } = useSession();
  const assigns = may(me, 'task.assign');
  // Colleagues are for a task that the reader holds.
  const tasks = seen.tasks.filter(({ yourPart }) => assigns || (may(me, 'task.work') && yourPart !== null));
  const { data } = useQuery({
    queryKey: ['case', seen.id, 'people', ...tasks.map(({ id }) => id), assigns],
    enabled: tasks.length > 0,
    queryFn: async () => {
      const people = (await Promise.all(tasks.map(({ id }) => takersOf(id, assigns)))).flat();
      return [...new Map(people.map((person) => [person.id, person])).values()];
    },
  });
  return data;
}

type Person = components['schemas']['Person'];

/** Everybody who could take a task, page by page. */
async function takersOf(taskId: string, assigns: boolean): Promise<readonly Person[]> {
  const people: Person[] = [];
  let cursor: string | null | undefined;
  do {
    const at = { limit: 200, ...(cursor != null && { cursor }) };
    const page = await answered(
      assigns
        ? api.GET('/api/people', { params: { query: { taskId, ...at } } })
        : api.GET('/api/tasks/{id}/colleagues', { params: { path: { id: taskId }, query: at } }),
    );
    people.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return people;
}
