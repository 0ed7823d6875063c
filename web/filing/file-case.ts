/** Files a case of a kind that has an intake. */
import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';

/** What is filed, and how: a repeat with the same key opens no second case. */
interface Filing {
  readonly form: Record<string, unknown>;
  /** The party it is filed for, where an account acts for several. */
  readonly party: string | undefined;
  readonly key: string;
}

export function useFileCase(
  kind: string,
  told: { readonly onFiled: (caseId: string) => void; readonly onError: (error: unknown) => void },
) {
  return useMutation({
    mutationFn: ({ form, party, key }: Filing) =>
      answered(
        api.POST('/api/cases/{id}', {
          params: {
            path: { id: kind },
            query: party === undefined ? {} : { for: party },
            header: { 'Idempotency-Key': key },
          },
          body: form,
        }),
      ),
    onSuccess: ({ caseId }) => told.onFiled(caseId),
    onError: told.onError,
  });
}
