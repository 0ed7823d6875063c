/** The open tasks of a case and who holds them. */
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DueMoment } from '../parts/moment.tsx';
import { Failure } from '../parts/states.tsx';
import { useLocale } from '../words/words.ts';
import { useTaskWork, type CaseSeen } from './queries.ts';
import './late-words.ts';
import '../inbox/late-words.ts';

export function CaseTasks({ seen }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('cases');
  const { t: inbox } = useTranslation('inbox');
  const { say } = useLocale();
  const work = useTaskWork(seen.id);
  const can = (name: string) => seen.actions.some((action) => action.name === name);
  return (
    <Stack gap="xs">
      {work.error !== null && <Failure error={work.error} />}
      {seen.tasks.map((task) => (
        <Paper key={task.id} withBorder p="sm">
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text fw={600}>{say(task.title)}</Text>
              <Text size="sm" c="dimmed">
                {task.assignee === null ? inbox('nobody') : (task.assignee.name ?? task.assignee.id)}
                {task.dueAt !== null && (
                  <>
                    {' · '}
                    <DueMoment at={task.dueAt} />
                  </>
                )}
              </Text>
            </div>
            {task.assignee === null && can('claimTask') && (
              <Button size="compact-sm" variant="default" onClick={() => work.mutate({ id: task.id, how: 'claim' })}>
                {t('take')}
              </Button>
            )}
            {task.yourPart === 'HOLDER' && can('releaseTask') && (
              <Button size="compact-sm" variant="default" onClick={() => work.mutate({ id: task.id, how: 'release' })}>
                {t('giveBack')}
              </Button>
            )}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
