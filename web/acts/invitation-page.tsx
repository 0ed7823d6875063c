/** The centre invites an institution to open a store (SH-STORE-02.3, 02.4). */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Page } from '../parts/page.tsx';
import { addWords } from '../words/words.ts';
import { ActForm } from './act-form.tsx';
import { actsWords } from './words.ts';

addWords('acts', actsWords);

export default function InvitationPage() {
  const { t } = useTranslation('acts');
  const [, go] = useLocation();
  return (
    <Page title={t('invitationTitle')}>
      <Stack gap="sm" maw="48rem">
        <Text>{t('invitationIntro')}</Text>
        <ActForm path="/api/invitations" moves={['cases']} onDone={({ caseId }) => go(`/cases/${caseId ?? ''}`)} />
      </Stack>
    </Page>
  );
}
