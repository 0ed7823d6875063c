/** The circulars of the departments, the latest first (HN-NET-26.2): nobody signs in for it. */
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useBulletins } from './queries.ts';
import { networkWords } from './words.ts';

addWords('network', networkWords);

export default function BulletinsPage() {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <Page title={t('bulletinsTitle')}>
      <Paged list={useBulletins()} empty={t('noBulletins')}>
        {(items) => (
          <List listStyleType="none" spacing="lg">
            {items.map(({ name, body, on, words }, nth) => (
              <List.Item key={nth}>
                <Text fw={600}>{name}</Text>
                <Text size="sm" c="dimmed">
                  {say(body.name)} · {on}
                </Text>
                <Text className="typed" maw="48rem">
                  {words}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Paged>
    </Page>
  );
}
