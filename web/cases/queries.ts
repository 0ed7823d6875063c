/** A case, its timeline, and what changes them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, isRefused } from '../api/client.ts';
import { casesMoved } from '../api/moved.ts';
import { usePages } from '../api/pages.ts';
import { taskRows } from '../inbox/tasks.ts';
import type { components } from '../generated/api.ts';

export type CaseSeen = components['schemas']['Case'];
export type OpenAction = components['schemas']['OpenAction'];
export type Deadline = components['schemas']['Deadline'];
export type Line = components['schemas']['TimelineLine'];
/** What will happen of itself. */
export type Coming = components['schemas']['Ahead'];

/** Everything that was read of a case begins with this. */
export const caseKey = (id: string) => ['case', id] as const;

export function useCase(id: string) {
  return useQuery({
    queryKey: caseKey(id),
    queryFn: () => answered(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });
}

/** Parts of the past that can be read by themselves. */
export const SHOWN = ['all', 'people', 'system', 'notices'] as const;

/** The past, the latest first, with what lies ahead on every page. */
export function useTimeline(id: string, show: (typeof SHOWN)[number]) {
  return usePages([...caseKey(id), 'timeline', show], (at) =>
    answered(api.GET('/api/cases/{id}/timeline', { params: { path: { id }, query: { order: 'desc', show, ...at } } })),
  );
}

/** Tells what was read that a case has moved; the case itself is known where it was the answer. */
export function useMoved() {
  const client = useQueryClient();
  return async (id: string, seen?: CaseSeen) => {
    if (seen !== undefined) client.setQueryData(caseKey(id), seen);
    await casesMoved(client, [id], taskRows);
  };
}

/** An action with what was typed, the party it is done for, if it has to be said, and the key under which it is sent. */
interface Deed {
  readonly name: string;
  readonly input: Record<string, unknown>;
  readonly party?: string | undefined;
  /** The revision it was decided on; any if left out. */
  readonly seenRevision?: number | undefined;
  readonly key: string;
}

/** Does an action; a repeat with the same key has no second effect. */
export function useAct(id: string) {
  const moved = useMoved();
  return useMutation({
    mutationFn: ({ name, input, party, seenRevision, key }: Deed) =>
      answered(
        api.POST('/api/cases/{id}/actions/{name}', {
          params: {
            path: { id, name },
            query: { for: party, ...(seenRevision !== undefined && { seenRevision }) },
            header: { 'Idempotency-Key': key },
          },
          body: input,
        }),
      ),
    onSuccess: (seen) => moved(id, seen),
    // Refused because somebody else was first: the page then shows what is so.
    onError: (error) => (isRefused(error) ? moved(id) : undefined),
  });
}

/** Takes a task or gives it back. */
export function useTaskWork(caseId: string) {
  const moved = useMoved();
  return useMutation({
    mutationFn: ({ id, how }: { id: string; how: 'claim' | 'release' }) =>
      answered(
        how === 'claim'
          ? api.POST('/api/tasks/{id}/claim', { params: { path: { id } } })
          : api.POST('/api/tasks/{id}/release', { params: { path: { id } } }),
      ),
    onSettled: () => moved(caseId),
  });
}
