/** Stores that the rule proposes for a recommendation; each is proposed on its own page (SH-STORE-16.4). */
import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { addWords, useLocale } from '../words/words.ts';
import { storesWords } from './words.ts';

addWords('stores', storesWords);

export default function ShortlistPage() {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const list = usePages(['shortlist'], (at) => answered(api.GET('/api/stores/shortlist', { params: { query: at } })));
  const threshold = list.data?.pages[0]?.threshold;
  return (
    <Page title={t('shortlist')}>
      {threshold !== undefined && <Text maw="48rem">{t('shortlistIntro', { threshold })}</Text>}
      <Paged list={list} empty={t('shortlistNone')}>
        {(items) => (
          <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('creditCode')}</Table.Th>
                <Table.Th>{t('rating')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, name, creditCode, points, rating }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor component={Link} href={`/my-stores/${id}`} fw={600}>
                      {name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td data-label={t('creditCode')}>{creditCode}</Table.Td>
                  <Table.Td data-label={t('rating')}>
                    {say(rating.title)} · {t('points', { points })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
      <Anchor component={Link} href="/my-stores">
        {t('back')}
      </Anchor>
    </Page>
  );
}
