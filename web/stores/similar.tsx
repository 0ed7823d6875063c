/** Products of a store that are much alike; whether one was split to gain points a person decides in its case (SH-STORE-08.7, 08.8). */
import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import rows from '../parts/rows.module.css';
import { Empty, Read } from '../parts/states.tsx';
import { useSimilar } from './queries.ts';

export function Similar({ id }: { readonly id: string }) {
  const { t } = useTranslation('stores');
  return (
    <Read query={useSimilar(id)}>
      {({ leastScore, pairs }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('similarHelp', { leastScore })}
          </Text>
          {pairs.length === 0 ? (
            <Empty>{t('similarNone')}</Empty>
          ) : (
            <Table className={rows['rows'] ?? ''}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('product')}</Table.Th>
                  <Table.Th>{t('alikeWith')}</Table.Th>
                  <Table.Th>{t('likeness')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {pairs.map(({ a, b, score }) => (
                  <Table.Tr key={`${a.productId} ${b.productId}`}>
                    {[a, b].map(({ caseId, productId, name }, at) => (
                      <Table.Td key={productId} data-label={t(at === 0 ? 'product' : 'alikeWith')}>
                        <Anchor component={Link} href={`/cases/${caseId}`}>
                          {name}
                        </Anchor>
                      </Table.Td>
                    ))}
                    <Table.Td data-label={t('likeness')}>{score}%</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </>
      )}
    </Read>
  );
}
