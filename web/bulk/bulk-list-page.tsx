/** My bulk decisions, the latest first. */
import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { addWords, useLocale } from '../words/words.ts';
import { useBulkDecisions } from './bulk.ts';
import { bulkWords } from './words.ts';

addWords('bulk', bulkWords);

export default function BulkListPage() {
  const { t } = useTranslation('bulk');
  const { say } = useLocale();
  return (
    <Page title={t('title')}>
      <Paged list={useBulkDecisions()} empty={t('none')}>
        {(items) => (
          <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('action')}</Table.Th>
                <Table.Th>{t('status')}</Table.Th>
                <Table.Th>{t('created')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, actionTitle, status, counts, createdAt }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor component={Link} href={`/bulk/${id}`} fw={600}>
                      {say(actionTitle)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td data-label={t('status')}>
                    {t(`status_${status}`)} ·{' '}
                    {t('progress', {
                      done: counts.done,
                      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
                    })}
                  </Table.Td>
                  <Table.Td data-label={t('created')}>
                    <Moment at={createdAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
    </Page>
  );
}
