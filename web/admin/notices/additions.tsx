/** What bodies add to a notice, every version of it, and a new one. The words of the notice itself are not edited here: they are reviewed with the regulation. */
import { Button, List, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitles, useVocabulary } from '../../api/vocabulary.ts';
import { useFaults } from '../../parts/faults.ts';
import { Moment } from '../../parts/moment.tsx';
import { Failure } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { useBodies } from '../accounts/queries.ts';
import { useSetAddition, type Addition, type TemplateAt } from './queries.ts';

export function Additions({ kind, template, additions }: TemplateAt & { readonly additions: readonly Addition[] }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const { bodies: titles } = useVocabulary();
  const called = useTitles();
  return (
    <Stack gap="md">
      <Text size="sm" maw="48rem">
        {t('additionsHelp')}
      </Text>
      {additions.length > 0 && (
        <List listStyleType="none" spacing="sm">
          {additions.map(({ bodyId, version, text, createdAt, createdBy }) => (
            <List.Item key={`${bodyId} ${version}`}>
              <Text size="sm" c="dimmed">
                {called(titles, bodyId)} · {t('version', { version })} · <Moment at={createdAt} /> {createdBy}
              </Text>
              <Text className="typed">{text.zh === '' ? t('additionEnded') : say(text)}</Text>
            </List.Item>
          ))}
        </List>
      )}
      <NewAddition kind={kind} template={template} additions={additions} />
    </Stack>
  );
}

function NewAddition({ kind, template, additions }: TemplateAt & { readonly additions: readonly Addition[] }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const bodies = useBodies().data?.items ?? [];
  const [bodyId, setBody] = useState('');
  // The latest version of the body stands first; what is typed over it is the next one.
  const stands = additions.find((one) => one.bodyId === bodyId)?.text ?? { zh: '', en: '' };
  const [typed, setTyped] = useState<{ readonly zh: string; readonly en: string }>();
  const set = useSetAddition({ kind, template });
  const { faultOf } = useFaults(set.error);
  const { zh, en } = typed ?? stands;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate({ bodyId, zh, en }, { onSuccess: () => setTyped(undefined) });
      }}
    >
      <Stack gap="sm" maw="44rem">
        <NativeSelect
          label={t('additionBody')}
          maw="30rem"
          value={bodyId}
          onChange={(event) => {
            setBody(event.currentTarget.value);
            setTyped(undefined);
          }}
          data={[
            { value: '', label: t('pickBody') },
            ...bodies.map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
        />
        {bodyId !== '' && (
          <>
            <Textarea
              label={t('additionChinese')}
              autosize
              minRows={2}
              maxLength={500}
              value={zh}
              error={faultOf('zh')}
              onChange={(event) => setTyped({ zh: event.currentTarget.value, en })}
            />
            <Textarea
              label={t('additionEnglish')}
              autosize
              minRows={2}
              maxLength={500}
              value={en}
              error={faultOf('en')}
              onChange={(event) => setTyped({ zh, en: event.currentTarget.value })}
            />
            {set.error !== null && <Failure error={set.error} />}
            <div>
              <Button type="submit" loading={set.isPending}>
                {t('setAddition')}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </form>
  );
}
