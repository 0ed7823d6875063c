/** What has to be shown on a page and is not there. */
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../rules/text.ts';
import { useLocale } from '../words/words.ts';
import { useListed } from './listed.ts';

export function Missing({ items }: { readonly items: readonly Text[] }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  const listed = useListed();
  if (items.length === 0) return null;
  return <Alert color="orange">{t('incomplete', { items: listed(items.map(say)) })}</Alert>;
}
