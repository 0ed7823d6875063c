/** Goes from a year to the one before or after it. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Years({ year, onChange }: { readonly year: number; readonly onChange: (year: number) => void }) {
  const { t } = useTranslation('anhui');
  return (
    <Group gap={4} role="group" aria-label={t('year')} className="no-print">
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('previousYear', { year: year - 1 })}
        onClick={() => onChange(year - 1)}
      >
        {year - 1}
      </Button>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('nextYear', { year: year + 1 })}
        onClick={() => onChange(year + 1)}
      >
        {year + 1}
      </Button>
    </Group>
  );
}
