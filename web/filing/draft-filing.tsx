/** A draft of a kind with a checklist while it is filled in: saved by itself, and filed as a case. */
import { Alert, Stack } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isDecided, isRefused, newKey } from '../api/client.ts';
import { useDraftInHand, useThrowAway, type Draft } from '../applications/drafts.ts';
import { SaveState } from '../applications/save-state.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Read } from '../parts/states.tsx';
import { useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useFileCase } from './file-case.ts';
import { FormAndChecklist } from './form-and-checklist.tsx';
import { ForWhom } from './for-whom.tsx';
import { fileableBy, formOf, partiesFor, useIntakes, type Intake } from './intakes.ts';
import { filingWords } from './words.ts';

addWords('filing', filingWords);

export default function DraftFiling({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('filing');
  const me = useMe();
  return (
    <Read query={useIntakes()}>
      {({ items }) => {
        const intake = fileableBy(items, me).find(({ kind }) => kind === draft.kind);
        if (intake !== undefined) return <Filing draft={draft} intake={intake} />;
        return (
          <Page title={t('title')}>
            <Empty>{t('noKind')}</Empty>
          </Page>
        );
      }}
    </Read>
  );
}

function Filing({ draft, intake }: { readonly draft: Draft; readonly intake: Intake }) {
  const { t } = useTranslation('filing');
  const { say } = useLocale();
  const [, go] = useLocation();
  const me = useMe();
  const parties = partiesFor(intake, me);
  const [party, setParty] = useState(parties[0]);
  const schema = useMemo(() => formOf(intake, me), [intake, me]);
  const inHand = useDraftInHand(draft, schema);
  const throwAway = useThrowAway();
  const key = useRef(newKey());
  const file = useFileCase(intake.kind, {
    onFiled(caseId) {
      inHand.end();
      throwAway.mutate(draft.id);
      go(`/cases/${caseId}`);
    },
    onError(error) {
      if (isDecided(error)) key.current = newKey();
    },
  });
  const isUnknown = isRefused(file.error, 'OUTCOME_UNKNOWN');
  return (
    <Page title={say(intake.title)} aside={<SaveState inHand={inHand} />}>
      {inHand.error !== null && <Failure error={inHand.error} onRetry={inHand.saveNow} />}
      <Stack gap="md">
        {parties.length > 1 && <ForWhom parties={parties} party={party} onChoose={setParty} />}
        {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
        <FormAndChecklist
          kind={intake.kind}
          schema={schema}
          value={inHand.value}
          onChange={(value) => inHand.change(value as Record<string, unknown>)}
          onSubmit={(form) => file.mutate({ form, party: parties.length > 1 ? party : undefined, key: key.current })}
          error={isUnknown ? null : file.error}
          isBusy={file.isPending}
          submitLabel={t('submit')}
        />
      </Stack>
    </Page>
  );
}
