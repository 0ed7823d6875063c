import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../api/client.ts';
import { Failure } from '../parts/states.tsx';
import { useSession, useSignIn } from './session.tsx';

/** Asks for e-mail and password, and for a code where the account has a second factor; over an open page for the same account again. */
export function SignInForm() {
  const { t } = useTranslation('session');
  const { me } = useSession();
  const [email, setEmail] = useState(me?.email ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const signIn = useMutation({
    mutationFn: useSignIn(),
    onError: (error) => {
      if (isRefused(error, 'SECOND_FACTOR_NEEDED')) return setCode('');
      if (code === null) setPassword('');
      else setCode('');
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ email, password, ...(code !== null && { code }) });
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
        {code !== null && (
          <TextInput
            label={t('factorCode')}
            description={t('factorCodeHelp')}
            name="code"
            autoComplete="one-time-code"
            maxLength={20}
            required
            withAsterisk={false}
            autoFocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        {signIn.error !== null && !isRefused(signIn.error, 'SECOND_FACTOR_NEEDED') && <Failure error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
