/** Until when, and how much is left of it in working days. */
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DueMoment } from './moment.tsx';
import { Tag } from './tag.tsx';

/** How much time is left, in words; red once it is over, amber on the last day. */
export function TimeLeft({ workingDays, overdue }: { readonly workingDays: number | null; readonly overdue: boolean }) {
  const { t } = useTranslation();
  if (overdue) {
    const count = Math.abs(workingDays ?? 0);
    return <Tag tone="bad">{count === 0 ? t('overdue') : t('daysOver', { count })}</Tag>;
  }
  if (workingDays === null) return null;
  return workingDays === 0 ? (
    <Tag tone="warning">{t('lastDayToday')}</Tag>
  ) : (
    <Text span size="sm">
      {t('daysLeft', { count: workingDays })}
    </Text>
  );
}

/** The end of a deadline; one that rests on a year without arrangement is marked (XC-02.2). */
export function Due({ at, provisional = false }: { readonly at: string; readonly provisional?: boolean }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      <DueMoment at={at} />
      {provisional && (
        <Text span size="xs" c="dimmed" title={t('provisionalWhy')}>
          {t('provisional')}
        </Text>
      )}
    </Group>
  );
}
