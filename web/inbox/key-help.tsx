/** The keys of the inbox, told on ?. */
import { Button, Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './late-words.ts';

const KEYS = [
  ['j', 'key_next'],
  ['k', 'key_previous'],
  ['o', 'key_open'],
  ['d', 'key_decide'],
  ['c', 'key_claim'],
  ['x', 'key_choose'],
  ['?', 'key_help'],
] as const;

export function KeyHelp() {
  const { t } = useTranslation('inbox');
  const { t: common } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useHotkeys([['shift+?', () => setOpen(true)]]);
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('keys')} <Kbd ml={6}>?</Kbd>
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('keys')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="xs">
          {KEYS.map(([key, name]) => (
            <Group key={key} gap="sm">
              <Kbd>{key}</Kbd>
              <Text>{t(name)}</Text>
            </Group>
          ))}
        </Stack>
      </Modal>
    </>
  );
}
