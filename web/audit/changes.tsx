/** What an entry of the audit log changed, field by field, as the log has it: the names at once, the values when asked for. */
import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Text as Words } from '../../rules/text.ts';
import { useLocale } from '../words/words.ts';

type Fields = Readonly<Record<string, unknown>> | null;

/** Characters of a value that are shown; the export has all of it. */
const MOST = 300;

export function Changes(props: {
  readonly before: Fields;
  readonly after: Fields;
  /** What the fields are called. */
  readonly titles: Readonly<Record<string, Words>>;
}) {
  const { before, after, titles } = props;
  const { t } = useTranslation('audit');
  const { say } = useLocale();
  const titleOf = (name: string) => (titles[name] === undefined ? name : say(titles[name]));
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{names.map(titleOf).join(t('listed'))}</summary>
      {names.map((name) => (
        <Text key={name} size="sm" component="div">
          {titleOf(name)} <Code>{name}</Code>{' '}
          {before !== null && name in before && `${t('before')}：${shown(before[name])} `}
          {after !== null &&
            name in after &&
            (before === null ? shown(after[name]) : `${t('after')}：${shown(after[name])}`)}
        </Text>
      ))}
    </details>
  );
}

function shown(value: unknown): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
}
