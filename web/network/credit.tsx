/** Complaints that were upheld against a provider, and what became of them (HN-NET-12.1, 20.4). */
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import rows from '../parts/rows.module.css';
import { Empty } from '../parts/states.tsx';
import { useLocale } from '../words/words.ts';
import { useListed } from './listed.ts';
import type { Provider } from './queries.ts';

export function Credit({ credit: { upheld, complaints } }: { readonly credit: Provider['credit'] }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  const list = useListed();
  if (complaints.length === 0) return <Empty>{t('noCredit')}</Empty>;
  return (
    <>
      <Text>{t('upheld', { count: upheld })}</Text>
      <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('upheldOn')}</Table.Th>
            <Table.Th>{t('result')}</Table.Th>
            <Table.Th>{t('breached')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {complaints.map(({ result, upheldOn, breached, reopenedOn, reversedOn }, at) => (
            <Table.Tr key={at}>
              <Table.Td data-label={t('upheldOn')}>{upheldOn}</Table.Td>
              <Table.Td data-label={t('result')}>
                {say(result)}
                {reopenedOn !== null && ` · ${t('reopenedOn', { day: reopenedOn })}`}
                {reversedOn !== null && ` · ${t('reversedOn', { day: reversedOn })}`}
              </Table.Td>
              <Table.Td data-label={t('breached')}>{list(breached.map((ground) => say(ground)))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
