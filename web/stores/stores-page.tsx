/** The stores of an institution, or of a body's region. */
import { Anchor, Button, Group, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import rows from '../parts/rows.module.css';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Tag } from '../parts/tag.tsx';
import { useStores } from './queries.ts';

export default function StoresPage() {
  const { t } = useTranslation('stores');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  return (
    <Page title={t('title')}>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(typed.trim() === '' ? {} : { q: typed.trim() }, { replace: true });
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap" maw="40rem">
          <TextInput
            style={{ flex: 1 }}
            label={t('search')}
            type="search"
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('searchButton')}
          </Button>
        </Group>
      </form>
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
