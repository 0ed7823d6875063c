/** The checklist of a form: each line with its numbers, how it stands, what is missing in it, and its fields to upload and fill in on the spot (SH-EVAL-04.3). */
import { Alert, Group, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { answered, api } from '../api/client.ts';
import { caseKey } from '../cases/queries.ts';
import type { components } from '../generated/api.ts';
import { Part } from '../parts/page.tsx';
import { Loading } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import classes from './checklist.module.css';

export type ChecklistLine = components['schemas']['ChecklistLine'];

const TYPING_PAUSE = 600;
const TONES = { FILED: 'good', MISSING: 'bad', NOT_APPLICABLE: 'plain' } as const;

/** The lines for a form as it is now; those of a moment ago while somebody types. */
export function useChecklist(kind: string, form: Record<string, unknown>) {
  const [settled] = useDebouncedValue(form, TYPING_PAUSE);
  return useQuery({
    queryKey: ['checklist', kind, settled],
    queryFn: () => answered(api.POST('/api/intakes/{kind}/checklist', { params: { path: { kind } }, body: settled })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** The lines of what was handed in with a case. */
export function useCaseChecklist(id: string) {
  return useQuery({
    queryKey: [...caseKey(id), 'checklist'],
    queryFn: () => answered(api.GET('/api/cases/{id}/checklist', { params: { path: { id } } })),
  });
}

type Checked = Pick<ReturnType<typeof useChecklist>, 'data' | 'error'>;

export function Checklist(props: {
  readonly checklist: Checked;
  /** The fields of a line, or what was handed in with it. */
  readonly children: (line: ChecklistLine) => ReactNode;
}) {
  const { checklist, children } = props;
  const { t } = useTranslation('filing');
  const lines = checklist.data?.items;
  return (
    <Part title={t('checklist')}>
      <Stack gap="sm">
        {checklist.error !== null && <Alert color="orange">{t('checklistFailed')}</Alert>}
        {lines === undefined ? checklist.error === null && <Loading /> : <Lines lines={lines}>{children}</Lines>}
      </Stack>
    </Part>
  );
}

function Lines(props: {
  readonly lines: readonly ChecklistLine[];
  readonly children: (line: ChecklistLine) => ReactNode;
}) {
  const { lines, children } = props;
  const { t } = useTranslation('filing');
  const { say } = useLocale();
  const count = (state: ChecklistLine['state']) => lines.filter((line) => line.state === state).length;
  return (
    <>
      <Text size="sm" role="status">
        {t('tally', { filed: count('FILED'), missing: count('MISSING') })}
      </Text>
      <Stack gap="sm" component="ol" className={classes['lines'] ?? ''}>
        {lines.map((line) => {
          const { key, title, needed, numbers, state, lacking, warnings } = line;
          return (
            <li key={key}>
              <Group gap="xs">
                <Tag tone={TONES[state]}>{t(`state_${state}`)}</Tag>
                <Text size="sm" c="dimmed">
                  {numbers.map(({ list, number }) => t('numberIn', { list: say(list), number })).join(' · ')}
                </Text>
              </Group>
              <Text fw={600}>{say(title)}</Text>
              <Text size="sm" c="dimmed">
                {say(needed)}
              </Text>
              {lacking.length + warnings.length > 0 && (
                <List size="sm">
                  {[...lacking, ...warnings].map((words) => (
                    <List.Item key={words.en}>{say(words)}</List.Item>
                  ))}
                </List>
              )}
              {children(line)}
            </li>
          );
        })}
      </Stack>
    </>
  );
}
