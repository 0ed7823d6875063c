/** Who stands where by score: equal scores at the same place and marked as such, with what was decided of each and why (SH-EVAL-03.2, HN-BASE-03.3). */
import { Anchor, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { components } from '../generated/api.ts';
import { Moment } from '../parts/moment.tsx';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { rankingWords } from './words.ts';

addWords('ranking', rankingWords);

type Ranked = components['schemas']['RankedCase'];

export function Ranking({ items, label }: { readonly items: readonly Ranked[]; readonly label: string }) {
  const { t } = useTranslation('ranking');
  const { locale } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('place')}</Table.Th>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th>{t('score')}</Table.Th>
          <Table.Th>{t('decision')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ id, number, name, place, isTied, score, decision }) => (
          <Table.Tr key={id}>
            <Table.Td data-label={t('place')}>
              <Group gap={6} component="span" display="inline-flex">
                <Text span fw={600}>
                  {place === null ? t('unplaced') : t('nth', { place })}
                </Text>
                {isTied && <Tag tone="warning">{t('tied')}</Tag>}
              </Group>
            </Table.Td>
            <Table.Td data-label={t('name')}>
              <Anchor component={Link} href={`/cases/${id}`}>
                {name}
              </Anchor>
              {number !== null && (
                <Text size="sm" c="dimmed">
                  {number}
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label={t('score')}>{score === null ? '—' : score.toLocaleString(locale)}</Table.Td>
            <Table.Td data-label={t('decision')}>
              <Decided decision={decision} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Decided({ decision }: Pick<Ranked, 'decision'>) {
  const { t } = useTranslation('ranking');
  const { say } = useLocale();
  if (decision === null) return <Text c="dimmed">{t('undecided')}</Text>;
  return (
    <>
      <Text span fw={600}>
        {say(decision.title)}
      </Text>
      {decision.reason !== null && <Text className="typed">{decision.reason}</Text>}
      <Text size="sm" c="dimmed">
        <Moment at={decision.at} />
      </Text>
    </>
  );
}
