import { Alert, Button, Container, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Page } from '../parts/page.tsx';
import { useFaults } from '../parts/faults.ts';
import { Failure } from '../parts/states.tsx';
import { CurrentPassword } from './current-password.tsx';
import { ME, useMe } from '../session/session.tsx';
import './late-words.ts';

/** Chooses another password; nothing else is open before that to an account whose password an administrator has set. */
export default function PasswordPage() {
  const { t } = useTranslation('account');
  const me = useMe();
  return (
    <Container size="26rem" px={0}>
      <Page title={t('change')}>
        {me.mustChangePassword && <Alert color="orange">{t('mustChange')}</Alert>}
        <PasswordForm />
      </Page>
    </Container>
  );
}

/** The form of it. What is wrong with the new password is said at its field. */
export function PasswordForm() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/auth/change-password', { body: { currentPassword: current, newPassword: next } })),
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      await client.invalidateQueries({ queryKey: ME });
    },
  });
  const { hasFaults, faultOf } = useFaults(change.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Stack gap="sm">
        <CurrentPassword value={current} error={faultOf('currentPassword')} onChange={setCurrent} />
        <PasswordInput
          label={t('newPassword')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={next}
          error={faultOf('newPassword')}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        {change.error !== null && !hasFaults && <Failure error={change.error} />}
        {change.isSuccess && (
          <Alert color="green" role="status">
            {t('changed')}
          </Alert>
        )}
        <Button type="submit" loading={change.isPending}>
          {t('change')}
        </Button>
      </Stack>
    </form>
  );
}
