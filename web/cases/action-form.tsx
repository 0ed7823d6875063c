/** The form of an action, with its clause and what is still missing. */
import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../api/client.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import { useTypedForm } from '../forms/typed-form.ts';
import { Clause } from '../parts/clause.tsx';
import { usePhrasesBelow } from '../phrases/below-text.tsx';
import { TONES } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import { NotReady } from './not-ready.tsx';
import { begunWith } from './revision.ts';
import { useAct, type CaseSeen, type OpenAction } from './queries.ts';
import { useReferables } from './referables.ts';

export default function ActionForm(props: {
  readonly seen: CaseSeen;
  readonly action: OpenAction;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { seen, action, onDone, onCancel } = props;
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const typed = useTypedForm(`case.${seen.id}.${action.name}`);
  const act = useAct(seen.id);
  const refers = useReferables(seen);
  const belowText = usePhrasesBelow(seen.kind, action.name);
  // Awaited here and not told by callbacks of the call: once the case has moved, this form may be gone.
  const submit = async (input: Record<string, unknown>) => {
    try {
      await act.mutateAsync({ name: action.name, input, key: typed.key });
      typed.forget();
      onDone();
    } catch (error) {
      typed.noteError(error);
    }
  };
  const isUnknown = isRefused(act.error, 'OUTCOME_UNKNOWN');
  return (
    <Paper withBorder p="md" id="action-form">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('basis')}：<Clause clause={action.clause} />
        </Text>
        <NotReady action={action} />
        {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
        <SchemaForm
          schema={action.input}
          value={typed.value ?? begunWith(seen, action)}
          onChange={typed.change}
          onSubmit={(input) => void submit(input)}
          error={isUnknown ? null : act.error}
          isBusy={act.isPending}
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
