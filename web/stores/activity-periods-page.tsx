/** Activity periods, in which the share of favourable ratings is reckoned: those that were set, and a form to set one (SH-EVAL-10.17). */
import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ActForm } from '../acts/act-form.tsx';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { addWords } from '../words/words.ts';
import { storesWords } from './words.ts';

addWords('stores', storesWords);

const KEY = ['activity-periods'];

export default function ActivityPeriodsPage() {
  const { t } = useTranslation('stores');
  const list = usePages(KEY, (at) => answered(api.GET('/api/points/activity-periods', { params: { query: at } })));
  return (
    <Page title={t('periods')}>
      <Text maw="48rem">{t('periodsIntro')}</Text>
      <Part title={t('setPeriod')}>
        <Stack maw="48rem">
          <ActForm path="/api/points/activity-periods" moves={KEY} />
        </Stack>
      </Part>
      <Part title={t('periodsSet')}>
        <Paged list={list} empty={t('periodsNone')}>
          {(items) => (
            <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('periodName')}</Table.Th>
                  <Table.Th>{t('periodDays')}</Table.Th>
                  <Table.Th>{t('periodId')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ id, name, firstDay, lastDay }) => (
                  <Table.Tr key={id}>
                    <Table.Td className="typed">{name}</Table.Td>
                    <Table.Td data-label={t('periodDays')}>{t('periodFromTo', { firstDay, lastDay })}</Table.Td>
                    <Table.Td data-label={t('periodId')}>{id}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Paged>
      </Part>
      <Anchor component={Link} href="/my-stores">
        {t('back')}
      </Anchor>
    </Page>
  );
}
