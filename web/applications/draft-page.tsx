/** A draft while it is filled in; a store application here, other kinds by their own form: saved by itself, what is missing at a glance, checked before it is filed. */
import { Alert, Button, Grid, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { answered, api, isDecided, isRefused, newKey } from '../api/client.ts';
import type { FormContextValue } from '../forms/form-context.ts';
import { filled, meant, type Schema } from '../forms/schema.ts';
import { focusOn } from '../forms/focus.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import type { paths } from '../generated/api.ts';
import { Page } from '../parts/page.tsx';
import { Failure, Loading, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useCheck } from './check.ts';
import { APPLICATION, draftsOf, useApplicationForm, useDraft, useDraftInHand, type Draft } from './drafts.ts';
import { SaveState } from './save-state.tsx';
import { applicationsWords } from './words.ts';

addWords('applications', applicationsWords);

// Beside the form, and counted once that is there.
const StillMissing = lazy(() => import('./still-missing.tsx'));
// What not every draft shows.
const CheckResult = lazy(() => import('./check-result.tsx'));
const DraftFiling = lazy(() => import('../filing/draft-filing.tsx'));

export default function DraftPage() {
  const { id } = useParams<{ id: string }>();
  return (
    <Read query={useDraft(id)}>
      {(draft) =>
        draftsOf(APPLICATION, [draft]).length === 0 ? (
          <Suspense fallback={<Loading />}>
            <DraftFiling key={draft.id} draft={draft} />
          </Suspense>
        ) : (
          <ApplicationDraft key={draft.id} draft={draft} />
        )
      }
    </Read>
  );
}

function ApplicationDraft({ draft }: { readonly draft: Draft }) {
  return <Read query={useApplicationForm()}>{(schema) => <Application draft={draft} schema={asked(schema)} />}</Read>;
}

/** What a person is asked: which draft it is the page knows. */
function asked(schema: Schema): Schema {
  const form = meant(schema, schema);
  const properties = Object.entries(form.properties ?? {}).filter(([, part]) => part['x-refers'] !== 'draft');
  return { ...form, properties: Object.fromEntries(properties), ...(schema.$defs && { $defs: schema.$defs }) };
}

type FilingBody = paths['/api/applications']['post']['requestBody']['content']['application/json'];

function useFile(draft: Draft, onFiled: (caseId: string) => void) {
  const key = useRef(newKey());
  return useMutation({
    mutationFn: (filing: Record<string, unknown>) =>
      answered(
        api.POST('/api/applications', {
          params: { header: { 'Idempotency-Key': key.current } },
          // Whatever is typed: the API says what is wrong with it.
          body: { ...filing, draftId: draft.id } as FilingBody,
        }),
      ),
    onSuccess: ({ caseId }) => onFiled(caseId),
    onError: (error) => {
      if (isDecided(error)) key.current = newKey();
    },
  });
}

function Application({ draft, schema }: { readonly draft: Draft; readonly schema: Schema }) {
  const { t } = useTranslation('applications');
  const [, go] = useLocation();
  const inHand = useDraftInHand(draft, schema);
  const check = useCheck();
  const file = useFile(draft, (caseId) => {
    inHand.end();
    go(`/cases/${caseId}`);
  });
  const corrections = check.data?.corrections;
  const faults = useMemo(
    () => Object.fromEntries((corrections ?? []).map(({ field, message }) => [field, message])),
    [corrections],
  );
  const isUnknown = isRefused(file.error, 'OUTCOME_UNKNOWN');
  const form = useRef<HTMLDivElement>(null);
  const refers = useReferables();
  return (
    <Page title={t('title')} aside={<SaveState inHand={inHand} />}>
      {inHand.error !== null && <Failure error={inHand.error} onRetry={inHand.saveNow} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Suspense fallback={null}>
            <StillMissing value={inHand.value} schema={schema} onGo={(path) => focusOn(form.current, path)} />
          </Suspense>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }} ref={form}>
          <Stack gap="md">
            {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
            <SchemaForm
              schema={schema}
              value={inHand.value}
              onChange={(value) => inHand.change(value as Record<string, unknown>)}
              onSubmit={(filing) => {
                check.reset();
                file.mutate(filing);
              }}
              error={isUnknown ? null : (check.error ?? file.error)}
              faults={faults}
              isBusy={file.isPending}
              submitLabel={t('file')}
              refers={refers}
              beside={
                <Button
                  variant="default"
                  loading={check.isPending}
                  onClick={() => {
                    file.reset();
                    check.mutate(filled(inHand.value, schema) as Record<string, unknown>);
                  }}
                >
                  {t('check')}
                </Button>
              }
            />
            <Text size="sm" c="dimmed">
              {t('checkHelp')}
            </Text>
            <div aria-live="polite">
              {check.data !== undefined && (
                <Suspense fallback={<Loading />}>
                  <CheckResult checked={check.data} />
                </Suspense>
              )}
            </div>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** Letters of recommendation and invitations that an application can rest on. */
function useReferables(): FormContextValue['refers'] {
  const { say } = useLocale();
  const recommendations = useQuery({
    queryKey: ['recommendations'],
    queryFn: () => answered(api.GET('/api/recommendations', { params: { query: { limit: 100 } } })),
  }).data;
  const invitations = useQuery({
    queryKey: ['cases', 'invitations'],
    queryFn: () =>
      answered(api.GET('/api/cases', { params: { query: { kind: 'storeInvitation', open: 'true', limit: 100 } } })),
  }).data;
  return useMemo(
    () => ({
      ...(recommendations !== undefined && {
        recommendation: recommendations.items.map(({ id, documentNumber, department }) => ({
          value: id,
          label: `${department} ${documentNumber}`,
        })),
      }),
      ...(invitations !== undefined && {
        case: invitations.items.map(({ id, number, stageTitle }) => ({
          value: id,
          label: `${number} ${say(stageTitle)}`,
        })),
      }),
    }),
    [recommendations, invitations, say],
  );
}
