/** The letters by which departments recommend institutions for a trial: put on file, and found again (SH-STORE-02.2, 07.3). */
import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { FileAnchor } from '../parts/file-anchor.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { may, useMe } from '../session/session.tsx';
import { addWords } from '../words/words.ts';
import { ActForm } from './act-form.tsx';
import { actsWords } from './words.ts';

addWords('acts', actsWords);

const KEY = ['recommendations'] as const;

export default function RecommendationsPage() {
  const { t } = useTranslation('acts');
  const me = useMe();
  return (
    <Page title={t('recommendationsTitle')}>
      {may(me, 'recommendation.make') && (
        <Part title={t('recommend')}>
          <Stack gap="sm" maw="48rem">
            <Text>{t('recommendationsIntro')}</Text>
            <ActForm path="/api/recommendations" moves={KEY} />
          </Stack>
        </Part>
      )}
      <Part title={t('recommendationsOnFile')}>
        <OnFile />
      </Part>
      <Anchor component={Link} href="/file">
        {t('toFile')}
      </Anchor>
    </Page>
  );
}

function OnFile() {
  const { t } = useTranslation('acts');
  const list = usePages(KEY, (at) => answered(api.GET('/api/recommendations', { params: { query: at } })));
  return (
    <Paged list={list} empty={t('recommendationsNone')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('institution')}</Table.Th>
              <Table.Th>{t('department')}</Table.Th>
              <Table.Th>{t('letter')}</Table.Th>
              <Table.Th>{t('reason')}</Table.Th>
              <Table.Th>{t('day')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, creditCode, department, documentNumber, fileId, reason, createdAt }) => (
              <Table.Tr key={id}>
                <Table.Td data-label={t('institution')}>{creditCode}</Table.Td>
                <Table.Td data-label={t('department')}>{department}</Table.Td>
                <Table.Td data-label={t('letter')}>
                  <FileAnchor href={`/api/files/${fileId}`} name={documentNumber}>
                    {documentNumber}
                  </FileAnchor>
                </Table.Td>
                <Table.Td data-label={t('reason')} className="typed">
                  {reason}
                </Table.Td>
                <Table.Td data-label={t('day')}>{createdAt.slice(0, 10)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}
