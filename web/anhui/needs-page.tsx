/** The needs of enterprises: how many stand where, who took each, and how it went (AH-OPS-02). */
import { Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { CaseName } from '../parts/case-name.tsx';
import { Due } from '../parts/due.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useNeeds, type Need, type NeedFilters } from './queries.ts';
import { Ways } from './ways.tsx';
import { anhuiWords } from './words.ts';

addWords('anhui', anhuiWords);

export default function NeedsPage() {
  const { t } = useTranslation('anhui');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('standing') ?? undefined;
  // What the API does not know it refuses, in words.
  const list = useNeeds(chosen === undefined ? {} : { standing: chosen as NonNullable<NeedFilters['standing']> });
  const [first] = list.data?.pages ?? [];
  const choose = (standing: string | null) => setSearch(standing === null ? {} : { standing }, { replace: true });
  return (
    <Page title={t('needsTitle')}>
      <Text maw="48rem">{t('needsIntro')}</Text>
      <Ways here="/anhui/needs" />
      {first !== undefined && (
        <>
          <Group gap="xs" role="group" aria-label={t('needsBy')}>
            <Choice isChosen={chosen === undefined} onChoose={() => choose(null)}>
              {common('all')}
            </Choice>
            {first.counts
              .filter(({ n, standing }) => n > 0 || standing === chosen)
              .map(({ standing, title, n }) => (
                <Choice key={standing} isChosen={standing === chosen} onChoose={() => choose(standing)}>
                  {t('needCount', { standing: say(title), n })}
                </Choice>
              ))}
          </Group>
          <Text size="sm">{t('matched', { n: first.matched })}</Text>
        </>
      )}
      <Paged list={list} empty={t('noNeeds')}>
        {(items: readonly Need[]) => <Needs needs={items} />}
      </Paged>
    </Page>
  );
}

function Choice(props: { readonly isChosen: boolean; readonly onChoose: () => void; readonly children: string }) {
  const { isChosen, onChoose, children } = props;
  return (
    <Button variant={isChosen ? 'filled' : 'default'} size="compact-md" aria-pressed={isChosen} onClick={onChoose}>
      {children}
    </Button>
  );
}

function Needs({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {(['need', 'category', 'state', 'taker', 'outcome'] as const).map((head) => (
            <Table.Th key={head}>{t(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {needs.map(({ caseId, number, title, categoryTitle, standingTitle, publishedAt, dueAt, ...need }) => (
          <Table.Tr key={caseId}>
            <Table.Td>
              <CaseName id={caseId} number={number} title={title} />
              <Text size="sm" c="dimmed">
                {t('publishedAt', { at: momentOf(publishedAt) })}
              </Text>
            </Table.Td>
            <Table.Td data-label={t('category')}>{say(categoryTitle)}</Table.Td>
            <Table.Td data-label={t('state')}>
              {say(standingTitle)}
              {dueAt !== null && (
                <div>
                  <Due at={dueAt} />
                </div>
              )}
            </Table.Td>
            <Table.Td data-label={t('taker')}>
              {need.taker?.name ?? t('nobody')}
              {need.takenAt !== null && (
                <Text size="sm" c="dimmed">
                  {t('takenAt', { at: momentOf(need.takenAt) })}
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label={t('outcome')}>
              {need.completedOn === null ? t('notCompleted') : t('completedOn', { day: need.completedOn })}
              {need.satisfied !== null && (
                <div>
                  <Tag tone={need.satisfied ? 'good' : 'bad'}>{t(need.satisfied ? 'satisfied' : 'notSatisfied')}</Tag>
                </div>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
