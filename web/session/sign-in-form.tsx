import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../parts/states.tsx';
import { useSession, useSignIn } from './session.tsx';

/** Asks for e-mail and password; over an open page for the same account again. */
export function SignInForm() {
  const { t } = useTranslation('session');
  const { me } = useSession();
  const [email, setEmail] = useState(me?.email ?? '');
  const [password, setPassword] = useState('');
  const signIn = useMutation({ mutationFn: useSignIn(), onError: () => setPassword('') });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ email, password });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {signIn.error !== null && <Failure error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
