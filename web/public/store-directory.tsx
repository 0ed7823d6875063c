/** The open stores with their licence and rating, found by name; what the platform does not vouch for stands with them (SH-STORE-08.4). */
import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { SearchBox } from '../parts/search-box.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';

export function StoreDirectory() {
  const { t } = useTranslation('directory');
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const stores = usePages(['public-stores', q], (at) =>
    answered(api.GET('/api/public/stores', { params: { query: { ...(q !== '' && { q }), ...at } } })),
  );
  const disclaimer = stores.data?.pages[0]?.disclaimer;
  return (
    <Stack gap="sm">
      {disclaimer !== undefined && (
        <Text size="sm" maw="48rem">
          {t('storesDisclaimer', { words: say(disclaimer) })}
        </Text>
      )}
      <SearchBox
        label={t('findStore')}
        value={q === '' ? undefined : q}
        onSearch={(words) => setSearch(words === undefined ? {} : { q: words }, { replace: true })}
      />
      <Paged list={stores} empty={t(q === '' ? 'storesNone' : 'storesNotFound')}>
        {(items) => (
          <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('store')}</Table.Th>
                <Table.Th>{t('licence')}</Table.Th>
                <Table.Th>{t('established')}</Table.Th>
                <Table.Th>{t('rating')}</Table.Th>
                <Table.Th>{t('openSince')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, name, licence, rating, since, onTrial }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    {/* The API serves this page itself. */}
                    <Anchor href={`/stores/${id}`} fw={600}>
                      {name}
                    </Anchor>{' '}
                    {onTrial && <Tag>{t('onTrial')}</Tag>}
                  </Table.Td>
                  <Table.Td data-label={t('licence')}>{licence.creditCode}</Table.Td>
                  <Table.Td data-label={t('established')}>{licence.establishedOn}</Table.Td>
                  <Table.Td data-label={t('rating')}>
                    {t('rated', { title: say(rating.title), points: rating.points })}
                  </Table.Td>
                  <Table.Td data-label={t('openSince')}>{since}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
    </Stack>
  );
}
