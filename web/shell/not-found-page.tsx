import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../parts/page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound')}>
      <Text>{t('notFoundText')}</Text>
      <Anchor component={Link} href="/">
        {t('home')}
      </Anchor>
    </Page>
  );
}
