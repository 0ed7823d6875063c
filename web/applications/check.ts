/** The own check before filing (SH-STORE-01, 02). */
import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import type { paths } from '../generated/api.ts';

type CheckInput = paths['/api/applications/check']['post']['requestBody']['content']['application/json'];

export function useCheck() {
  return useMutation({
    mutationFn: (filing: Record<string, unknown>) => {
      const { figures, recommendationId, invitationId } = filing;
      const { creditCode } = (filing['institution'] ?? {}) as Record<string, unknown>;
      const body = { figures, creditCode, recommendationId, invitationId };
      // Whatever is typed so far: the API says what is wrong with it.
      return answered(api.POST('/api/applications/check', { body: body as CheckInput }));
    },
  });
}

export type Checked = NonNullable<ReturnType<typeof useCheck>['data']>;
