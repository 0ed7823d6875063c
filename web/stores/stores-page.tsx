/** The stores of an institution, or of a body's region. */
import { Anchor, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import rows from '../parts/rows.module.css';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useMe } from '../session/session.tsx';
import { addWords } from '../words/words.ts';
import { useStores } from './queries.ts';
import { storesWords } from './words.ts';

addWords('stores', storesWords);

export default function StoresPage() {
  const { t } = useTranslation('stores');
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  return (
    <Page
      title={t('title')}
      aside={
        <Group gap="md">
          {may(me, 'incentive.propose') && (
            <Anchor component={Link} href="/shortlist">
              {t('shortlist')}
            </Anchor>
          )}
          {may(me, 'points.setPeriod') && (
            <Anchor component={Link} href="/activity-periods">
              {t('periods')}
            </Anchor>
          )}
          {may(me, 'points.recompute') && (
            <Anchor component={Link} href="/recomputation">
              {t('recomputation')}
            </Anchor>
          )}
        </Group>
      }
    >
      <Group maw="40rem">
        <SearchBox
          label={t('search')}
          value={q === '' ? undefined : q}
          onSearch={(text) => setSearch(text === undefined ? {} : { q: text }, { replace: true })}
        />
      </Group>
      <StoreList stores={useStores(q)} />
    </Page>
  );
}

function StoreList({ stores }: { readonly stores: ReturnType<typeof useStores> }) {
  const { t } = useTranslation('stores');
  return (
    <Paged list={stores} empty={t('empty')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} highlightOnHover verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('status')}</Table.Th>
              <Table.Th>{t('creditCode')}</Table.Th>
              <Table.Th>{t('openedAt')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((store) => (
              <Table.Tr key={store.id}>
                <Table.Td>
                  <Anchor component={Link} href={`/my-stores/${store.id}`} fw={600}>
                    {store.name}
                  </Anchor>
                </Table.Td>
                <Table.Td data-label={t('status')}>
                  <Tag>{t(`status_${store.status}`)}</Tag>
                </Table.Td>
                <Table.Td data-label={t('creditCode')}>{store.creditCode}</Table.Td>
                <Table.Td data-label={t('openedAt')}>
                  <Moment at={store.openedAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}
