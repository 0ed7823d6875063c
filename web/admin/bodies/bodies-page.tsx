/** The bodies that handle cases, as the regimes declare them, and who holds which office at each. */
import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTitles, useVocabulary } from '../../api/vocabulary.ts';
import { Part } from '../../parts/page.tsx';
import { Read } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { useBodies } from '../accounts/queries.ts';
import { AdminPart } from '../admin-part.tsx';

export default function BodiesPage() {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const { roles, regions: regionTitles } = useVocabulary();
  const called = useTitles();
  return (
    <AdminPart title={t('area_bodies')}>
      <Read query={useBodies()}>
        {({ items }) => (
          <Stack gap="lg">
            {items.map(({ id, name, regions, holders }) => (
              <Part key={id} title={say(name)}>
                <Text size="sm" c="dimmed">
                  {t('regionsOf', { regions: regions.map((one) => called(regionTitles, one)).join(', ') })}
                </Text>
                {holders.length === 0 ? (
                  <Text size="sm">{t('noHolders')}</Text>
                ) : (
                  <List size="sm">
                    {holders.map((holder) => (
                      <List.Item key={`${holder.accountId} ${holder.role} ${holder.region}`}>
                        {[holder.name, called(roles, holder.role), holder.region && called(regionTitles, holder.region)]
                          .filter(Boolean)
                          .join(' · ')}
                      </List.Item>
                    ))}
                  </List>
                )}
              </Part>
            ))}
          </Stack>
        )}
      </Read>
    </AdminPart>
  );
}
