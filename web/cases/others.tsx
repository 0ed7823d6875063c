/** What else there is about the institution, shown before anybody decides: its other cases, open or past, and bars in force. */
import { Alert, Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { Part } from '../parts/page.tsx';
import { Read } from '../parts/states.tsx';
import { may, useSession } from '../session/session.tsx';
import { useLocale } from '../words/words.ts';
import { caseKey } from './queries.ts';
import './late-words.ts';

export default function OtherCases({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  const { me } = useSession();
  const others = useQuery({
    queryKey: [...caseKey(id), 'others'],
    queryFn: () => answered(api.GET('/api/cases/{id}/others', { params: { path: { id }, query: { limit: 20 } } })),
    enabled: may(me, 'case.handle'),
  });
  if (!may(me, 'case.handle')) return null;
  return (
    <Part title={t('others')}>
      <Read query={others}>
        {({ items, total, barsInForce }) => (
          <>
            {barsInForce > 0 && (
              <Alert color="red" mb="xs">
                {t('bars', { count: barsInForce })}
              </Alert>
            )}
            {items.length === 0 && <Text c="dimmed">{t('noOthers')}</Text>}
            <List listStyleType="none" spacing={4}>
              {items.map((other) => (
                <List.Item key={other.id}>
                  <Anchor component={Link} href={`/cases/${other.id}`}>
                    {say(other.kindTitle)} {other.number}
                  </Anchor>{' '}
                  <Text span c="dimmed" size="sm">
                    {say(other.outcomeTitle ?? other.stageTitle)}
                  </Text>
                </List.Item>
              ))}
            </List>
            {total !== null && total > items.length && (
              <Text size="sm" c="dimmed">
                {t('shown', { shown: items.length, total })}
              </Text>
            )}
          </>
        )}
      </Read>
    </Part>
  );
}
