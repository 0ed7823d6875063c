/** The form of one kind of case, kept while it is typed; what is filed opens a case. */
import { Alert, Anchor, NativeSelect, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { answered, api, isRefused } from '../api/client.ts';
import { useVocabulary } from '../api/vocabulary.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import { useTypedForm } from '../forms/typed-form.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { fileableBy, formOf, partiesFor, useIntakes, type Intake } from './intakes.ts';
import { filingWords } from './words.ts';

addWords('filing', filingWords);

export default function FileKindPage() {
  const { kind } = useParams<{ kind: string }>();
  const me = useMe();
  return (
    <Read query={useIntakes()}>
      {({ items }) => {
        const intake = fileableBy(items, me).find((one) => one.kind === kind);
        return intake === undefined ? <NoKind /> : <Filing key={kind} intake={intake} />;
      }}
    </Read>
  );
}

function NoKind() {
  const { t } = useTranslation('filing');
  return (
    <Page title={t('title')}>
      <Empty>{t('noKind')}</Empty>
      <Anchor component={Link} href="/file">
        {t('back')}
      </Anchor>
    </Page>
  );
}

function Filing({ intake }: { readonly intake: Intake }) {
  const { t } = useTranslation('filing');
  const { say } = useLocale();
  const [, go] = useLocation();
  const me = useMe();
  const parties = partiesFor(intake, me);
  const [schema] = useState(() => formOf(intake, me));
  const [party, setParty] = useState(parties[0]);
  const typed = useTypedForm(`file.${intake.kind}`);
  const file = useMutation({
    mutationFn: (form: Record<string, unknown>) =>
      answered(
        api.POST('/api/cases/{id}', {
          params: {
            path: { id: intake.kind },
            query: parties.length > 1 && party !== undefined ? { for: party } : {},
            header: { 'Idempotency-Key': typed.key },
          },
          body: form,
        }),
      ),
    onSuccess: ({ caseId }) => {
      typed.forget();
      go(`/cases/${caseId}`);
    },
    onError: typed.noteError,
  });
  const isUnknown = isRefused(file.error, 'OUTCOME_UNKNOWN');
  return (
    <Page title={say(intake.title)}>
      <Stack gap="md" maw="48rem">
        {parties.length > 1 && <ForWhom parties={parties} party={party} onChoose={setParty} />}
        {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
        <SchemaForm
          schema={schema}
          value={typed.value}
          onChange={typed.change}
          onSubmit={(form) => file.mutate(form)}
          error={isUnknown ? null : file.error}
          isBusy={file.isPending}
          submitLabel={t('submit')}
        />
      </Stack>
    </Page>
  );
}

const UNIT = 'unit:';

function ForWhom(props: {
  readonly parties: readonly string[];
  readonly party: string | undefined;
  readonly onChoose: (party: string) => void;
}) {
  const { parties, party, onChoose } = props;
  const { t } = useTranslation('filing');
  const { say } = useLocale();
  const { bodies } = useVocabulary();
  const called = (key: string) => {
    const body = key.startsWith(UNIT) ? bodies[key.slice(UNIT.length)] : undefined;
    return body === undefined ? key : say(body);
  };
  return (
    <NativeSelect
      label={t('for')}
      value={party ?? ''}
      data={parties.map((value) => ({ value, label: called(value) }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
