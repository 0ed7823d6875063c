/** The notices that the reader was sent, the latest first. */
import { Anchor, NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import rows from '../parts/rows.module.css';
import { momentOf, Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Arrival } from './arrival.tsx';
import { useNotices, WHICH } from './queries.ts';
import { addWords } from '../words/words.ts';
import { noticesWords } from './words.ts';

addWords('notices', noticesWords);

export default function NoticesPage() {
  const { t } = useTranslation('notices');
  const [search, setSearch] = useSearchParams();
  const which = WHICH.find((one) => one === search.get('which')) ?? 'all';
  return (
    <Page title={t('title')}>
      <Text>{t('intro')}</Text>
      <NativeSelect
        label={t('which')}
        w="16rem"
        value={which}
        data={WHICH.map((value) => ({ value, label: t(`which_${value}`) }))}
        onChange={(event) => setSearch({ which: event.currentTarget.value }, { replace: true })}
      />
      <NoticeList notices={useNotices(which)} />
    </Page>
  );
}

function NoticeList({ notices }: { readonly notices: ReturnType<typeof useNotices> }) {
  const { t } = useTranslation('notices');
  return (
    <Paged list={notices} empty={t('empty')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} highlightOnHover verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('subject')}</Table.Th>
              <Table.Th>{t('when')}</Table.Th>
              <Table.Th>{t('arrival')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((notice) => (
              <Table.Tr key={notice.id}>
                <Table.Td>
                  <Anchor
                    component={Link}
                    href={`/notices/${notice.id}`}
                    fw={notice.acknowledgedAt === null ? 600 : 400}
                  >
                    {notice.subject ?? t('noSubject')}
                  </Anchor>
                </Table.Td>
                <Table.Td data-label={t('when')}>
                  <Moment at={notice.sentAt ?? notice.plannedAt} />
                </Table.Td>
                <Table.Td data-label={t('arrival')}>
                  <Arrival {...notice} />
                  {notice.acknowledgedAt !== null && (
                    <Text size="sm" c="dimmed">
                      {t('acknowledgedAt', { at: momentOf(notice.acknowledgedAt) })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}
