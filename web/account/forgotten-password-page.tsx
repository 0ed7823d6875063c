/** A forgotten password: a code goes to the address, and with it another password is set. */
import { Alert, Anchor, Button, Container, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { answered, api } from '../api/client.ts';
import { useFaults } from '../parts/faults.ts';
import { Page } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { ME } from '../session/session.tsx';
import './late-words.ts';

export default function ForgottenPasswordPage() {
  const { t } = useTranslation('account');
  const [requestId, setRequestId] = useState<string | null>(null);
  return (
    <Container size="26rem" px={0} py="xl">
      <Paper withBorder p="lg">
        <Page title={t('forgotten')}>
          {requestId === null ? (
            <AskForm onAsked={setRequestId} />
          ) : (
            <SetForm requestId={requestId} onAgain={() => setRequestId(null)} />
          )}
          <Anchor component={Link} href="/sign-in" size="sm">
            {t('backToSignIn')}
          </Anchor>
        </Page>
      </Paper>
    </Container>
  );
}

function AskForm({ onAsked }: { readonly onAsked: (requestId: string) => void }) {
  const { t } = useTranslation('account');
  const { t: signIn } = useTranslation('session');
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => answered(api.POST('/api/auth/password-resets', { body: { email } })),
    onSuccess: ({ requestId }) => onAsked(requestId),
  });
  const { hasFaults, faultOf } = useFaults(ask.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('forgottenHelp')}</Text>
        <TextInput
          label={signIn('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          error={faultOf('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {ask.error !== null && !hasFaults && <Failure error={ask.error} />}
        <Button type="submit" loading={ask.isPending}>
          {t('sendCode')}
        </Button>
      </Stack>
    </form>
  );
}

function SetForm({ requestId, onAgain }: { readonly requestId: string; readonly onAgain: () => void }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const [newPassword, setPassword] = useState('');
  const set = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/auth/password-resets/{id}', {
          params: { path: { id: requestId } },
          body: { code, newPassword },
        }),
      ),
    onSuccess: async ({ token }) => {
      await client.invalidateQueries({ queryKey: ME });
      go(token === null ? '/sign-in' : '/', { replace: true });
    },
  });
  const { hasFaults, faultOf } = useFaults(set.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate();
      }}
    >
      <Stack gap="sm">
        <Alert role="status">{t('codeSent')}</Alert>
        <TextInput
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          required
          withAsterisk={false}
          value={code}
          error={faultOf('code')}
          onChange={(event) => setCode(event.currentTarget.value.trim())}
        />
        <PasswordInput
          label={t('newPassword')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={newPassword}
          error={faultOf('newPassword')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {set.error !== null && !hasFaults && <Failure error={set.error} />}
        <Button type="submit" loading={set.isPending}>
          {t('setPassword')}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {t('askAgain')}
        </Button>
      </Stack>
    </form>
  );
}
