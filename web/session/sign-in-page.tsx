import { Anchor, Container, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation } from 'wouter';
import { useVocabulary } from '../api/vocabulary.ts';
import { Page } from '../parts/page.tsx';
import { publicDestinations } from '../shell/destinations.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useSession } from './session.tsx';

/** Signs in; the page that was asked for shows afterwards, at its own address. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const { me } = useSession();
  const { training } = useVocabulary();
  const [path] = useLocation();
  if (me != null && path === '/sign-in') return <Redirect to="/" replace />;
  return (
    <Container size="26rem" px={0} py="xl">
      <Paper withBorder p="lg">
        <Page title={t('title')}>
          <Text c="dimmed" size="sm">
            {common('slogan')}
          </Text>
          <SignInForm />
          <Anchor component={Link} href="/forgotten-password" size="sm">
            {t('forgottenLink')}
          </Anchor>
          {training && <Text size="sm">{t('trainingHint')}</Text>}
          <Text size="sm">{t('withoutAccount')}</Text>
          <Group gap="md">
            {publicDestinations.map(({ href, name }) => (
              <Anchor key={href} component={Link} href={href} size="sm">
                {common(name)}
              </Anchor>
            ))}
          </Group>
        </Page>
      </Paper>
    </Container>
  );
}
