/** The documents that the platform rests on: how far each is in force, and how much of it nothing carries yet. */
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page, Part } from '../parts/page.tsx';
import { Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useRegulations } from './queries.ts';
import { Standing } from './standing.tsx';
import { regulationsWords } from './words.ts';

addWords('regulations', regulationsWords);

export default function RegulationsPage() {
  const { t } = useTranslation('regulations');
  const { say } = useLocale();
  const { me } = useSession();
  const regulations = useRegulations();
  return (
    <Page title={t('title')}>
      <Text size="sm" c="dimmed" maw="48rem">
        {t('intro')}
      </Text>
      <Read query={regulations}>
        {({ items }) =>
          items.map(({ regime, title, documents }) => (
            <Part key={regime} title={say(title)}>
              <Stack gap="md">
                {may(me, 'consultation.keep') && (
                  <Anchor component={Link} href={`/consultations/${regime}`} size="sm">
                    {t('consultation')}
                  </Anchor>
                )}
                {documents.map((document) => (
                  <div key={document.code}>
                    <Anchor component={Link} href={`/regulations/${document.code}`} fw={600}>
                      {say(document.name)}
                    </Anchor>
                    {document.edition !== null && (
                      <Text size="sm" c="dimmed">
                        {say(document.edition)}
                      </Text>
                    )}
                    <Group gap="xs" mt={4}>
                      <Standing standing={document.standing} />
                      <Text size="sm">{t('clauses', { count: document.clauses })}</Text>
                      {document.uncarried > 0 && (
                        <Tag tone="warning">{t('uncarried', { count: document.uncarried })}</Tag>
                      )}
                    </Group>
                  </div>
                ))}
              </Stack>
            </Part>
          ))
        }
      </Read>
    </Page>
  );
}
