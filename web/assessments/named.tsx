import { Text } from '@mantine/core';
import type { Text as Words } from '../../rules/text.ts';
import { useLocale } from '../words/words.ts';

/** What an indicator is called, where no field says it. */
export function Named({ title }: { readonly title: Words }) {
  const { say } = useLocale();
  return <Text fw={600}>{say(title)}</Text>;
}
