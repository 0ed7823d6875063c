/** The own check before filing: what would have to be corrected, the routes that are open and why, condition by condition (SH-STORE-01, 02). */
import { Alert, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Conditions } from '../cases/conditions.tsx';
import type { paths } from '../generated/api.ts';
import { Part } from '../parts/page.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';

type CheckInput = paths['/api/applications/check']['post']['requestBody']['content']['application/json'];

export function useCheck() {
  return useMutation({
    mutationFn: (filing: Record<string, unknown>) => {
      const { figures, recommendationId, invitationId } = filing;
      const { creditCode } = (filing['institution'] ?? {}) as Record<string, unknown>;
      const body = { figures, creditCode, recommendationId, invitationId };
      // Whatever is typed so far: the API says what is wrong with it.
      return answered(api.POST('/api/applications/check', { body: body as CheckInput }));
    },
  });
}

export type Checked = NonNullable<ReturnType<typeof useCheck>['data']>;

export function CheckResult({ checked }: { readonly checked: Checked }) {
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
