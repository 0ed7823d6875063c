/** The inbox: what is to be done, the most urgent first, with how many there are in each queue always in sight. */
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../parts/page.tsx';
import { may, useMe } from '../session/session.tsx';
import { Choices, Chosen } from './filter-bar.tsx';
import { QUEUES, useFilters } from './filters.ts';
import { KeyHelp } from './key-help.tsx';
import { TaskList } from './task-list.tsx';
import { useTaskCounts } from './tasks.ts';
import { addWords } from '../words/words.ts';
import { bulkWords } from '../bulk/words.ts';
import './late-words.ts';

addWords('bulk', bulkWords);

export default function InboxPage() {
  const { t } = useTranslation('inbox');
  const [filters, change, open] = useFilters();
  const counts = useTaskCounts(filters).data;
  return (
    <Page title={counts === undefined ? t('title') : t('heading', { total: counts.total })} aside={<Aside />}>
      <Group gap="xs" role="group" aria-label={t('queues')}>
        {QUEUES.map((queue) => (
          <Button
            key={queue}
            size="compact-md"
            variant={filters.queue === queue ? 'filled' : 'default'}
            aria-pressed={filters.queue === queue}
            onClick={() => change({ queue: filters.queue === queue ? undefined : queue })}
            rightSection={
              counts && (
                <Text span fw={600}>
                  {counts.queues[queue]}
                </Text>
              )
            }
          >
            {t(`queue_${queue}`)}
          </Button>
        ))}
      </Group>
      <Choices filters={filters} change={change} open={open} />
      <Chosen filters={filters} change={change} />
      <TaskList filters={filters} />
    </Page>
  );
}

function Aside() {
  const { t } = useTranslation('bulk');
  const { t: inbox } = useTranslation('inbox');
  const me = useMe();
  return (
    <Group gap="sm">
      {may(me, 'cover.name') && (
        <Anchor component={Link} href="/covers" size="sm">
          {inbox('covers')}
        </Anchor>
      )}
      {may(me, 'case.actInBulk') && (
        <Anchor component={Link} href="/bulk" size="sm">
          {t('mine')}
        </Anchor>
      )}
      <KeyHelp />
    </Group>
  );
}
