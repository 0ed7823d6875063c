/** Many cases decided together: what to do is chosen and filled in once, shown case by case before anything is done, and then handed in. */
import { Alert, Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isDecided, newKey } from '../api/client.ts';
import { useCase, type CaseSeen } from '../cases/queries.ts';
import { useReferables } from '../cases/referables.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import type { Schema } from '../forms/schema.ts';
import { Failure, Read } from '../parts/states.tsx';
import { usePhrasesBelow } from '../phrases/below-text.tsx';
import { useLocale } from '../words/words.ts';
import { useDecide, usePreview, type Asked } from './bulk.ts';
import { PreviewTable } from './preview-table.tsx';
import { withoutFields, withoutFiles } from './without-files.ts';

/** A case as it was chosen, by a task of it or for itself: what has moved on since then is left as it is. */
export interface ChosenCase {
  readonly caseId: string;
  readonly revision: number;
  /** Of the task; a case that was chosen for itself has none. */
  readonly entry?: number;
}

export default function BulkPanel(props: { readonly chosen: readonly ChosenCase[]; readonly onCancel: () => void }) {
  const { chosen, onCancel } = props;
  const { t } = useTranslation('bulk');
  const { t: common } = useTranslation();
  const first = useCase(chosen[0]?.caseId ?? '');
  return (
    <Paper withBorder p="md" role="region" aria-label={t('title')}>
      <Read query={first}>{(seen) => <Choosing seen={seen} chosen={chosen} />}</Read>
      <Button mt="sm" variant="subtle" size="compact-sm" onClick={onCancel}>
        {common('cancel')}
      </Button>
    </Paper>
  );
}

function Choosing({ seen, chosen }: { readonly seen: CaseSeen; readonly chosen: readonly ChosenCase[] }) {
  const { t } = useTranslation('bulk');
  const { say } = useLocale();
  const [name, setName] = useState('');
  const areTasks = chosen.every(({ entry }) => entry !== undefined);
  const offered = seen.actions.flatMap((action) => {
    const schema = withoutFiles(action.input);
    // What is about a task takes cases that were chosen by their tasks.
    return schema === undefined || (!areTasks && isOfTask(schema)) ? [] : [{ ...action, schema }];
  });
  const action = offered.find((one) => one.name === name);
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('action')}
        description={t('actionHelp')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data={[
          { value: '', label: t('pickAction') },
          ...offered.map(({ name: value, title }) => ({ value, label: say(title) })),
        ]}
      />
      {action !== undefined && (
        <Filling key={action.name} seen={seen} chosen={chosen} action={action.name} schema={action.schema} />
      )}
    </Stack>
  );
}

function isOfTask({ properties }: Schema): boolean {
  return properties?.['entry'] !== undefined;
}

interface ToDo {
  readonly seen: CaseSeen;
  readonly chosen: readonly ChosenCase[];
  readonly action: string;
  readonly schema: Schema;
}

function Filling({ seen, chosen, action, schema }: ToDo) {
  const { t } = useTranslation('bulk');
  const refers = useReferables(seen, schema);
  const belowText = usePhrasesBelow(seen.kind, action);
  const [typed, setTyped] = useState<unknown>();
  const [asked, setAsked] = useState<Asked | null>(null);
  const preview = usePreview();
  const ask = (input: Record<string, unknown>) => {
    const items = chosen.map(({ caseId, revision, entry }) => ({
      ...{ caseId, revision },
      ...(entry !== undefined && isOfTask(schema) && { entry }),
    }));
    const next = { action, input, items };
    preview.mutate(next, { onSuccess: () => setAsked(next) });
  };
  if (asked !== null && preview.data !== undefined)
    return <Previewed asked={asked} previewed={preview.data} onBack={() => setAsked(null)} />;
  return (
    <SchemaForm
      // Each case has its own entry of the task: nobody types it.
      schema={withoutFields(schema, ['entry'])}
      value={typed}
      onChange={setTyped}
      onSubmit={ask}
      error={preview.error}
      isBusy={preview.isPending}
      submitLabel={t('preview')}
      refers={refers}
      belowText={belowText}
    />
  );
}

const WAITS = [5, 0, 15, 60];

function Previewed(props: {
  readonly asked: Asked;
  readonly previewed: NonNullable<ReturnType<typeof usePreview>['data']>;
  readonly onBack: () => void;
}) {
  const { asked, previewed, onBack } = props;
  const { t } = useTranslation('bulk');
  const [, go] = useLocation();
  const [waitMinutes, setWait] = useState(5);
  const [key, setKey] = useState(newKey);
  const decide = useDecide();
  const { wouldBeDone, stale, refused, notices } = previewed.counts;
  const doable = new Set(
    previewed.items.filter(({ result }) => result === 'WOULD_BE_DONE').map(({ caseId }) => caseId),
  );
  const items = asked.items.filter(({ caseId }) => doable.has(caseId));
  const handIn = () =>
    decide.mutate(
      { ...asked, items, waitMinutes, key },
      {
        onSuccess: ({ id }) => go(`/bulk/${id}`),
        onError: (error) => isDecided(error) && setKey(newKey()),
      },
    );
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('previewTitle')}</Text>
      <Alert color={wouldBeDone === 0 ? 'orange' : 'blue'} role="status">
        {t('counts', { done: wouldBeDone, stale, refused, notices })}
      </Alert>
      <PreviewTable items={previewed.items} />
      {decide.error !== null && <Failure error={decide.error} />}
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('wait')}
          value={String(waitMinutes)}
          onChange={(event) => setWait(Number(event.currentTarget.value))}
          data={WAITS.map((count) => ({
            value: String(count),
            label: count === 0 ? t('atOnce') : t('minutes', { count }),
          }))}
        />
        <Button disabled={items.length === 0} loading={decide.isPending} onClick={handIn}>
          {t('confirm', { count: items.length })}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('backToForm')}
        </Button>
      </Group>
    </Stack>
  );
}
