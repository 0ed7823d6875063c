/** What this reader can do in the case now, as the API offers it: one form at a time, each with its clause and what is still missing. */
import { Alert, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { isRefused } from '../api/client.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import { useTypedForm } from '../forms/typed-form.ts';
import { Clause } from '../parts/clause.tsx';
import { TONES } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import { TASK_PART } from './case-tasks.tsx';
import { useAct, type CaseSeen, type OpenAction } from './queries.ts';
import { useReferables } from './referables.ts';

export function Actions({ seen }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const [done, setDone] = useState<string | null>(null);
  const actions = seen.actions.filter(({ name }) => !TASK_PART.includes(name));
  const chosen = actions.find(({ name }) => name === search.get('action'));
  const choose = (name: string | null) => {
    setDone(null);
    setSearch(name === null ? {} : { action: name }, { replace: true });
  };
  return (
    <Stack gap="md">
      {done !== null && (
        <Alert color="green" role="status">
          {done}
        </Alert>
      )}
      {actions.length === 0 && <Text c="dimmed">{t('noActions')}</Text>}
      <Group gap="xs">
        {actions.map((action) => (
          <Button
            key={action.name}
            variant={action.name === chosen?.name ? 'filled' : 'default'}
            aria-expanded={action.name === chosen?.name}
            aria-controls={action.name === chosen?.name ? 'action-form' : undefined}
            onClick={() => choose(action.name === chosen?.name ? null : action.name)}
          >
            {say(action.title)}
          </Button>
        ))}
      </Group>
      {chosen !== undefined && (
        <ActionForm
          key={`${seen.id} ${chosen.name}`}
          seen={seen}
          action={chosen}
          onDone={() => {
            choose(null);
            setDone(t('done', { title: say(chosen.title) }));
          }}
          onCancel={() => choose(null)}
        />
      )}
    </Stack>
  );
}

function ActionForm(props: {
  readonly seen: CaseSeen;
  readonly action: OpenAction;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { seen, action, onDone, onCancel } = props;
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const typed = useTypedForm(`case.${seen.id}.${action.name}`);
  const act = useAct(seen.id);
  const refers = useReferables(seen);
  // Awaited here and not told by callbacks of the call: once the case has moved, this form may be gone.
  const submit = async (input: Record<string, unknown>) => {
    try {
      await act.mutateAsync({ name: action.name, input, key: typed.key });
      typed.forget();
      onDone();
    } catch (error) {
      typed.noteError(error);
    }
  };
  const isUnknown = isRefused(act.error, 'OUTCOME_UNKNOWN');
  return (
    <Paper withBorder p="md" id="action-form">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('basis')}：<Clause clause={action.clause} />
        </Text>
        {!action.ready && (
          <Alert color="orange" title={t('notReady')}>
            <List size="sm">
              {action.blockedBy.map(({ code, message }) => (
                <List.Item key={`${code} ${message.en}`}>{say(message)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
        <SchemaForm
          schema={action.input}
          value={typed.value}
          onChange={typed.change}
          onSubmit={(input) => void submit(input)}
          error={isUnknown ? null : act.error}
          isBusy={act.isPending}
          submitLabel={t('submitAction', { title: say(action.title) })}
          submitColor={action.adverse ? TONES.bad : undefined}
          refers={refers}
          beside={
            <Button variant="subtle" onClick={onCancel}>
              {common('cancel')}
            </Button>
          }
        />
      </Stack>
    </Paper>
  );
}
