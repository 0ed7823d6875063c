/** The form of an action, with its clause and what is still missing. */
import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SchemaForm } from '../forms/schema-form.tsx';
import { Clause } from '../parts/clause.tsx';
import { usePhrasesBelow } from '../phrases/below-text.tsx';
import { TONES } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import type { Begun } from './begun.ts';
import { ForWhichSide } from './for-which-side.tsx';
import { NotReady } from './not-ready.tsx';
import Overtaken from './overtaken.tsx';
import { begunWith } from './revision.ts';
import type { CaseSeen, OpenAction } from './queries.ts';
import { useReferables } from './referables.ts';
import { useTypedAction } from './typed-action.ts';
import './late-words.ts';

export default function ActionForm(props: {
  readonly seen: CaseSeen;
  readonly action: OpenAction;
  readonly begun: Begun | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { seen, action, begun, onDone, onCancel } = props;
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const [party, setParty] = useState(action.for[0]?.party);
  const { value, isUnknown, isOvertaken, forget, form } = useTypedAction(seen, action, onDone, { party, asSeen: true });
  const refers = useReferables(seen, action.input);
  const belowText = usePhrasesBelow(seen.kind, action.name);
  const paper = useRef<HTMLDivElement>(null);
  // Onto the first field and no button: who holds a key down too long confirms nothing.
  useEffect(() => (paper.current?.querySelector<HTMLElement>(FIRST_FIELD) ?? paper.current)?.focus(), []);
  if (isOvertaken && begun !== null) {
    return (
      <Paper withBorder p="md" id="action-form">
        <Overtaken caseId={seen.id} begun={begun} value={value} forget={forget} onEnd={onCancel} />
      </Paper>
    );
  }
  return (
    <Paper ref={paper} tabIndex={-1} withBorder p="md" id="action-form">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('basis')}：<Clause clause={action.clause} />
        </Text>
        <NotReady action={action} />
        {action.for.length > 0 && <ForWhichSide sides={action.for} party={party} onChoose={setParty} />}
        {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
        <SchemaForm
          schema={action.input}
          value={value ?? begunWith(seen, action)}
          {...form}
          submitLabel={t('submitAction', { title: say(action.title) })}
          submitColor={action.adverse ? TONES.bad : undefined}
          refers={refers}
          belowText={belowText}
          beside={
            <Button variant="subtle" onClick={onCancel}>
              {common('cancel')}
            </Button>
          }
        />
      </Stack>
    </Paper>
  );
}

const FIRST_FIELD = 'form :is(input:not([type=file]), select, textarea)';
