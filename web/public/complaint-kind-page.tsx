/** A case filed without an account: its form, then the code from the mail, then the tracking code, shown once. */
import { Alert, Anchor, Button, Code, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { keepTrackingCode } from '../api/tracking.ts';
import { fileableOpenly, useIntakes, type Intake } from '../filing/intakes.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import { useKept } from '../parts/kept.ts';
import { momentOf } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { openForm, takesFiles, useConfirm, useRequestCode, type Pending } from './open-filing.ts';
import { publicWords } from './words.ts';

addWords('public', publicWords);

export default function ComplaintKindPage() {
  const { kind } = useParams<{ kind: string }>();
  return (
    <Read query={useIntakes()}>
      {({ items }) => {
        const intake = fileableOpenly(items).find((one) => one.kind === kind);
        return intake === undefined ? <NoKind /> : <OpenFiling key={kind} intake={intake} />;
      }}
    </Read>
  );
}

function NoKind() {
  const { t } = useTranslation('public');
  return (
    <Page title={t('complaintTitle')}>
      <Empty>{t('noKind')}</Empty>
      <Anchor component={Link} href="/complaint">
        {t('back')}
      </Anchor>
    </Page>
  );
}

/** Each step has its own heading, which gets the focus when the step begins. */
function OpenFiling({ intake }: { readonly intake: Intake }) {
  const name = `open.${intake.kind}`;
  const [typed, setTyped, forgetTyped] = useKept<unknown>(name, undefined);
  const [pending, setPending, forgetPending] = useKept<Pending | null>(`${name}.code`, null);
  const [opened, setOpened] = useState<string | null>(null);
  if (opened !== null) return <Opened code={opened} />;
  if (pending !== null)
    return (
      <EnterCode
        kind={intake.kind}
        pending={pending}
        onBack={() => setPending(null)}
        onOpened={(code) => {
          forgetTyped();
          forgetPending();
          setOpened(code);
        }}
      />
    );
  return <FillIn intake={intake} typed={typed} onTyped={setTyped} onSent={setPending} />;
}

function FillIn(props: {
  readonly intake: Intake;
  readonly typed: unknown;
  readonly onTyped: (value: unknown) => void;
  readonly onSent: (pending: Pending) => void;
}) {
  const { intake, typed, onTyped, onSent } = props;
  const { t } = useTranslation('public');
  const { locale, say } = useLocale();
  const [schema] = useState(() => openForm(intake));
  const request = useRequestCode(intake.kind, locale);
  return (
    <Page title={say(intake.title)}>
      <Stack gap="md" maw="48rem">
        <Text>{t('complaintIntro')}</Text>
        <SchemaForm
          schema={schema}
          value={typed}
          onChange={onTyped}
          onSubmit={(input) => request.mutate(input, { onSuccess: onSent })}
          error={request.error}
          isBusy={request.isPending}
          submitLabel={t('sendCode')}
        />
        {takesFiles(intake) && (
          <Text size="sm" c="dimmed">
            {t('filesLater')}
          </Text>
        )}
      </Stack>
    </Page>
  );
}

function EnterCode(props: {
  readonly kind: string;
  readonly pending: Pending;
  readonly onBack: () => void;
  readonly onOpened: (trackingCode: string) => void;
}) {
  const { kind, pending, onBack, onOpened } = props;
  const { t } = useTranslation('public');
  const [code, setCode] = useState('');
  const confirm = useConfirm(kind, pending.requestId);
  return (
    <Page title={t('codeTitle')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate(code, { onSuccess: ({ trackingCode }) => onOpened(trackingCode) });
        }}
      >
        <Stack gap="md" maw="30rem">
          <Text>{t('codeSent', { email: pending.email, until: momentOf(pending.expiresAt) })}</Text>
          <TextInput
            label={t('code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          {confirm.error !== null && <Failure error={confirm.error} />}
          <Group>
            <Button type="submit" loading={confirm.isPending}>
              {t('confirm')}
            </Button>
            <Button variant="subtle" onClick={onBack}>
              {t('change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

function Opened({ code }: { readonly code: string }) {
  const { t } = useTranslation('public');
  return (
    <Page title={t('openTitle')}>
      <Stack gap="md" maw="30rem">
        <Alert color="azure">{t('openText')}</Alert>
        <Text fw={600}>{t('trackingCode')}</Text>
        <Code block fz="md">
          {code}
        </Code>
        <Group>
          {window.isSecureContext && (
            <CopyButton value={code}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? 'copied' : 'copy')}
                </Button>
              )}
            </CopyButton>
          )}
          <Button component={Link} href="/track" onClick={() => keepTrackingCode(code)}>
            {t('toTrack')}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
}
