/** How far a draft is saved, and a button to save it now. */
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../parts/moment.tsx';
import type { DraftInHand } from './drafts.ts';

export function SaveState({ inHand }: { readonly inHand: DraftInHand }) {
  const { t } = useTranslation('applications');
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {inHand.state === 'saved'
          ? t('savedAt', { at: momentOf(inHand.savedAt) })
          : t(inHand.state === 'saving' ? 'saving' : 'notSaved')}
      </Text>
      {inHand.state === 'unsaved' && (
        <Button variant="default" size="compact-sm" onClick={inHand.saveNow}>
          {t('saveNow')}
        </Button>
      )}
    </Group>
  );
}
