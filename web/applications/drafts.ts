/** Drafts of what is filed: begun, saved while somebody types, thrown away. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answered, api, isRefused } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { initialOf, isObject, type Schema } from '../forms/schema.ts';
import type { components } from '../generated/api.ts';
import { useKept } from '../parts/kept.ts';

export type Draft = components['schemas']['Draft'];
type Held = Record<string, unknown>;

/** The kind of a store application. */
export const APPLICATION = 'storeApplication';
const DRAFTS = 'drafts';
const TYPING_PAUSE = 800;

/** What an application is made of, as the API says. */
export function useApplicationForm() {
  return useQuery({
    queryKey: ['application-form'],
    queryFn: async () => (await answered(api.GET('/api/applications/form'))).schema as Schema,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The drafts of the account, the latest first. */
export function useDrafts() {
  return usePages([DRAFTS, 'list'], (at) =>
    answered(api.GET('/api/drafts', { params: { query: { limit: 50, ...at } } })),
  );
}

/** Those of a list that are to become cases of a kind. */
export function draftsOf(kind: string, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter((draft) => draft.kind === kind);
}

/** The name that a draft holds nearest to its surface: that of the institution. */
export function nameIn({ data }: Pick<Draft, 'data'>): string | undefined {
  let level: unknown[] = [data];
  while (level.length > 0) {
    const objects = level.filter(isObject);
    const name = objects.map((one) => one['name']).find((one) => typeof one === 'string' && one.trim() !== '');
    if (typeof name === 'string') return name;
    level = objects.flatMap((one) => Object.values(one));
  }
  return undefined;
}

export function useDraft(id: string) {
  return useQuery({
    queryKey: [DRAFTS, id],
    queryFn: () => answered(api.GET('/api/drafts/{id}', { params: { path: { id } } })),
    // What was typed since is newer than any answer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function useBeginDraft(kind: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST('/api/drafts', { body: { kind, data: {} } })),
    onSettled: () => client.invalidateQueries({ queryKey: [DRAFTS, 'list'] }),
  });
}

export function useThrowAway() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { error, response } = await api.DELETE('/api/drafts/{id}', { params: { path: { id } } });
      // Gone already is gone.
      if (!response.ok && response.status !== 404) await answered(Promise.resolve({ error, response }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: [DRAFTS, 'list'] }),
  });
}

/** A draft in hand: its value, and how far it is saved. */
export interface DraftInHand {
  readonly value: Held;
  readonly change: (value: Held) => void;
  /** `unsaved` while somebody types. */
  readonly state: 'saved' | 'saving' | 'unsaved';
  readonly savedAt: string;
  readonly error: unknown;
  readonly saveNow: () => void;
  /** Ends the saving: it was filed, or thrown away. */
  readonly end: () => void;
}

/** Keeps a draft in this tab with every stroke, and saves it when the typing pauses. */
export function useDraftInHand(draft: Draft, schema: Schema): DraftInHand {
  const client = useQueryClient();
  const [unsaved, keep, forget] = useKept<Held | null>(`draft.${draft.id}`, null);
  const [value, setValue] = useState<Held>(() => begun(initialOf(schema), unsaved ?? draft.data) as Held);
  const [savedAt, setSavedAt] = useState(draft.updatedAt);
  const [isSaved, setSaved] = useState(unsaved === null);
  const latest = useRef(value);
  const save = useMutation({
    // One after the other: an older text never overtakes a newer one.
    scope: { id: `draft.${draft.id}` },
    mutationFn: (data: Held) =>
      answered(api.PUT('/api/drafts/{id}', { params: { path: { id: draft.id } }, body: { data } })),
    onSuccess: ({ updatedAt }, data) => {
      setSavedAt(updatedAt);
      if (latest.current !== data) return;
      forget();
      setSaved(true);
      void client.invalidateQueries({ queryKey: [DRAFTS, 'list'] });
    },
  });
  const saveSoon = useDebouncedCallback(() => save.mutate(latest.current), {
    delay: TYPING_PAUSE,
    flushOnUnmount: true,
  });
  return {
    value,
    change: (next) => {
      latest.current = next;
      setValue(next);
      keep(next);
      setSaved(false);
      saveSoon();
    },
    state: isSaved ? 'saved' : save.isPending ? 'saving' : 'unsaved',
    savedAt,
    error: isRefused(save.error, 'NOT_SIGNED_IN') ? null : save.error,
    saveNow: () => {
      saveSoon.cancel();
      save.mutate(latest.current);
    },
    end: () => {
      saveSoon.cancel();
      forget();
    },
  };
}

/** What a form begins with, under what is there already. */
function begun(initial: unknown, held: unknown): unknown {
  if (!isObject(initial) || !isObject(held)) return held === undefined ? initial : held;
  const parts = Object.entries(initial).map(([name, part]) => [name, begun(part, held[name])]);
  return { ...held, ...(Object.fromEntries(parts) as Held) };
}
