/** The products of a store, each with its state; what can be done with one its case says (SH-STORE-08.1). */
import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { fileableBy, useIntakes } from '../filing/intakes.ts';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import { useMe } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { useProducts } from './queries.ts';

const KIND = 'productReview';

export function Products({ id }: { readonly id: string }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const me = useMe();
  const { data: intakes } = useIntakes();
  const files = fileableBy(intakes?.items ?? [], me).some(({ kind }) => kind === KIND);
  return (
    <Stack gap="sm">
      {files && (
        <Anchor component={Link} href={`/file/${KIND}`}>
          {t('newProduct')}
        </Anchor>
      )}
      <Paged list={useProducts(id)} empty={t('productsNone')}>
        {(items) => (
          <Table className={rows['rows'] ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('product')}</Table.Th>
                <Table.Th>{t('category')}</Table.Th>
                <Table.Th>{t('status')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ caseId, productId, name, category, stageTitle }) => (
                <Table.Tr key={caseId}>
                  <Table.Td>
                    <Anchor component={Link} href={`/cases/${caseId}`} fw={600}>
                      {name}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {productId}
                    </Text>
                  </Table.Td>
                  <Table.Td data-label={t('category')}>{category}</Table.Td>
                  <Table.Td data-label={t('status')}>
                    <Tag>{say(stageTitle)}</Tag>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
    </Stack>
  );
}
