/** What this reader can do in the case now, as the API offers it: one form at a time. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Loading } from '../parts/states.tsx';
import { useLocale } from '../words/words.ts';
import { useBegun } from './begun.ts';
import type { CaseSeen } from './queries.ts';
import './late-words.ts';

// Forms come when the first of them is opened.
const ActionForm = lazy(() => import('./action-form.tsx'));
const WhyNot = lazy(() => import('./refused.tsx'));

/** Actions that stand at the tasks and not among the others. */
const TASK_PART: readonly string[] = ['claimTask', 'releaseTask'];

export function Actions({ seen }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const [done, setDone] = useState<string | null>(null);
  const task = search.get('task');
  // What a task asks for stands first, and takes the cursor; the form of a single one is open at once.
  const ofTask = seen.actions.filter((action) => task !== null && action.task === task);
  const others = seen.actions.filter((action) => !TASK_PART.includes(action.name) && !ofTask.includes(action));
  const actions = [...ofTask, ...others];
  const asked = search.get('action') ?? (ofTask.length === 1 ? ofTask[0]?.name : null);
  const open = actions.find(({ name }) => name === asked);
  const [begun, endBegun] = useBegun(seen, open);
  // A form that was open stays when somebody else decides: what was typed in it is not lost.
  const chosen = open ?? (begun !== null && begun.action.name === asked ? begun.action : undefined);
  // A link to something that is not open says why.
  const isClosed = chosen === undefined && (search.get('action') !== null || (task !== null && ofTask.length === 0));
  const whyNot = seen.refused.filter((one) => (search.has('action') ? one.name === asked : one.task === task));
  const choose = (name: string | null) => {
    setDone(null);
    if (name === null) endBegun();
    setSearch(name === null ? {} : { ...(task !== null && { task }), action: name }, { replace: true });
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
            autoFocus={ofTask.length > 1 && action === ofTask[0]}
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
        <Suspense fallback={<Loading />}>
          <ActionForm
            key={`${seen.id} ${chosen.name}`}
            seen={seen}
            action={chosen}
            begun={begun}
            onDone={() => {
              choose(null);
              setDone(t('done', { title: say(chosen.title) }));
            }}
            onCancel={() => choose(null)}
          />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <WhyNot refused={seen.refused} whyNot={isClosed ? whyNot : null} />
      </Suspense>
    </Stack>
  );
}
