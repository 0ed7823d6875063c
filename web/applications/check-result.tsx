/** What the own check found: corrections, the routes that are open and why, condition by condition (SH-STORE-01, 02). */
import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Conditions } from '../cases/conditions.tsx';
import { Part } from '../parts/page.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import type { Checked } from './check.ts';

export default function CheckResult({ checked }: { readonly checked: Checked }) {
  const { t } = useTranslation('applications');
  const { say } = useLocale();
  const { corrections, routes, eligibility } = checked;
  return (
    <Part title={t('checked')}>
      <Stack gap="md">
        {corrections.length > 0 && (
          <Alert color="orange" title={t('corrections')}>
            <List size="sm">
              {corrections.map(({ field, message }) => (
                <List.Item key={`${field} ${message.en}`}>{say(message)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <div>
          <Text fw={600}>{t('routes')}</Text>
          <List listStyleType="none" spacing="xs" mt="xs">
            {routes.map(({ route, offered, why }) => (
              <List.Item key={route}>
                {t(`route_${route}`)}{' '}
                <Tag tone={offered ? 'good' : 'plain'}>{t(offered ? 'offered' : 'notOffered')}</Tag>
                {why.map((reason) => (
                  <Text key={reason.en} size="sm" c="dimmed">
                    {say(reason)}
                  </Text>
                ))}
              </List.Item>
            ))}
          </List>
        </div>
        <Conditions eligibility={eligibility} />
      </Stack>
    </Part>
  );
}
