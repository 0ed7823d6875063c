import { Anchor, Button, Checkbox, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { useOffices } from '../parts/offices.ts';
import { Page, Part } from '../parts/page.tsx';
import { Failure, Read } from '../parts/states.tsx';
import { Moment } from '../parts/moment.tsx';
import { browserName } from './browser-name.ts';
import { SecondFactor } from './second-factor.tsx';
import { PasswordForm } from './password-page.tsx';
import { catalogues } from '../words/words.ts';
import { may, ME, useMe, type Me } from '../session/session.tsx';
import { Tag } from '../parts/tag.tsx';
import './late-words.ts';

/** What a person sees and sets of the own account. */
export default function AccountPage() {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const me = useMe();
  const inWords = useOffices();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: { refusesCommercialMail: boolean } | { locale: Me['locale'] }) =>
      answered(api.PATCH('/api/me', { body })),
    onSuccess: (account) => client.setQueryData(ME, account),
  });
  return (
    <Page title={common('account')}>
      <Stack gap={4}>
        <Text fw={600}>{me.name}</Text>
        <Text c="dimmed">{me.email}</Text>
        <Group gap={6} aria-label={t('offices')}>
          {me.offices.map((office) => (
            <Tag key={JSON.stringify(office)} wraps>
              {inWords(office)}
            </Tag>
          ))}
        </Group>
      </Stack>
      <NativeSelect
        maw="26rem"
        label={t('mailLanguage')}
        description={t('mailLanguageHelp')}
        value={me.locale}
        onChange={(event) => change.mutate({ locale: event.currentTarget.value === 'en' ? 'en' : 'zh-CN' })}
        data={LANGUAGES}
      />
      <Checkbox
        label={t('commercial')}
        description={t('commercialHelp')}
        checked={me.refusesCommercialMail}
        onChange={(event) => change.mutate({ refusesCommercialMail: event.currentTarget.checked })}
      />
      {change.error !== null && <Failure error={change.error} />}
      {may(me, 'phrase.keep') && (
        <div>
          <Anchor component={Link} href="/phrases">
            {t('phrases')}
          </Anchor>
        </div>
      )}
      <Part title={t('sessions')}>
        <Sessions />
      </Part>
      <Part title={t('factor')}>
        <SecondFactor />
      </Part>
      <Part title={t('change')}>
        <div style={{ maxWidth: '26rem' }}>
          <PasswordForm />
        </div>
      </Part>
    </Page>
  );
}

/** Each language is named in itself. */
const LANGUAGES = [
  { value: 'zh-CN', label: catalogues.common.zh.ownName },
  { value: 'en', label: catalogues.common.en.ownName },
];

function Sessions() {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => answered(api.GET('/api/auth/sessions')) });
  const end = useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <Read query={sessions}>
      {({ items }) => (
        <List listStyleType="none" spacing="xs">
          {items.map(({ id, current, startedAt, address, browser }) => (
            <List.Item key={id}>
              <Group gap="xs">
                <Text size="sm">
                  <Moment at={startedAt} /> {address}{' '}
                  <Text span c="dimmed" size="sm" title={browser ?? undefined}>
                    {browser !== null && browserName(browser)}
                  </Text>
                </Text>
                {current ? (
                  <Tag>{t('thisSession')}</Tag>
                ) : (
                  <Button size="compact-xs" variant="default" onClick={() => end.mutate(id)}>
                    {t('endSession')}
                  </Button>
                )}
              </Group>
            </List.Item>
          ))}
        </List>
      )}
    </Read>
  );
}
