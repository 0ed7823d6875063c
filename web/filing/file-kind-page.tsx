/** The form of one kind of case, kept while it is typed; what is filed opens a case. */
import { Alert, Anchor, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { isRefused } from '../api/client.ts';
import { DraftsPage } from '../applications/drafts-page.tsx';
import { SchemaForm } from '../forms/schema-form.tsx';
import { useTypedForm } from '../forms/typed-form.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { may, useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useFileCase } from './file-case.ts';
import { ForWhom } from './for-whom.tsx';
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
        if (intake === undefined) return <NoKind />;
        // What has so much to be handed in that it needs a list is filled in over days: as a draft.
        const isDrafted = intake.hasChecklist && may(me, 'draft.keep');
        return isDrafted ? <Drafted intake={intake} /> : <Filing key={kind} intake={intake} />;
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

function Drafted({ intake: { kind, title } }: { readonly intake: Intake }) {
  const { t } = useTranslation('filing');
  const { say } = useLocale();
  return <DraftsPage kind={kind} title={say(title)} intro={t('drafted')} begin={t('begin')} />;
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
  const file = useFileCase(intake.kind, {
    onFiled(caseId) {
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
          onSubmit={(form) => file.mutate({ form, party: parties.length > 1 ? party : undefined, key: typed.key })}
          error={isUnknown ? null : file.error}
          isBusy={file.isPending}
          submitLabel={t('submit')}
        />
      </Stack>
    </Page>
  );
}
