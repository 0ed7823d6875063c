/** What a store has still to do: its set-up as a list to tick off, and its trial against the three targets. */
import { Anchor, List, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { momentOf } from '../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import type { Store } from './queries.ts';

export function Progress({ store }: { readonly store: Store }) {
  const { t } = useTranslation('stores');
  const { setUp, trial } = store.progress;
  return (
    <>
      {setUp !== null && (
        <Part title={t('setUp')} aside={<ToCase id={setUp.caseId} />}>
          <List listStyleType="none" spacing="xs">
            <Step isDone={setUp.decorationPublishedAt !== null}>
              {t('decoration')}
              {setUp.decorationPublishedAt !== null && ` · ${momentOf(setUp.decorationPublishedAt)}`}
            </Step>
            <Step isDone={setUp.listed >= setUp.needed}>
              {t('products')} {setUp.listed} / {setUp.needed}
            </Step>
          </List>
        </Part>
      )}
      {trial !== null && (
        <Part title={t('targets')} aside={<ToCase id={trial.caseId} />}>
          <Targets targets={trial.targets} />
        </Part>
      )}
      <Part title={t('figures')}>
        <List>
          <List.Item>
            {t('orders')}：{store.figures.orders}
          </List.Item>
          <List.Item>
            {t('listed')}：{store.figures.products}
          </List.Item>
        </List>
      </Part>
    </>
  );
}

function ToCase({ id }: { readonly id: string }) {
  const { t } = useTranslation('notices');
  return (
    <Anchor component={Link} size="sm" href={`/cases/${id}`}>
      {t('caseLink')}
    </Anchor>
  );
}

function Step({ isDone, children }: { readonly isDone: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('stores');
  return (
    <List.Item>
      <Tag tone={isDone ? 'good' : 'plain'}>{t(isDone ? 'done' : 'notDone')}</Tag> {children}
    </List.Item>
  );
}

type Targets = NonNullable<Store['progress']['trial']>['targets'];

function Targets({ targets }: { readonly targets: Targets }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  return (
    <Stack gap="xs">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('item')}</Table.Th>
            <Table.Th>{t('now')}</Table.Th>
            <Table.Th>{t('needed')}</Table.Th>
            <Table.Th>{t('result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {targets.map(({ figure, value, test, met, missing }) => (
            <Table.Tr key={figure}>
              <Table.Td>{t(`figure_${figure}`)}</Table.Td>
              <Table.Td>{value}</Table.Td>
              <Table.Td>{say(test)}</Table.Td>
              <Table.Td>
                <Tag tone={met ? 'good' : 'warning'}>{met ? t('met') : t('notMet', { missing })}</Tag>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
