/** The facts beside the rule that judges them: value, bound, whether it is met, clause (SH-STORE-01, table 4.1). */
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import rows from '../parts/rows.module.css';
import { Clause } from '../parts/clause.tsx';
import type { components } from '../generated/api.ts';
import { useLocale } from '../words/words.ts';
import { Tag } from '../parts/tag.tsx';
import './late-words.ts';

type CaseSeen = components['schemas']['Case'];
type Eligibility = components['schemas']['Eligibility'];

const TONES = { MET: 'good', NOT_MET: 'bad', WAIVED: 'plain', NEEDS_JUDGEMENT: 'warning' } as const;

export function Conditions(props: {
  readonly eligibility: Eligibility;
  /** By their ids, as far as the reader may know them. */
  readonly people?: CaseSeen['people'];
}) {
  const { eligibility, people = [] } = props;
  const nameOf = (id: string | undefined) => people.find((one) => one.id === id)?.name ?? null;
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="xs" aria-label={t('conditions')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('condition')}</Table.Th>
          <Table.Th>{t('found')}</Table.Th>
          <Table.Th>{t('needed')}</Table.Th>
          <Table.Th>{t('result')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {eligibility.items.map((item) => (
          <Table.Tr key={`${item.id} ${item.key}`}>
            <Table.Td>
              {say(item.title)} <Clause clause={item.clause} />
            </Table.Td>
            <Table.Td data-label={t('found')}>{say(item.found)}</Table.Td>
            <Table.Td data-label={t('needed')}>{say(item.needed)}</Table.Td>
            <Table.Td data-label={t('result')}>
              <Tag tone={TONES[item.status]}>{t(`result_${item.status}`)}</Tag>
              {item.relaxedFor !== undefined && (
                <Text size="xs" c="dimmed" className="typed">
                  {nameOf(item.waivedBy) !== null && t('waivedBy', { name: nameOf(item.waivedBy) })}
                  {say(item.relaxedFor)}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
