/** Entries of a campaign by name: where each stands, and who is late with it since when (SH-EVAL-05.4, 06.2). */
import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { components } from '../generated/api.ts';
import { Moment } from '../parts/moment.tsx';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';

type Entry = components['schemas']['CampaignEntry'];

export function EntryList({ items }: { readonly items: readonly Entry[] }) {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('institution')}</Table.Th>
          <Table.Th>{t('district')}</Table.Th>
          <Table.Th>{t('category')}</Table.Th>
          <Table.Th>{t('standing')}</Table.Th>
          <Table.Th>{t('lateness')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ id, number, name, district, categoryTitle, stageTitle, late }) => (
          <Table.Tr key={id}>
            <Table.Td data-label={t('institution')}>
              <Anchor component={Link} href={`/cases/${id}`} fw={600}>
                {name}
              </Anchor>
              <Text size="sm" c="dimmed">
                {number}
              </Text>
            </Table.Td>
            <Table.Td data-label={t('district')}>{say(district.title)}</Table.Td>
            <Table.Td data-label={t('category')}>{say(categoryTitle)}</Table.Td>
            <Table.Td data-label={t('standing')}>{say(stageTitle)}</Table.Td>
            <Table.Td data-label={t('lateness')}>{late === null ? t('inTime') : <Lateness late={late} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Lateness({ late }: { readonly late: NonNullable<Entry['late']> }) {
  const { title, cutOff, electronicAt, paperAt } = late;
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  return (
    <>
      <Tag tone="bad">{say(title)}</Tag>
      <Text size="sm">
        {t('cutOff')} <Moment at={cutOff} />
      </Text>
      <Text size="sm" c="dimmed">
        {t('electronic')} {electronicAt === null ? t('notCome') : <Moment at={electronicAt} />}
        {' · '}
        {t('paper')} {paperAt === null ? t('notCome') : <Moment at={paperAt} />}
      </Text>
    </>
  );
}
