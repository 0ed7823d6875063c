/** How the platform stands, as the API says it: one line a part, with what to do where it does not stand well. */
import { Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.ts';
import { momentOf } from '../../parts/moment.tsx';
import { Read } from '../../parts/states.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useLocale } from '../../words/words.ts';
import { AdminPart } from '../admin-part.tsx';

const TONES = { GOOD: 'good', WARNING: 'warning', BAD: 'bad' } as const;

export default function HealthPage() {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => answered(api.GET('/api/health/details')),
    refetchInterval: 30_000,
  });
  return (
    <AdminPart title={t('area_health')}>
      <Read query={health}>
        {({ at, items }) => (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('healthAt', { at: momentOf(at) })}
            </Text>
            <List listStyleType="none" spacing="md">
              {items.map(({ part, state, summary, todo }) => (
                <List.Item key={part}>
                  <Group gap="xs">
                    <Text fw={600}>{t(`part_${part}`)}</Text>
                    <Tag tone={TONES[state]}>{t(`health_${state}`)}</Tag>
                  </Group>
                  <Text>{say(summary)}</Text>
                  {todo !== null && <Text fw={600}>{say(todo)}</Text>}
                </List.Item>
              ))}
            </List>
          </Stack>
        )}
      </Read>
    </AdminPart>
  );
}
