/** Takes back a note; its author alone may, and that there was one stays. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Failure } from '../parts/states.tsx';
import { caseKey } from './queries.ts';

export function WithdrawNote({ id, note }: { readonly id: string; readonly note: string }) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => answered(api.POST('/api/cases/{id}/notes/{note}/withdraw', { params: { path: { id, note } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [...caseKey(id), 'notes'] }),
  });
  return (
    <>
      <Button variant="subtle" size="compact-xs" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('withdrawNote')}
      </Button>
      {withdraw.error !== null && <Failure error={withdraw.error} />}
    </>
  );
}
