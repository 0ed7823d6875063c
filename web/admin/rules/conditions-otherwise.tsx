/** Which cases would come out otherwise by their conditions. */
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../generated/api.ts';
import { CaseName } from '../../parts/case-name.tsx';
import rows from '../../parts/rows.module.css';
import { Tag } from '../../parts/tag.tsx';
import { useLocale } from '../../words/words.ts';

type Preview = paths['/api/rules/{regime}/preview']['post']['responses'][200]['content']['application/json'];

export function ConditionsOtherwise({
  judged,
  changed,
  conditions,
}: Pick<Preview, 'judged' | 'changed' | 'conditions'>) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  if (judged === 0) return null;
  return (
    <>
      <Text role="status">{t('conditionsSummary', { judged, changed })}</Text>
      {conditions.length > 0 && (
        <Table className={rows['rows'] ?? ''} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('case')}</Table.Th>
              <Table.Th>{t('now')}</Table.Th>
              <Table.Th>{t('then')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conditions.map(({ caseId, number, caseTitle, closed, from, to, notMet }) => (
              <Table.Tr key={caseId}>
                <Table.Td>
                  <CaseName id={caseId} number={number} title={caseTitle}>
                    {' '}
                    {closed && <Tag>{t('closedCase')}</Tag>}
                  </CaseName>
                </Table.Td>
                <Table.Td data-label={t('now')}>{say(from)}</Table.Td>
                <Table.Td data-label={t('then')}>
                  {say(to)}
                  {notMet.length > 0 && (
                    <Text size="sm" c="dimmed">
                      {t('notMet', { items: notMet.map(say).join(', ') })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
