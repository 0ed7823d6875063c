/** The years whose third-party assessment is published, each with its results (SH-EVAL-09.1). */
import { Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { Empty, Read } from '../parts/states.tsx';

export function AssessedYears() {
  const { t } = useTranslation('directory');
  const years = useQuery({
    queryKey: ['assessed-years'],
    queryFn: () => answered(api.GET('/api/sh-eval/assessments')),
  });
  return (
    <Read query={years}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{t('assessedNone')}</Empty>
        ) : (
          <List listStyleType="none" spacing="xs">
            {items.map(({ year, publishedAt }) => (
              <List.Item key={year}>
                <Anchor component={Link} style={{ textDecoration: 'underline' }} href={`/assessments/${year}`}>
                  {t('assessedYear', { year })}
                </Anchor>{' '}
                <Text span size="sm" c="dimmed">
                  {t('publishedOn', { day: publishedAt.slice(0, 10) })}
                </Text>
              </List.Item>
            ))}
          </List>
        )
      }
    </Read>
  );
}
