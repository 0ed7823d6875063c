/** Licences and permits that a page shows, each marked if it has expired (HN-NET-06.4, 06.6). */
import { Anchor, Stack, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import rows from '../parts/rows.module.css';
import { Empty } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import type { Paper } from './queries.ts';

export function Papers(props: {
  readonly papers: readonly Paper[];
  /** Where the API gives a file; left out where it gives none. */
  readonly fileAt?: (fileId: string) => string;
}) {
  const { papers, fileAt } = props;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  if (papers.length === 0) return <Empty>{t('noPapers')}</Empty>;
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('paper')}</Table.Th>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('validUntil')}</Table.Th>
          <Table.Th>{t('status')}</Table.Th>
          <Table.Th>{t('look')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {papers.map(({ title, number, validUntil, status, link, fileId }) => (
          <Table.Tr key={`${title.en} ${number ?? ''}`}>
            <Table.Td>{say(title)}</Table.Td>
            <Table.Td data-label={t('number')}>{number}</Table.Td>
            <Table.Td data-label={t('validUntil')}>{validUntil ?? t('noEnd')}</Table.Td>
            <Table.Td data-label={t('status')}>
              <Tag tone={status === 'VALID' ? 'good' : 'bad'}>{t(`status_${status}`)}</Tag>
            </Table.Td>
            <Table.Td data-label={t('look')}>
              <Stack gap={4}>
                {fileId !== null && fileAt !== undefined && (
                  <Anchor href={fileAt(fileId)} inherit target="_blank" rel="noopener">
                    {t('paperFile')}
                  </Anchor>
                )}
                {link !== null && (
                  <Anchor href={link} inherit target="_blank" rel="noopener noreferrer">
                    {t('paperLink')} {hostOf(link)}
                  </Anchor>
                )}
              </Stack>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : link;
}
