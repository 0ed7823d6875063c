/** The reader's phrases and those of their bodies. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { components, paths } from '../generated/api.ts';

export type Phrase = components['schemas']['Phrase'];
export type NewPhrase = paths['/api/phrases']['post']['requestBody']['content']['application/json'];
/** What phrases are for; without it, all of them. */
export interface PhrasesFor {
  readonly kind?: string;
  readonly action?: string;
}

const KEY = 'phrases';

export function usePhrases(of: PhrasesFor = {}) {
  return useQuery({
    queryKey: [KEY, of.kind, of.action],
    queryFn: () => answered(api.GET('/api/phrases', { params: { query: of } })),
  });
}

function useChange<Given, Answered>(change: (given: Given) => Promise<Answered>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: [KEY] }) });
}

export function useKeep() {
  return useChange((body: NewPhrase) => answered(api.POST('/api/phrases', { body })));
}

export function useReword(id: string) {
  return useChange((text: string) =>
    answered(api.PATCH('/api/phrases/{id}', { params: { path: { id } }, body: { text } })),
  );
}

export function useDelete(id: string) {
  return useChange(() => answered(api.DELETE('/api/phrases/{id}', { params: { path: { id } } })));
}

/** The beginning of a phrase, for a list. */
export function begun(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 40)}…`;
}
