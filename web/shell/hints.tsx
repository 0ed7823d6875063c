/** Three hints for the first visit of an account; put away, they never come again in this browser. */
import { Alert, Button, List } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../session/session.tsx';

const STAFF = ['hint_urgent', 'hint_keys', 'hint_why'] as const;
const OTHERS = ['hint_due', 'hint_drafts', 'hint_mails'] as const;

export function Hints() {
  const { t } = useTranslation();
  const me = useMe();
  const key = `anjuan.hints.${me.id}`;
  const [isSeen, setSeen] = useState(() => localStorage.getItem(key) !== null);
  if (isSeen) return null;
  return (
    <Alert className="no-print" role="note" color="blue" variant="light" title={t('hints')} mb="md">
      <List size="sm" spacing={4}>
        {(may(me, 'task.work') ? STAFF : OTHERS).map((hint) => (
          <List.Item key={hint}>{t(hint)}</List.Item>
        ))}
      </List>
      <Button
        mt="sm"
        size="compact-md"
        variant="default"
        onClick={() => {
          localStorage.setItem(key, 'seen');
          setSeen(true);
        }}
      >
        {t('understood')}
      </Button>
    </Alert>
  );
}
