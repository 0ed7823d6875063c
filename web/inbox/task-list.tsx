/** The tasks as rows, moved through by keys; who may decides several together. */
import { Anchor, Button, Checkbox, Table, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { itemsOf } from '../api/pages.ts';
import { ChosenBar, useChoice } from '../bulk/choice.tsx';
import { DueMoment } from '../parts/moment.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Failure } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { useMe } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { isNarrowed, type Filters } from './filters.ts';
import { useClaim, useTasks, type Task } from './tasks.ts';
import './late-words.ts';

export function TaskList({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation('inbox');
  const tasks = useTasks(filters);
  const { mutate: claim, error } = useClaim();
  const choice = useChoice(caseOf, filters.narrowed.closed !== 'true');
  const items = itemsOf(tasks.data);
  const take = filters.narrowed.closed === 'true' ? null : claim;
  const current = useKeyboard(tasks, { claim: take, choose: choice?.toggle });
  // Rows are drawn anew only when they have changed: what they call is looked up when it is called.
  const toggle = useRef(choice?.toggle);
  useEffect(() => {
    toggle.current = choice?.toggle;
  });
  const choose = useCallback((task: Task) => toggle.current?.(task), []);
  return (
    <>
      {error !== null && <Failure error={error} />}
      {choice !== undefined && choice.chosen.length > 0 && (
        <ChosenBar choice={choice} items={items} asChosen={asChosen} />
      )}
      <Paged
        list={tasks}
        empty={t(isNarrowed(filters) ? 'emptyFiltered' : 'empty')}
        shown={(counts) => t('shown', counts)}
        readsOn
      >
        {(shown) => (
          <Table
            role="table"
            className={`${rows['rows'] ?? ''} ${rows['long'] ?? ''}`}
            __vars={{ '--columns': choice === undefined ? COLUMNS : `2.25rem ${COLUMNS}` }}
            highlightOnHover
            verticalSpacing="sm"
          >
            <Heads canChoose={choice !== undefined} />
            <Table.Tbody role="rowgroup">
              {shown.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  isCurrent={task.id === current?.id}
                  isChosen={choice?.chosen.some(({ id }) => id === task.id)}
                  onChoose={choose}
                  onClaim={take}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
    </>
  );
}

const COLUMNS = 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1.5fr) minmax(0, 1fr)';

function Heads({ canChoose }: { readonly canChoose: boolean }) {
  const { t } = useTranslation('inbox');
  const { t: common } = useTranslation();
  return (
    <Table.Thead role="rowgroup">
      <Table.Tr role="row">
        {canChoose && <Table.Td role="cell" />}
        {[t('task'), common('who'), common('due'), t('holder')].map((head) => (
          <Table.Th key={head} role="columnheader">
            {head}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

const asChosen = ({ caseId, entry, case: { revision } }: Task) => ({ caseId, revision, entry });
const caseOf = ({ caseId }: Task) => caseId;

interface TaskRowProps {
  readonly task: Task;
  readonly isCurrent: boolean;
  /** Undefined for who may not decide several together. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (task: Task) => void;
  /** Null for tasks that are done. */
  readonly onClaim: ((task: Task) => void) | null;
}

const TaskRow = memo(function Row(props: TaskRowProps) {
  const { task, isCurrent, isChosen, onChoose, onClaim } = props;
  const { t } = useTranslation('inbox');
  const { t: bulk } = useTranslation('bulk');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const me = useMe();
  return (
    <Table.Tr
      role="row"
      id={rowId(task.id)}
      data-current={isCurrent || undefined}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {isChosen !== undefined && (
        <Table.Td role="cell">
          <Checkbox
            aria-label={bulk('chooseRow', { number: task.case.number })}
            checked={isChosen}
            onChange={() => onChoose(task)}
          />
        </Table.Td>
      )}
      <Table.Td role="cell">
        <Anchor component={Link} href={pathOf(task)} fw={600}>
          {say(task.title)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {say(task.case.kindTitle)} · {say(task.case.stageTitle)}
        </Text>
      </Table.Td>
      <Table.Td role="cell" data-label={common('who')}>
        {task.case.title}
        <Text size="xs" c="dimmed">
          {task.case.number}
        </Text>
      </Table.Td>
      <Table.Td role="cell" data-label={common('due')}>
        {task.dueAt === null ? common('none') : <DueMoment at={task.dueAt} />}{' '}
        {task.overdue && <Tag tone="bad">{common('overdue')}</Tag>}
      </Table.Td>
      <Table.Td role="cell" data-label={t('holder')}>
        {task.assignee === null && onClaim !== null ? (
          <Button size="compact-sm" variant="default" onClick={() => onClaim(task)}>
            {t('claim')}
          </Button>
        ) : (
          <Text span fw={task.assignee?.id === me.id ? 600 : 400}>
            {task.assignee === null ? common('none') : (task.assignee.name ?? task.assignee.id)}
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
});

/** Where a task leads: to what can be done of it in its case. */
const pathOf = ({ caseId, name }: Task) => `/cases/${caseId}?task=${name}`;

/**
 * j and k move through the list and read on at its end, o opens the case, d its decision, c takes the task, x chooses it. The current one is
 * known by its id: a list that moves meanwhile does not put another task under a key.
 * @returns the current task
 */
function useKeyboard(
  list: ReturnType<typeof useTasks>,
  on: { readonly claim: ((task: Task) => void) | null; readonly choose: ((task: Task) => void) | undefined },
): Task | undefined {
  const items = itemsOf(list.data);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly at: number } | null>(null);
  const [, go] = useLocation();
  const at = items.findIndex(({ id }) => id === chosen?.id);
  const current = items[at];
  // The place of a task that is gone is where the next one has moved up to.
  const move = (by: number) => {
    const from = at >= 0 ? at + by : chosen === null ? 0 : chosen.at + Math.min(by, 0);
    if (from >= items.length - 1 && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
    const to = Math.max(0, Math.min(items.length - 1, from));
    const next = items[to];
    if (next !== undefined) setChosen({ id: next.id, at: to });
  };
  useEffect(() => {
    if (chosen !== null) document.getElementById(rowId(chosen.id))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['o', () => current && go(`/cases/${current.caseId}`)],
    ['d', () => current && go(pathOf(current))],
    ['c', () => current?.assignee === null && on.claim?.(current)],
    ['x', () => current && on.choose?.(current)],
  ]);
  return current;
}

const rowId = (id: string) => `task-${id}`;
