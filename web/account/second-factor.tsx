/** The second factor of one's own sign-in: set up with an app, and taken off. */
import { Alert, Button, Code, Container, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useFaults } from '../parts/faults.ts';
import { Page } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { CurrentPassword } from './current-password.tsx';
import { ME, useMe } from '../session/session.tsx';
import './late-words.ts';

/** Sets the second factor up; nothing else is open before that where the platform wants one. */
export default function SecondFactorPage() {
  const { t } = useTranslation('account');
  return (
    <Container size="26rem" px={0}>
      <Page title={t('factor')}>
        <Alert color="orange">{t('factorMust')}</Alert>
        <SecondFactor />
      </Page>
    </Container>
  );
}

/** How it stands, with what can be done about it. */
export function SecondFactor() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const { secondFactor } = useMe();
  const [kept, setKept] = useState<readonly string[] | null>(null);
  if (kept !== null) {
    return (
      <Stack gap="sm">
        <Alert color="green" role="status">
          {t('factorRecovery')}
        </Alert>
        <List listStyleType="none">
          {kept.map((code) => (
            <List.Item key={code}>
              <Code>{code}</Code>
            </List.Item>
          ))}
        </List>
        <Button
          onClick={() => {
            setKept(null);
            void client.invalidateQueries({ queryKey: ME });
          }}
        >
          {t('factorDone')}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack gap="sm" maw="26rem">
      <Text size="sm">{t('factorHelp')}</Text>
      {secondFactor ? <RemoveForm /> : <SetUpForm onSet={setKept} />}
    </Stack>
  );
}

function SetUpForm({ onSet }: { readonly onSet: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('account');
  const { t: signIn } = useTranslation('session');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useMutation({
    mutationFn: () => answered(api.POST('/api/auth/second-factor', { body: { password } })),
    onSuccess: () => setPassword(''),
  });
  const confirm = useMutation({
    mutationFn: () => answered(api.POST('/api/auth/second-factor/confirm', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onSet(recoveryCodes),
  });
  const begun = begin.data;
  const asked = begun === undefined ? begin : confirm;
  const { hasFaults, faultOf } = useFaults(asked.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        asked.mutate();
      }}
    >
      <Stack gap="sm">
        {begun === undefined ? (
          <CurrentPassword value={password} error={faultOf('password')} onChange={setPassword} />
        ) : (
          <>
            <Text size="sm">{t('factorScan')}</Text>
            <QRCodeSVG value={begun.uri} size={192} marginSize={4} title={t('factorPicture')} role="img" />
            <Text size="sm">
              {t('factorSecret')}: <Code>{begun.secret}</Code>
            </Text>
            <TextInput
              label={signIn('factorCode')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              required
              withAsterisk={false}
              value={code}
              error={faultOf('code')}
              onChange={(event) => setCode(event.currentTarget.value.trim())}
            />
          </>
        )}
        {asked.error !== null && !hasFaults && <Failure error={asked.error} />}
        <Button type="submit" loading={asked.isPending}>
          {begun === undefined ? t('factorBegin') : t('factorConfirm')}
        </Button>
      </Stack>
    </form>
  );
}

function RemoveForm() {
  const { t } = useTranslation('account');
  const { t: signIn } = useTranslation('session');
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useMutation({
    mutationFn: () => answered(api.POST('/api/auth/second-factor/remove', { body: { password, code } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
  });
  const { hasFaults, faultOf } = useFaults(remove.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate();
      }}
    >
      <Stack gap="sm">
        <Tag tone="good">{t('factorOn')}</Tag>
        <CurrentPassword value={password} error={faultOf('password')} onChange={setPassword} />
        <TextInput
          label={signIn('factorCode')}
          description={signIn('factorCodeHelp')}
          autoComplete="one-time-code"
          maxLength={20}
          required
          withAsterisk={false}
          value={code}
          error={faultOf('code')}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {remove.error !== null && !hasFaults && <Failure error={remove.error} />}
        <Button type="submit" variant="default" loading={remove.isPending}>
          {t('factorRemove')}
        </Button>
      </Stack>
    </form>
  );
}
