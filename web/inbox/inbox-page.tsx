/** The inbox: what is to be done, the most urgent first, with how many there are in each queue always in sight. */
import { Anchor, Button, Group, Kbd, Modal, NativeSelect, Pill, Stack, Table, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { itemsOf } from '../api/pages.ts';
import { useVocabulary } from '../api/vocabulary.ts';
import { DueMoment } from '../parts/moment.tsx';
import { KindSelect } from '../parts/kind-select.tsx';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Failure } from '../parts/states.tsx';
import { useMe } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { QUEUES, SORTS, useFilters, VIEWS, type Filters } from './filters.ts';
import { useClaim, useTaskCounts, useTasks, type Task } from './tasks.ts';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';

export default function InboxPage() {
  const { t } = useTranslation('inbox');
  const [filters, change] = useFilters();
  const counts = useTaskCounts(filters).data;
  return (
    <Page title={counts === undefined ? t('title') : t('heading', { total: counts.total })} aside={<KeyHelp />}>
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
      <Choices filters={filters} change={change} />
      <Chosen filters={filters} change={change} />
      <TaskList filters={filters} />
    </Page>
  );
}

interface WithFilters {
  readonly filters: Filters;
  readonly change: (changed: Partial<Filters>) => void;
}

function Choices({ filters, change }: WithFilters) {
  const { t } = useTranslation('inbox');
  return (
    <Group gap="sm">
      <NativeSelect
        label={t('views')}
        value={filters.view}
        onChange={(event) => change({ view: event.currentTarget.value as Filters['view'] })}
        data={VIEWS.map((value) => ({ value, label: t(`view_${value}`) }))}
      />
      <KindSelect label={t('kinds')} value={filters.kind} onChange={(kind) => change({ kind })} />
      <NativeSelect
        label={t('sort')}
        value={filters.sort}
        onChange={(event) => change({ sort: event.currentTarget.value as Filters['sort'] })}
        data={SORTS.map((value) => ({ value, label: t(`sort_${value}`) }))}
      />
    </Group>
  );
}

/** What narrows the list, each to be taken away: nobody has to wonder why something is not there. */
function Chosen({ filters, change }: WithFilters) {
  const { t } = useTranslation('inbox');
  const { say } = useLocale();
  const { kinds } = useVocabulary();
  const kind = filters.kind === undefined ? undefined : kinds[filters.kind];
  const chosen = [
    ...(filters.view === 'inbox' ? [] : [{ name: t(`view_${filters.view}`), without: { view: 'inbox' } as const }]),
    ...(filters.queue === undefined ? [] : [{ name: t(`queue_${filters.queue}`), without: { queue: undefined } }]),
    ...(filters.kind === undefined
      ? []
      : [{ name: kind === undefined ? filters.kind : say(kind.title), without: { kind: undefined } }]),
  ];
  if (chosen.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('filters')}>
      {chosen.map(({ name, without }) => (
        <Pill
          key={name}
          size="md"
          withRemoveButton
          onRemove={() => change(without)}
          removeButtonProps={{ 'aria-label': t('removeFilter', { name }), 'aria-hidden': false, tabIndex: 0 }}
        >
          {name}
        </Pill>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => change({ view: 'inbox', queue: undefined, kind: undefined })}
      >
        {t('clear')}
      </Button>
    </Group>
  );
}

function TaskList({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation('inbox');
  const { t: common } = useTranslation();
  const tasks = useTasks(filters);
  const claim = useClaim();
  const at = useKeyboard(itemsOf(tasks.data), (task) => claim.mutate(task.id));
  const isNarrowed = filters.view !== 'inbox' || filters.queue !== undefined || filters.kind !== undefined;
  return (
    <>
      {claim.error !== null && <Failure error={claim.error} />}
      <Paged list={tasks} empty={t(isNarrowed ? 'emptyFiltered' : 'empty')} shown={(counts) => t('shown', counts)}>
        {(items) => (
          <Table className={rows['rows'] ?? ''} highlightOnHover verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('task')}</Table.Th>
                <Table.Th>{common('who')}</Table.Th>
                <Table.Th>{common('due')}</Table.Th>
                <Table.Th>{t('holder')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((task, index) => (
                <TaskRow key={task.id} task={task} isCurrent={index === at} onClaim={() => claim.mutate(task.id)} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
    </>
  );
}

function TaskRow(props: { readonly task: Task; readonly isCurrent: boolean; readonly onClaim: () => void }) {
  const { task, isCurrent, onClaim } = props;
  const { t } = useTranslation('inbox');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const me = useMe();
  return (
    <Table.Tr data-current={isCurrent || undefined} aria-current={isCurrent ? 'true' : undefined}>
      <Table.Td>
        <Anchor component={Link} href={`/cases/${task.caseId}?task=${task.name}`} fw={600}>
          {say(task.title)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {say(task.case.kindTitle)} · {say(task.case.stageTitle)}
        </Text>
      </Table.Td>
      <Table.Td data-label={common('who')}>
        {task.case.title}
        <Text size="xs" c="dimmed">
          {task.case.number}
        </Text>
      </Table.Td>
      <Table.Td data-label={common('due')}>
        {task.dueAt === null ? common('none') : <DueMoment at={task.dueAt} />}{' '}
        {task.overdue && <Tag tone="bad">{common('overdue')}</Tag>}
      </Table.Td>
      <Table.Td data-label={t('holder')}>
        {task.assignee === null ? (
          <Button size="compact-sm" variant="default" onClick={onClaim}>
            {t('claim')}
          </Button>
        ) : (
          <Text span fw={task.assignee.id === me.id ? 600 : 400}>
            {task.assignee.name ?? task.assignee.id}
          </Text>
        )}
        {task.delegation?.answer === null && (
          <Text size="xs" c="dimmed">
            {t('with', { name: task.delegation.to.name ?? '' })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** j and k move through the list, Enter or o opens the case, c takes the task. @returns the place of the current task */
function useKeyboard(items: readonly Task[], onClaim: (task: Task) => void): number {
  const [at, setAt] = useState(-1);
  const [, go] = useLocation();
  const move = (by: number) => setAt(Math.max(0, Math.min(items.length - 1, at + by)));
  const current = items[at];
  const open = () => current && go(`/cases/${current.caseId}?task=${current.name}`);
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['o', open],
    ['c', () => current?.assignee === null && onClaim(current)],
  ]);
  return Math.min(at, items.length - 1);
}

const KEYS = [
  ['j', 'key_next'],
  ['k', 'key_previous'],
  ['o', 'key_open'],
  ['c', 'key_claim'],
  ['?', 'key_help'],
] as const;

function KeyHelp() {
  const { t } = useTranslation('inbox');
  const { t: common } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useHotkeys([['shift+?', () => setOpen(true)]]);
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('keys')} <Kbd ml={6}>?</Kbd>
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('keys')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="xs">
          {KEYS.map(([key, name]) => (
            <Group key={key} gap="sm">
              <Kbd>{key}</Kbd>
              <Text>{t(name)}</Text>
            </Group>
          ))}
        </Stack>
      </Modal>
    </>
  );
}
