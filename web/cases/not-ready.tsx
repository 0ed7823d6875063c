/** What is still missing before an action can be done, as the API says: all of it, where several things are wrong in what was filed. */
import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../rules/text.ts';
import { isObject } from '../forms/schema.ts';
import { useLocale } from '../words/words.ts';
import type { OpenAction } from './queries.ts';
import './late-words.ts';

type Block = OpenAction['blockedBy'][number];

export function NotReady({ action: { ready, blockedBy } }: { readonly action: OpenAction }) {
  const { t } = useTranslation('cases');
  if (ready) return null;
  return (
    <Alert color="orange" title={t('notReady')}>
      <Blocks blocks={blockedBy} />
    </Alert>
  );
}

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const { say } = useLocale();
  const messages = blocks.flatMap((block) => {
    const issues = issuesIn(block);
    return issues.length > 0 ? issues : [block.message];
  });
  return (
    <List size="sm">
      {messages.map((message, at) => (
        <List.Item key={`${at} ${message.en}`}>{say(message)}</List.Item>
      ))}
    </List>
  );
}

/** What is wrong in what was filed, one by one; none where the refusal is about something else. */
export function issuesIn({ facts }: Pick<Block, 'facts'>): readonly Text[] {
  const issues = facts?.['issues'];
  if (!Array.isArray(issues)) return [];
  return issues
    .flatMap((issue: unknown) => (isObject(issue) && isObject(issue['message']) ? [issue['message']] : []))
    .flatMap(({ zh, en }) => (typeof zh === 'string' && typeof en === 'string' ? [{ zh, en }] : []));
}
