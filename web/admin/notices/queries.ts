/** The notices that the platform sends, samples of them, and what bodies add. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import type { components } from '../../generated/api.ts';

export type Template = components['schemas']['NoticeTemplate'];
export type Addition = components['schemas']['NoticeAddition'];

/** Which notice, and of which case; of one that is made up without it. */
export interface TemplateAt {
  readonly kind: string;
  readonly template: string;
  readonly caseId?: string;
}

const KEY = 'notice-templates';

export function useTemplates() {
  return useQuery({
    queryKey: [KEY],
    queryFn: () => answered(api.GET('/api/notice-templates')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSample({ kind, template, caseId }: TemplateAt) {
  return useQuery({
    queryKey: [KEY, kind, template, caseId],
    queryFn: () =>
      answered(
        api.GET('/api/notice-templates/{kind}/{template}', {
          params: { path: { kind, template }, query: caseId === undefined ? {} : { caseId } },
        }),
      ),
  });
}

export function useMailTemplate() {
  return useMutation({
    mutationFn: ({ kind, template, caseId }: TemplateAt) =>
      answered(
        api.POST('/api/notice-templates/{kind}/{template}/test', {
          params: { path: { kind, template } },
          body: caseId === undefined ? {} : { caseId },
        }),
      ),
  });
}

export function useSetAddition({ kind, template }: TemplateAt) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ bodyId, zh, en }: { readonly bodyId: string; readonly zh: string; readonly en: string }) =>
      answered(
        api.PUT('/api/notice-templates/{kind}/{template}/additions/{bodyId}', {
          params: { path: { kind, template, bodyId } },
          body: { zh, en },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY, kind, template] }),
  });
}
