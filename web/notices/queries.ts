/** Notices to the reader, and that one was read. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components } from '../generated/api.ts';

export type NoticeItem = components['schemas']['NoticeItem'];
export type Notice = components['schemas']['Notice'];

/** Which notices a list shows. */
export const WHICH = ['all', 'unread', 'read'] as const;
export type Which = (typeof WHICH)[number];

const NOTICES = 'notices';

export function useNotices(which: Which) {
  const query = which === 'all' ? {} : { unread: which === 'unread' ? ('true' as const) : ('false' as const) };
  return usePages([NOTICES, 'list', which], (at) =>
    answered(api.GET('/api/notices', { params: { query: { ...query, ...at } } })),
  );
}

export function useNotice(id: string) {
  return useQuery({
    queryKey: [NOTICES, 'one', id],
    queryFn: () => answered(api.GET('/api/notices/{id}', { params: { path: { id } } })),
  });
}

export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/notices/{id}/acknowledge', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: [NOTICES] }),
  });
}
