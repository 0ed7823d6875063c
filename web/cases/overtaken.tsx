/** What is left of a form once the case has moved on: who did what meanwhile, and the text that was typed (XC-05.1). */
import { Alert, Button, Group, List, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import type { Schema } from '../forms/schema.ts';
import { ShownObject } from '../forms/shown-value.tsx';
import { momentOf } from '../parts/moment.tsx';
import { useLocale } from '../words/words.ts';
import type { Begun } from './begun.ts';
import { caseKey } from './queries.ts';
import './late-words.ts';

export default function Overtaken(props: {
  readonly caseId: string;
  readonly begun: Begun;
  readonly value: unknown;
  /** Forgets what was typed. */
  readonly forget: () => void;
  /** What follows once it is discarded: the form is closed. */
  readonly onEnd: () => void;
}) {
  const { caseId, begun, value, forget, onEnd } = props;
  const discard = () => {
    forget();
    onEnd();
  };
  const { t } = useTranslation('cases');
  const { say } = useLocale();
  const typed = useRef<HTMLDivElement>(null);
  const schema = begun.action.input as Schema;
  return (
    <Stack gap="sm">
      <Alert color="orange" role="alert" title={t('overtaken', { title: say(begun.action.title) })}>
        <Since caseId={caseId} revision={begun.revision} />
        {value !== undefined && t('overtakenText')}
      </Alert>
      <div ref={typed} role="group" aria-label={t('typed')}>
        <ShownObject schema={schema} root={schema} value={value} />
      </div>
      <Group>
        {value !== undefined && (
          <Button variant="default" onClick={() => void navigator.clipboard.writeText(typed.current?.innerText ?? '')}>
            {t('copyTyped')}
          </Button>
        )}
        <Button variant="subtle" onClick={discard}>
          {t('discardTyped')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The lines of the timeline that have come since. */
function Since({ caseId, revision }: { readonly caseId: string; readonly revision: number }) {
  const { say } = useLocale();
  const { data } = useQuery({
    queryKey: [...caseKey(caseId), 'timeline', 'latest'],
    queryFn: () =>
      answered(
        api.GET('/api/cases/{id}/timeline', { params: { path: { id: caseId }, query: { order: 'desc', limit: 10 } } }),
      ),
  });
  const lines = data?.items.filter((line) => line.revision !== null && line.revision > revision) ?? [];
  return (
    <List size="sm" mb="xs">
      {lines.map(({ seq, at, actor, title }) => (
        <List.Item key={seq}>
          {momentOf(at)} · {actor.name ?? ''} {say(actor.title)}：{say(title)}
        </List.Item>
      ))}
    </List>
  );
}
